package pilothouse.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database opens, keeps, and says clearly when it cannot. */
class StorageTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void keepsRowsAndBytes(Databases kind) {
    String where = kind.empty(folder);
    byte[] bytes = {0, 1, -1, 127, -128};
    try (var storage = Storage.open(where)) {
      storage.write(rows -> insert(rows, "a", "/a"));
      storage.write(
          rows -> rows.execute("insert into scan values ('a', 1, '2026-11-02', ?)", bytes));
    }
    try (var storage = Storage.open(where)) {
      byte[] kept =
          storage.read(rows ->
              rows.createQuery("select columns from scan")
                  .map((row, context) -> row.getBytes(1))
                  .one());
      assertArrayEquals(bytes, kept);
    }
  }

  @ParameterizedTest
  @EnumSource
  void undoesAWriteThatThrows(Databases kind) {
    try (var storage = Storage.open(kind.empty(folder))) {
      assertThrows(
          IllegalStateException.class,
          () ->
              storage.write(rows -> {
                insert(rows, "a", "/a");
                throw new IllegalStateException("halfway");
              }));
      assertEquals(0, count(storage));
    }
  }

  @ParameterizedTest
  @EnumSource
  void enforcesForeignKeys(Databases kind) {
    try (var storage = Storage.open(kind.empty(folder))) {
      assertThrows(
          StorageTrouble.class,
          () ->
              storage.write(
                  rows -> rows.execute("insert into scan values ('x', 1, 'now', ?)", new byte[1])));
    }
  }

  /** A database repeats what it cannot take; logs have the code by which its manual knows that. */
  @ParameterizedTest
  @EnumSource
  void whatADatabaseRepeatsIsNotForLogs(Databases kind) {
    try (var storage = Storage.open(kind.empty(folder))) {
      StorageTrouble trouble =
          assertThrows(
              StorageTrouble.class,
              () -> storage.read(rows -> rows.execute("select * from hunter2")));
      assertTrue(String.valueOf(trouble.getMessage()).contains("hunter2"), trouble.getMessage());
      assertTrue(trouble.plain().matches("The database .* reports the error \\w+\\."));
      assertFalse(trouble.plain().contains("hunter2"), trouble.plain());
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesTablesOfANewerProgram(Databases kind) {
    String where = kind.empty(folder);
    try (var storage = Storage.open(where)) {
      storage.write(rows ->
          rows.execute("update flyway_schema_history set version = '9999' where version = '2'"));
    }
    var trouble = assertThrows(StorageTrouble.class, () -> Storage.open(where));
    assertTrue(says(trouble).contains("newer Pilothouse"), says(trouble));
    assertTrue(!says(trouble).contains("postgres:postgres"), says(trouble));
  }

  @ParameterizedTest
  @EnumSource
  void refusesADatabaseOfSomebodyElse(Databases kind) throws Exception {
    String where = kind.empty(folder);
    try (Database other = Address.of(where).database()) {
      var connection = other.connections().openConnection();
      try (var statement = connection.createStatement()) {
        statement.execute("create table account (id int)");
      }
      other.connections().closeConnection(connection);
    }
    var trouble = assertThrows(StorageTrouble.class, () -> Storage.open(where));
    assertTrue(says(trouble).contains("a database of its own"), says(trouble));
  }

  @ParameterizedTest
  @EnumSource
  void twoOpenersWriteSideBySide(Databases kind) throws Exception {
    String where = kind.empty(folder);
    try (var pool = Executors.newFixedThreadPool(4)) {
      var writers = new ArrayList<Callable<Integer>>();
      for (int writer = 0; writer < 4; writer++) {
        int number = writer;
        writers.add(() -> writeFifty(where, number));
      }
      for (var done : pool.invokeAll(writers)) {
        assertEquals(50, done.get());
      }
    }
    try (var storage = Storage.open(where)) {
      assertEquals(200, count(storage));
    }
  }

  /** 300 MiB go through a log that is begun anew at 64 MiB at the latest. */
  @Test
  void whatIsWrittenAheadIsCarriedOverBeforeItGrowsLong() throws IOException {
    byte[] much = new byte[1 << 20];
    try (var storage = Storage.open(Address.folder(folder))) {
      storage.write(rows -> insert(rows, "a", "/a"));
      storage.write(rows -> rows.execute("insert into scan values ('a', 1, 'now', ?)", much));
      for (int i = 0; i < 300; i++) {
        much[0]++;
        storage.write(rows -> rows.execute("update scan set columns = ?", much));
      }
      long log = Files.size(folder.resolve("pilothouse.db-wal"));
      assertTrue(log < 130L << 20, "the log has " + (log >> 20) + " MiB");
    }
    assertFalse(Files.exists(folder.resolve("pilothouse.db-wal")), "all is in the file at the end");
  }

  @Test
  void refusesAFolderThatIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    var trouble = assertThrows(StorageTrouble.class, () -> Storage.open(Address.folder(file)));
    assertTrue(says(trouble).contains("--data"), says(trouble));
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    Files.writeString(folder.resolve("pilothouse.db"), "no database at all\n".repeat(100));
    var trouble = assertThrows(StorageTrouble.class, () -> Storage.open(Address.folder(folder)));
    assertTrue(says(trouble).contains("damaged"), says(trouble));
  }

  @Test
  void saysThatTheDiskIsFull() {
    try (var storage = Storage.open(Address.folder(folder))) {
      storage.read(rows -> rows.createQuery("pragma max_page_count = 20").mapTo(int.class).one());
      storage.write(rows -> insert(rows, "a", "/a"));
      byte[] much = new byte[1 << 20];
      var trouble =
          assertThrows(
              StorageTrouble.class,
              () ->
                  storage.write(
                      rows -> rows.execute("insert into scan values ('a', 1, 'now', ?)", much)));
      assertTrue(says(trouble).contains("disk is full"), says(trouble));
      assertEquals(1, count(storage));
    }
  }

  @Test
  void saysThatAServerDoesNotAnswer() {
    var trouble =
        assertThrows(
            StorageTrouble.class,
            () -> Storage.open("postgresql://me:secret@localhost:1/none?connectTimeout=1"));
    assertTrue(says(trouble).contains("does not answer"), says(trouble));
    assertTrue(!says(trouble).contains("secret"), says(trouble));
  }

  @Test
  void refusesAUrlWithoutADatabase() {
    assertThrows(StorageTrouble.class, () -> Storage.open("postgresql://host"));
  }

  @Test
  void writesInstantsThatSortAsTimeDoes() {
    var times =
        List.of(
            Instant.parse("2026-11-02T09:00:00Z"),
            Instant.parse("2026-11-02T09:00:00.500Z"),
            Instant.parse("2026-11-02T09:00:01Z"));
    var texts = times.stream().map(Instants::text).toList();
    assertEquals(texts, texts.stream().sorted(Comparator.naturalOrder()).toList());
    assertEquals(times, texts.stream().map(Instants::parse).toList());
  }

  private static int writeFifty(String where, int writer) {
    try (var storage = Storage.open(where)) {
      int written = 0;
      for (int i = 0; i < 50; i++) {
        String name = "r" + writer + "-" + i;
        written += storage.write(rows -> insert(rows, name, "/" + name));
      }
      return written;
    }
  }

  private static int insert(Handle rows, String name, String source) {
    return rows.execute("insert into repository values (?, ?, '2026', 'test')", name, source);
  }

  private static String says(StorageTrouble trouble) {
    return String.valueOf(trouble.getMessage());
  }

  private static int count(Storage storage) {
    return storage.read(rows ->
        rows.createQuery("select count(*) from repository")
            .map((row, context) -> row.getInt(1))
            .one());
  }
}
