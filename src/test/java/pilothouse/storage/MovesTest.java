package pilothouse.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** All rows arrive on the other database as they were, or none do. */
class MovesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "SQLITE, POSTGRESQL",
    "POSTGRESQL, SQLITE",
    "SQLITE, SQLITE",
    "POSTGRESQL, POSTGRESQL"
  })
  void everythingArrivesAndNumbersGoOn(Databases one, Databases other) throws Exception {
    Address from = Address.of(one.empty(folder));
    Address to = Address.of(other.empty(folder.resolve("other")));
    Map<String, Tally> before;
    try (Storage storage = Storage.open(from)) {
      AnyRows.fill(storage, new Random(20_261_121), 40);
      before = AnyRows.tallies(storage);
      List<String> heard = new ArrayList<>();
      Map<String, Long> moved = Moves.carry(storage, to, (table, rows) -> heard.add(table));
      assertEquals(before.keySet(), moved.keySet());
      assertEquals(List.copyOf(before.keySet()), heard);
      before.forEach((table, tally) -> assertEquals(tally.rows(), moved.get(table), table));
    }
    try (Storage storage = Storage.open(to)) {
      assertEquals(before, AnyRows.tallies(storage));
      long last =
          storage.read(
              rows -> rows.createQuery("select max(id) from delivery").mapTo(Long.class).one());
      storage.write(rows ->
          rows.execute(
              "insert into delivery (source, delivery_id, received_at, size, state, reason,"
                  + " facts_new, facts_unchanged, parser) values ('x', 'y', 'z', 0, '', '', 0, 0, '')"));
      long next =
          storage.read(
              rows -> rows.createQuery("select max(id) from delivery").mapTo(Long.class).one());
      assertEquals(last + 1, next);
      assertThrows(
          StorageTrouble.class,
          () -> storage.write(rows -> rows.execute("delete from person")),
          "the foreign keys hold again");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotEmptyIsRefusedAndStaysAsItIs(Databases other) throws Exception {
    Address to = Address.of(other.empty(folder.resolve("other")));
    try (Storage storage = Storage.open(to)) {
      AnyRows.fill(storage, new Random(1), 1);
    }
    try (Storage from = Storage.open(Address.folder(folder.resolve("one")))) {
      AnyRows.fill(from, new Random(2), 2);
      StorageTrouble trouble =
          assertThrows(StorageTrouble.class, () -> Moves.carry(from, to, Progress.SILENT));
      assertTrue(String.valueOf(trouble.getMessage()).contains("is not empty"));
      assertThrows(
          StorageTrouble.class,
          () -> Moves.carry(from, Address.folder(folder.resolve("one")), Progress.SILENT));
    }
    try (Storage storage = Storage.open(to)) {
      assertEquals(1, Objects.requireNonNull(AnyRows.tallies(storage).get("team")).rows());
    }
  }

  /** PostgreSQL knows no U+0000: the move fails in the middle, and leaves nothing. */
  @Test
  void aMoveThatFailsLeavesTheOtherEmpty() throws Exception {
    Address to = Address.of(Databases.POSTGRESQL.empty(folder));
    try (Storage from = Storage.open(Address.folder(folder.resolve("one")))) {
      AnyRows.fill(from, new Random(3), 3);
      from.write(rows -> rows.execute("update team set source = ? where name = 'k1'", "a\0b"));
      StorageTrouble trouble =
          assertThrows(StorageTrouble.class, () -> Moves.carry(from, to, Progress.SILENT));
      assertTrue(String.valueOf(trouble.getMessage()).contains("U+0000"), trouble.getMessage());
      try (Database target = to.database()) {
        assertTrue(Vacancy.of(target));
      }
      from.write(rows -> rows.execute("update team set source = '' where name = 'k1'"));
      Moves.carry(from, to, Progress.SILENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatWasCutOffIsRefusedUntilItIsDoneAgain(Databases other) throws Exception {
    Address to = Address.of(other.empty(folder.resolve("other")));
    try (Storage storage = Storage.open(to)) {
      AnyRows.fill(storage, new Random(4), 4);
      storage.write(rows -> rows.execute("create table " + Tables.FILLING + " (one int)"));
    }
    StorageTrouble trouble = assertThrows(StorageTrouble.class, () -> Storage.open(to));
    assertTrue(String.valueOf(trouble.getMessage()).contains("run the same one again"));
    try (Storage from = Storage.open(Address.folder(folder.resolve("one")))) {
      AnyRows.fill(from, new Random(5), 5);
      Moves.carry(from, to, Progress.SILENT);
      Map<String, Tally> before = AnyRows.tallies(from);
      try (Storage storage = Storage.open(to)) {
        assertEquals(before, AnyRows.tallies(storage));
      }
    }
  }
}
