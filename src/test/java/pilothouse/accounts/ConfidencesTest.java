package pilothouse.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.storage.Databases;
import pilothouse.storage.Drawer;
import pilothouse.storage.Storage;
import pilothouse.storage.StorageTrouble;
import pilothouse.storage.Vault;
import pilothouse.systems.Systems;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What is sealed for somebody opens for nobody else, whatever their role. */
class ConfidencesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String NOTE = "wants to lead by spring";

  @TempDir Path folder;

  private static Caller caller(Storage storage, String id, Role role, Where where) {
    Realm realm = new Realm(new Systems(storage, CLOCK), CLOCK, ZoneOffset.UTC);
    Account account = new Account(id, id + "@ferry.example", id, null, NOW, "", null);
    return new SignedIn(
        account, "", List.of(new Grant("1", id, role, where, NOW, "", "", null)), realm);
  }

  private Vault vault(Storage storage) {
    return new Vault(storage, folder.resolve("pilothouse.key"), CLOCK);
  }

  private static Optional<String> value(Drawer drawer, String name) {
    return drawer.find(name).map(Vault.Opened::value);
  }

  @ParameterizedTest
  @EnumSource
  void onlyTheAuthorOpensWhatTheAuthorSealed(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Confidences door = new Confidences(vault(storage));
      Caller mara = caller(storage, "mara", Role.LEAD, Where.team("pier"));
      Caller captain = caller(storage, "captain", Role.ADMINISTRATOR, Where.ORGANISATION);
      door.own(mara).seal("1:1 with Ada", NOTE, _ -> {});
      assertEquals(Optional.of(NOTE), value(door.own(mara), "1:1 with Ada"));
      assertEquals(List.of(new Vault.Kept("1:1 with Ada", NOW)), door.own(mara).all());
      assertEquals(Optional.empty(), value(door.own(captain), "1:1 with Ada"));
      assertEquals(List.of(), door.own(captain).all());
      assertFalse(door.own(captain).forget("1:1 with Ada", _ -> {}));
      assertThrows(Refused.class, () -> door.own(Caller.nobody()));
      assertThrows(Refused.class, () -> door.own(Caller.onlyYou()));
      assertThrows(Refused.class, () -> door.own(token(storage, mara)));
      assertTrue(door.own(mara).forget("1:1 with Ada", _ -> {}));
    }
  }

  private static Caller token(Storage storage, Caller owner) {
    Realm realm = new Realm(new Systems(storage, CLOCK), CLOCK, ZoneOffset.UTC);
    Set<Permission> all = Set.of(Permission.READ, Permission.CHANGE, Permission.ADMINISTER);
    return new Program("token/1", "export", all, Set.of(Where.ORGANISATION), owner, realm.view());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSealedForATeamOpensForItsLeadsAlone(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Confidences door = new Confidences(vault(storage));
      Caller lead = caller(storage, "mara", Role.LEAD, Where.team("pier"));
      Caller next = caller(storage, "juno", Role.LEAD, Where.team("pier"));
      door.of("pier", lead).seal("candidates", NOTE, _ -> {});
      assertEquals(Optional.of(NOTE), value(door.of("pier", next), "candidates"));
      for (Caller other :
          List.of(
              caller(storage, "ada", Role.MEMBER, Where.team("pier")),
              caller(storage, "bo", Role.LEAD, Where.team("harbour")),
              caller(storage, "cy", Role.LEAD, Where.ORGANISATION),
              caller(storage, "di", Role.ADMINISTRATOR, Where.team("pier")),
              caller(storage, "captain", Role.ADMINISTRATOR, Where.ORGANISATION),
              token(storage, lead),
              Caller.onlyYou(),
              Caller.nobody())) {
        assertThrows(Refused.class, () -> door.of("pier", other), other.name());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRowThatWasGivenToSomebodyElseDoesNotOpen(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Confidences door = new Confidences(vault(storage));
      Caller mara = caller(storage, "mara", Role.LEAD, Where.team("pier"));
      Caller thief = caller(storage, "thief", Role.LEAD, Where.team("pier:x"));
      door.own(mara).seal("note", NOTE, _ -> {});
      door.own(thief).seal("note", "mine", _ -> {});
      storage.write(rows -> rows.execute("delete from sealed where name = 'author:thief:note'"));
      storage.write(rows ->
          rows.execute(
              "update sealed set name = 'author:thief:note' where name = 'author:mara:note'"));
      Drawer stolen = door.own(thief);
      assertThrows(StorageTrouble.class, () -> value(stolen, "note"));
      assertEquals(Optional.empty(), value(door.of("pier:x", thief), "note"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewKeyKeepsEverybodysOwn(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Vault vault = vault(storage);
      Confidences door = new Confidences(vault);
      Caller mara = caller(storage, "mara", Role.LEAD, Where.team("pier"));
      door.own(mara).seal("note", NOTE, _ -> {});
      door.of("pier", mara).seal("note", "of the team", _ -> {});
      assertEquals(2, vault.turn(_ -> {}));
      assertEquals(Optional.of(NOTE), value(door.own(mara), "note"));
      assertEquals(Optional.of("of the team"), value(door.of("pier", mara), "note"));
    }
  }
}
