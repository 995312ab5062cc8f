package pilothouse.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was backed up comes back on either database; what is broken touches nothing. */
class BackupsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String PHRASE = "the tide waits for nobody";
  @TempDir Path folder;

  private static Backups.How how(@Nullable String passphrase) {
    return new Backups.How("9.9", NOW, passphrase, passphrase == null ? null : new byte[] {7});
  }

  private Path made(@Nullable String passphrase, int seed) throws Exception {
    Path file = folder.resolve("backup" + seed);
    try (Storage storage = Storage.open(Address.folder(folder.resolve("made" + seed)))) {
      AnyRows.fill(storage, new Random(seed), 20);
      Backups.make(storage, file, how(passphrase), Progress.SILENT);
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource({"SQLITE, POSTGRESQL,", "POSTGRESQL, SQLITE, the tide waits for nobody"})
  void comesBackOnTheOtherDatabase(Databases one, Databases other, @Nullable String passphrase)
      throws Exception {
    Path file = folder.resolve("backup");
    Map<String, Tally> before;
    try (Storage storage = Storage.open(one.empty(folder))) {
      AnyRows.fill(storage, new Random(11), 30);
      before = AnyRows.tallies(storage);
      Backups.Content made = Backups.make(storage, file, how(passphrase), Progress.SILENT);
      assertEquals(before.values().stream().mapToLong(Tally::rows).sum(), made.rows());
    }
    assertEquals(passphrase != null, Backups.isEncrypted(file));
    Backups.Content content = Backups.check(file, passphrase);
    assertEquals(NOW, content.at());
    assertEquals("9.9", content.program());
    assertEquals(passphrase != null, content.key() != null);
    Address to = Address.of(other.empty(folder.resolve("other")));
    Backups.restore(file, passphrase, to, null, Progress.SILENT);
    try (Storage storage = Storage.open(to)) {
      assertEquals(AnyRows.arriving(before), AnyRows.tallies(storage));
    }
  }

  /** Others write while it is made: what it holds is of one moment. */
  @ParameterizedTest
  @EnumSource
  void isOfOneMomentWhileOthersWrite(Databases kind) throws Exception {
    Path file = folder.resolve("backup");
    AtomicBoolean isOver = new AtomicBoolean();
    try (Storage storage = Storage.open(kind.empty(folder))) {
      Thread writer =
          Thread.ofPlatform()
              .start(() -> {
                for (int i = 0; !isOver.get(); i++) {
                  String name = "pair" + i;
                  storage.write(rows ->
                      rows.execute("insert into repository values (?, ?, '', '')", name, name)
                          + rows.execute("insert into team values (?, '', '', '')", name));
                }
              });
      try {
        while (teams(storage) < 20) {
          Thread.onSpinWait();
        }
        Backups.make(storage, file, how(null), Progress.SILENT);
      } finally {
        isOver.set(true);
        writer.join();
      }
    }
    Address to = Address.folder(folder.resolve("other"));
    Map<String, Long> rows = Backups.restore(file, null, to, null, Progress.SILENT).rows();
    assertTrue(rows.getOrDefault("team", 0L) >= 20, rows.toString());
    assertEquals(rows.get("repository"), rows.get("team"));
  }

  private static long teams(Storage storage) {
    return storage.read(
        rows -> rows.createQuery("select count(*) from team").mapTo(Long.class).one());
  }

  /** Any byte, turned over, is found; so is any end that is missing, and anything behind it. */
  @ParameterizedTest
  @ValueSource(strings = {"", PHRASE})
  void whatIsDamagedIsRefusedBeforeAnythingIsTouched(String phrase) throws Exception {
    String passphrase = phrase.isEmpty() ? null : phrase;
    byte[] good = Files.readAllBytes(made(passphrase, 5));
    Passkey passkey = BackupFile.passkey(passphrase);
    Path broken = folder.resolve("broken");
    Random random = new Random(6);
    for (int i = 0; i < (passphrase == null ? 200 : 3); i++) {
      byte[] bytes = good.clone();
      bytes[i == 0 ? bytes.length - 1 : random.nextInt(bytes.length)] ^= (byte) (1 << (i % 8));
      Files.write(broken, bytes);
      refused(broken, passkey);
    }
    for (int length : new int[] {0, 40, good.length / 2, good.length - 1}) {
      Files.write(broken, java.util.Arrays.copyOf(good, length));
      refused(broken, passkey);
    }
    Files.write(broken, java.util.Arrays.copyOf(good, good.length + 1));
    refused(broken, passkey);
    assertFalse(Files.exists(folder.resolve("to")), "nothing was touched");
  }

  private String refused(Path broken, @Nullable Passkey passkey) {
    StorageTrouble trouble =
        assertThrows(
            StorageTrouble.class,
            () ->
                Backups.restoreWith(
                    passkey,
                    broken,
                    Address.folder(folder.resolve("to")),
                    () -> {},
                    Progress.SILENT));
    return String.valueOf(trouble.getMessage());
  }

  /** Whole, with a checksum that fits, and yet not what the manifest says. */
  @Test
  void whatWasWrittenByAnotherHandIsHeldAgainstItsManifest() throws Exception {
    Path file = made(null, 7);
    String[] tricks = {"\"rows\" : 20", "\"schema\"", "k1\""};
    String[] instead = {"\"rows\" : 21", "\"scheme\"", "kX\""};
    for (int i = 0; i < tricks.length; i++) {
      Path changed = rewritten(file, tricks[i], instead[i]);
      assertTrue(refused(changed, null).contains("not as it was written"), tricks[i]);
    }
    Path newer = rewritten(file, "\"schema\" : ", "\"schema\" : 9");
    assertFalse(refused(newer, null).isEmpty());
  }

  private Path rewritten(Path file, String what, String with) throws IOException {
    Path changed = folder.resolve("changed");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipFile from = new ZipFile(file.toFile());
        var to = new java.util.zip.ZipOutputStream(new Checksummed(bytes))) {
      to.setComment(Checksummed.COMMENT);
      for (var entry : java.util.Collections.list(from.entries())) {
        String text = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        to.putNextEntry(new java.util.zip.ZipEntry(entry.getName()));
        to.write(
            text.replaceFirst(java.util.regex.Pattern.quote(what), with)
                .getBytes(StandardCharsets.UTF_8));
        to.closeEntry();
      }
    }
    return Files.write(changed, bytes.toByteArray());
  }

  @Test
  void aNewerBackupAsksForTheNewerProgram() throws Exception {
    Path file = folder.resolve("newer");
    About about = new About("99", 9_999, NOW, false, java.util.List.of());
    Cargo none =
        new Cargo() {
          @Override
          public int version() {
            return 9_999;
          }

          @Override
          public java.util.List<Table> tables() {
            return java.util.List.of();
          }

          @Override
          public void into(Hold hold) {}
        };
    try (var out = new Checksummed(Files.newOutputStream(file))) {
      Packing.write(out, none, about, null, Progress.SILENT);
    }
    assertTrue(refused(file, null).contains("use the newer program"));
  }

  @Test
  void anotherPassphraseOpensNothing() throws Exception {
    Path file = made(PHRASE, 8);
    assertTrue(
        refused(file, new Passkey("the tide waits for me")).contains("passphrase does not open"));
    byte[] all = Files.readAllBytes(file);
    String text = new String(all, StandardCharsets.ISO_8859_1);
    assertFalse(
        text.contains("about.json") || text.contains("repository"), "nothing of it can be read");
    assertArrayEquals(new byte[] {7}, Backups.check(file, PHRASE).key());
  }

  @Test
  void anybodyCanLookIntoOneThatIsNotEncrypted() throws Exception {
    try (ZipFile zip = new ZipFile(made(null, 9).toFile())) {
      assertTrue(zip.getComment().startsWith("sha256:"), zip.getComment());
      String rows =
          new String(
              zip.getInputStream(zip.getEntry("rows/repository.jsonl")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertEquals(20, rows.lines().count());
      assertTrue(rows.startsWith("[\"k1\","), rows);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsThereStaysUnlessItIsToBeReplaced(Databases kind) throws Exception {
    Path file = made(null, 10);
    Address to = Address.of(kind.empty(folder));
    Map<String, Tally> before;
    try (Storage storage = Storage.open(to)) {
      AnyRows.fill(storage, new Random(12), 3);
      before = AnyRows.tallies(storage);
    }
    StorageTrouble trouble =
        assertThrows(
            StorageTrouble.class, () -> Backups.restore(file, null, to, null, Progress.SILENT));
    assertTrue(String.valueOf(trouble.getMessage()).contains("--replace"));
    try (Storage storage = Storage.open(to)) {
      assertEquals(before, AnyRows.tallies(storage));
    }
    assertFalse(Backups.isFree(to));
    Map<String, Long> rows = Backups.restore(file, null, to, () -> {}, Progress.SILENT).rows();
    assertEquals(20L, rows.get("team"));
  }

  @Test
  void aNameThatIsTakenIsRefused() throws Exception {
    Path file = made(null, 13);
    byte[] before = Files.readAllBytes(file);
    try (Storage storage = Storage.open(Address.folder(folder.resolve("made13")))) {
      assertThrows(
          StorageTrouble.class, () -> Backups.make(storage, file, how(null), Progress.SILENT));
      StorageTrouble nowhere =
          assertThrows(
              StorageTrouble.class,
              () ->
                  Backups.make(
                      storage, folder.resolve("no/such/folder/x"), how(null), Progress.SILENT));
      assertTrue(String.valueOf(nowhere.getMessage()).contains("cannot be written"));
    }
    assertArrayEquals(before, Files.readAllBytes(file));
  }
}
