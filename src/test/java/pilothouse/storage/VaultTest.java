package pilothouse.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sealed opens with its key, under its name, unchanged, and not otherwise. */
class VaultTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final String TOKEN = "token-of-a-test-0123456789";

  @TempDir Path folder;

  private Path key() {
    return folder.resolve("pilothouse.key");
  }

  private Vault vault(Storage storage) {
    return new Vault(storage, key(), InstantSource.fixed(NOW));
  }

  private static String trouble(Vault vault, String name) {
    return String.valueOf(assertThrows(StorageTrouble.class, () -> vault.open(name)).getMessage());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSealedOpensAndIsNotReadableInTheDatabase(Databases kind) throws IOException {
    try (var storage = Storage.open(kind.create(folder))) {
      Vault vault = vault(storage);
      assertEquals(Optional.empty(), vault.open("a"));
      assertFalse(Files.exists(key()), "who seals nothing has no key");
      vault.seal("a", "before", _ -> {});
      vault.seal("a", TOKEN, _ -> {});
      vault.seal("b", "other", _ -> {});
      assertEquals(Optional.of(TOKEN), vault(storage).open("a"));
      assertEquals(List.of(new Vault.Kept("a", NOW), new Vault.Kept("b", NOW)), vault.all());
      byte[] body =
          storage.read(rows ->
              rows.createQuery("select body from sealed where name = 'a'")
                  .mapTo(byte[].class)
                  .one());
      assertFalse(new String(body, StandardCharsets.ISO_8859_1).contains("token"));
      assertEquals(
          "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key())));
      assertTrue(vault.forget("a", _ -> {}));
      assertFalse(vault.forget("a", _ -> {}));
      assertEquals(Optional.empty(), vault.open("a"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void rowsThatWereExchangedOrChangedDoNotOpen(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Vault vault = vault(storage);
      vault.seal("a", TOKEN, _ -> {});
      vault.seal("b", "other", _ -> {});
      storage.write(rows ->
          rows.execute(
              "update sealed set wrapped = (select wrapped from sealed where name = 'a'), body ="
                  + " (select body from sealed where name = 'a') where name = 'b'"));
      assertTrue(trouble(vault, "b").contains("was changed in the database"));
      storage.write(rows -> rows.execute("update sealed set body = wrapped where name = 'a'"));
      assertTrue(trouble(vault, "a").contains("was changed in the database"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutItsKeyNothingOpens(Databases kind) throws IOException {
    try (var storage = Storage.open(kind.create(folder))) {
      Vault vault = vault(storage);
      vault.seal("a", TOKEN, _ -> {});
      Files.delete(key());
      assertTrue(trouble(vault, "a").contains("put that file back, or seal the value again"));
      vault.seal("b", "with a new key", _ -> {});
      assertTrue(trouble(vault, "a").contains(key().toString()));
      assertEquals(Optional.of("with a new key"), vault.open("b"));
      Files.writeString(key(), "no key at all\n");
      assertTrue(trouble(vault, "b").contains("holds no key"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewKeyTakesAllValuesOverEvenIfItWasCutOff(Databases kind) throws IOException {
    try (var storage = Storage.open(kind.create(folder))) {
      Vault vault = vault(storage);
      vault.seal("a", TOKEN, _ -> {});
      vault.seal("b", "other", _ -> {});
      String before = Files.readString(key());
      new KeyFile(key(), new SecureRandom()).add(); // Cut off here: two keys, nothing turned yet.
      assertEquals(Optional.of(TOKEN), vault.open("a"));
      vault.seal("c", "third", _ -> {});
      assertEquals(3, vault.turn(_ -> {}));
      assertEquals(1, Files.readAllLines(key()).size());
      assertNotEquals(before, Files.readString(key()));
      assertEquals(Optional.of(TOKEN), vault.open("a"));
      assertEquals(Optional.of("third"), vault.open("c"));
      Files.writeString(key(), before);
      assertTrue(trouble(vault, "a").contains("a key that is not in"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSealedWhileTheKeyTurnsIsUnderTheNewOne(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Vault vault = vault(storage);
      KeyFile file = new KeyFile(key(), new SecureRandom());
      vault.seal(
          "a",
          TOKEN,
          _ -> {
            file.add(); // Another process turns the key, and does not see this row yet.
            file.keepFirst();
          });
      assertEquals(Optional.of(TOKEN), vault.open("a"));
      assertEquals(List.of(), vault.lost());
    }
  }

  @Test
  void aKeyFileThatCannotBeMadeIsSaid() {
    try (var storage = Storage.open(Address.folder(folder))) {
      Vault vault = new Vault(storage, folder.resolve("nowhere/key"), InstantSource.fixed(NOW));
      var trouble = assertThrows(StorageTrouble.class, () -> vault.seal("a", TOKEN, _ -> {}));
      assertTrue(String.valueOf(trouble.getMessage()).contains("cannot be made"));
    }
  }
}
