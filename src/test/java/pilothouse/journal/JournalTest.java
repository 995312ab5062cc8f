package pilothouse.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteDataSource;
import pilothouse.storage.Databases;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.storage.StorageTrouble;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;
import tools.jackson.databind.ObjectMapper;

/** Entries stand in a chain that both databases keep, and of which each break shows. */
class JournalTest {
  private static final Instant AT = Instant.parse("2026-11-02T09:00:00.123456Z");
  private static final Said MARA = Said.by("account/7", "Mara Lind", "asked in the \"round\"\n");
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Databases.class)
  void whatIsWrittenIsReadAgain(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      Journal journal = new Journal(storage);
      Entry entry =
          Entry.of(AT, MARA, "team declared", Subject.team("core ü"))
              .changing(
                  Map.of("title", "Core", "size", "4", "same", "x"),
                  Map.of("title", "Core\u0000 team 🚢", "new", "", "same", "x"));
      storage.write(rows -> {
        Journal.write(rows, entry);
        return true;
      });
      Line line = journal.page(Asked.ALL, Caller.onlyYou(), Long.MAX_VALUE, 10).lines().getFirst();
      assertEquals(entry, line.entry());
      assertEquals(1, line.seq());
      assertEquals(Map.of("title", "Core", "size", "4"), line.entry().before());
      assertEquals(Map.of("title", "Core\uFFFD team 🚢"), line.entry().after());
      assertEquals("/teams/core%20%C3%BC", line.entry().subject().address());
      assertEquals(new Check.Noted(1, line.hash()), journal.head());
      assertEquals(List.of(), journal.verify(journal.head()).troubles());
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void anEntryIsKeptIfAndOnlyIfItsChangeIs(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      write(storage, "first");
      assertThrows(
          IllegalStateException.class,
          () ->
              storage.write(rows -> {
                Journal.write(rows, entry("never"));
                throw new IllegalStateException("the change fails");
              }));
      write(storage, "second");
      assertEquals(List.of("first", "second"), whats(new Journal(storage), Asked.ALL));
      assertTrue(new Journal(storage).verify(null).isWhole());
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void manyAtOnceMakeOneChain(Databases kind) throws Exception {
    String where = kind.create(folder);
    try (Storage one = Storage.open(where);
        Storage other = Storage.open(where);
        var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> writers =
          IntStream.range(0, 80)
              .<Callable<Boolean>>mapToObj(
                  number -> () -> write(number % 2 == 0 ? one : other, "change " + number))
              .toList();
      for (var done : threads.invokeAll(writers)) {
        assertTrue(done.get());
      }
      Check check = new Journal(one).verify(null);
      assertEquals(List.of(), check.troubles());
      assertEquals(80, check.entries());
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void bothDatabasesRefuseToChangeOrForgetAnEntry(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      write(storage, "first");
      for (String statement :
          List.of("update journal_entry set why = 'other'", "delete from journal_entry")) {
        StorageTrouble refused =
            assertThrows(
                StorageTrouble.class, () -> storage.write(rows -> rows.execute(statement)));
        assertTrue(
            String.valueOf(refused.getMessage()).contains("only added to"), refused.getMessage());
      }
      assertTrue(new Journal(storage).verify(null).isWhole());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update journal_entry set why = 'because ' where seq = 2 | Entry 2 was changed after it was written.",
        "update journal_entry set became = '{ }' where seq = 3 | Entry 3 was changed after it was written.",
        "update journal_entry set who_name = 'Nobody' where seq = 1 | Entry 1 was changed after it was written.",
        "delete from journal_entry where seq = 2 | Entry 2 is missing.",
        "delete from journal_entry where seq in (2, 3) | Entries 2 to 3 are missing, 2.",
        "delete from journal_entry where seq > 3 | Entries 4 to 5 are missing, 2.",
        "update journal_entry set seq = 9 where seq = 5 | Entries 5 to 8 are missing, 4.",
        "update journal_head set seq = 4 | The end of the chain was changed: entry 5 is not the last one that was written.",
      })
  void eachBreakOfTheChainShows(String tampering, String says) {
    String where = Databases.SQLITE.create(folder);
    try (Storage storage = Storage.open(where)) {
      for (int i = 1; i <= 5; i++) {
        write(storage, "change " + i);
      }
      behind(Path.of(where), tampering);
      assertEquals(says, new Journal(storage).verify(null).troubles().getFirst());
    }
  }

  @Test
  void anExchangedEntryShowsAtTheOneBehindIt() {
    String where = Databases.SQLITE.create(folder);
    try (Storage storage = Storage.open(where)) {
      write(storage, "first");
      write(storage, "second");
      write(storage, "third");
      Journal journal = new Journal(storage);
      Line second = journal.after(Asked.ALL, 1, 1).getFirst();
      Line forged = Line.behind(2, second.previous(), entry("forged"));
      behind(
          Path.of(where),
          "update journal_entry set what = 'forged', hash = '" + forged.hash() + "' where seq = 2");
      assertEquals(
          List.of("Entry 3 is not the one that followed entry 2."),
          journal.verify(null).troubles());
    }
  }

  /** Whoever may write to the file can write the chain anew; a note from elsewhere tells. */
  @Test
  void aChainThatWasWrittenAnewShowsAgainstANote() {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      write(storage, "first");
      Journal journal = new Journal(storage);
      assertTrue(journal.verify(journal.head()).isWhole());
      assertEquals(
          List.of("Entry 1 is not the one that was noted."),
          journal.verify(new Check.Noted(1, "ab")).troubles());
      assertEquals(
          List.of("Entry 2, which was noted, is not there."),
          journal.verify(new Check.Noted(2, "ab")).troubles());
    }
  }

  /** Another program parses a line, takes the hash out, and hashes the rest. */
  @Test
  void othersCanCheckWhatWasExported() throws Exception {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      storage.write(rows -> {
        Journal.write(
            rows,
            Entry.of(AT, MARA, "team \u0001declared", Subject.team("ü \\ \"t\"\t"))
                .with(Map.of("title", "\u001f<b>é</b>\n🚢")));
        return true;
      });
      write(storage, "second");
      String previous = "0".repeat(64);
      for (Line line : new Journal(storage).after(Asked.ALL, 0, 10)) {
        Map<?, ?> all = new ObjectMapper().readValue(line.json(), TreeMap.class);
        String hash = String.valueOf(all.remove("hash"));
        byte[] rest = new ObjectMapper().writeValueAsString(all).getBytes(UTF_8);
        String again = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(rest));
        assertEquals(again, hash, line.json());
        assertEquals(previous, all.get("previous"));
        previous = hash;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Databases.class)
  void filtersLeaveOutTheRest(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      Journal journal = new Journal(storage);
      Instant later = AT.plusSeconds(86_400);
      storage.write(rows -> {
        Journal.write(rows, Entry.of(AT, MARA, "team declared", Subject.team("core")));
        Journal.write(
            rows,
            Entry.of(later, Who.program(), "system declared", Subject.system("50%_off"), "found"));
        Journal.write(
            rows,
            Entry.of(later, Who.terminal(), "system retired", Subject.system("bell"), "")
                .with(Map.of("title", "Grüße")));
        return true;
      });
      assertEquals(1, whats(journal, asked("account/7", "", "", "", "")).size());
      assertEquals(1, whats(journal, asked("mara lind", "", "", "", "")).size());
      assertEquals(2, whats(journal, asked("", "system", "", "", "")).size());
      assertEquals(1, whats(journal, asked("", "system retired", "", "", "")).size());
      assertEquals(0, whats(journal, asked("", "syst", "", "", "")).size());
      assertEquals(2, whats(journal, asked("", "", "system", "", "")).size());
      assertEquals(1, whats(journal, asked("", "", "team", "core", "")).size());
      assertEquals(1, whats(journal, asked("", "", "", "", "0%_O")).size());
      assertEquals(0, whats(journal, asked("", "", "", "", "5_%")).size());
      assertEquals(1, whats(journal, asked("", "", "", "", "grüße")).size());
      assertEquals(
          2, whats(journal, new Asked("", "", "", "", null, later, null, "", true)).size());
      assertEquals(
          1, whats(journal, new Asked("", "", "", "", null, null, later, "", true)).size());
    }
  }

  @Test
  void pagesFollowEachOtherAndShowWhatTheCallerMaySee() {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      storage.write(rows -> {
        for (int i = 0; i < 1_300; i++) {
          String name = i % 100 == 0 ? "mine" : "other";
          Journal.write(rows, Entry.of(AT, MARA, "system declared", Subject.system(name)));
        }
        Journal.write(rows, Entry.of(AT, MARA, "person joined", Subject.person("x")));
        Subject mine = Subject.system("mine").needing(Permission.PEOPLE);
        Journal.write(rows, Entry.of(AT, MARA, "owner named", mine));
        return true;
      });
      Journal journal = new Journal(storage);
      Caller reader = caller("account/9", "mine");
      List<Long> seen = new ArrayList<>();
      long key = Long.MAX_VALUE;
      int pages = 0;
      do {
        Journal.Page page = journal.page(Asked.ALL, reader, key, 5);
        assertTrue(page.lines().size() <= 5);
        page.lines().forEach(line -> seen.add(line.seq()));
        key = page.next();
        pages++;
      } while (key > 0);
      assertEquals(3, pages);
      assertEquals(
          IntStream.range(0, 13).mapToObj(i -> 1_201L - 100L * i).toList(), seen, "newest first");
      assertEquals(List.of(), journal.last(Asked.about("system", "other"), reader));
      assertEquals(
          5, journal.last(Asked.about("system", "other"), caller("account/7", "none")).size());
      List<Line> all = new ArrayList<>();
      journal.each(Asked.ALL, reader, all::add);
      assertEquals(seen.reversed(), all.stream().map(Line::seq).toList());
    }
  }

  @Test
  void whoActedIsLeftOutForThoseWhoMayNotSeePeopleThere() {
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      storage.write(rows -> {
        for (Who who :
            List.of(
                Who.of("account/7", "Mara Lind"),
                Who.of("account/9", "Reader"),
                Who.of("token/1", "Mara's script"),
                Who.terminal(),
                Who.program())) {
          Journal.write(
              rows,
              Entry.of(AT, who, "metric used", Subject.system("mine"), "")
                  .with(Map.of("metric", "x", "said by", who.name())));
        }
        return true;
      });
      List<Line> told = new ArrayList<>();
      new Journal(storage).each(Asked.ALL, caller("account/9", "mine"), told::add);
      assertEquals(
          List.of("somebody", "Reader", "a program", "the terminal", "Pilothouse"),
          told.stream().map(line -> line.entry().who().name()).toList());
      assertEquals(
          List.of(true, false, true, false, false),
          told.stream().map(line -> line.hash().isEmpty()).toList());
      assertFalse(told.stream().anyMatch(line -> line.json().contains("Mara")), told.toString());
      List<Line> all = new ArrayList<>();
      new Journal(storage).each(Asked.ALL, Caller.onlyYou(), all::add);
      assertTrue(all.stream().noneMatch(line -> line.hash().isEmpty()));
      assertEquals("Mara Lind", all.getFirst().entry().after().get("said by"));
    }
  }

  @Test
  void entriesAreBoundedAndStayTheSameWhenReadAgain() {
    Map<String, String> many =
        IntStream.range(0, 60)
            .boxed()
            .collect(Collectors.toMap(number -> "field " + number, _ -> "🚢".repeat(5_000)));
    try (Storage storage = Storage.open(Databases.usual().create(folder))) {
      Entry large =
          Entry.of(AT, Who.program(), "x".repeat(500), Subject.team("t".repeat(900)), " why ")
              .with(many);
      storage.write(rows -> {
        Journal.write(rows, large);
        return true;
      });
      Line line = new Journal(storage).after(Asked.ALL, 0, 1).getFirst();
      assertEquals(large, line.entry());
      assertEquals(40, line.entry().after().size());
      assertEquals("and 21 more", line.entry().after().get("…"));
      assertFalse(line.json().length() > 60_000, "so long: " + line.json().length());
      assertTrue(new Journal(storage).verify(null).isWhole());
    }
  }

  private static Asked asked(String who, String what, String kind, String subject, String text) {
    return new Asked(who, what, kind, subject, null, null, null, text, true);
  }

  private static List<String> whats(Journal journal, Asked asked) {
    return journal.after(asked, 0, 100).stream().map(line -> line.entry().what()).toList();
  }

  private static Entry entry(String what) {
    return Entry.of(AT, Who.program(), what, Subject.team("core"), "because");
  }

  private static boolean write(Storage storage, String what) {
    return storage.write(rows -> {
      Journal.write(rows, entry(what));
      return true;
    });
  }

  /** Changes rows behind the program's back, as who has the file can. */
  private static void behind(Path data, String statement) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + data.resolve("pilothouse.db"));
    Jdbi.create(source)
        .useHandle(rows -> {
          rows.execute("drop trigger journal_entry_stays");
          rows.execute("drop trigger journal_entry_remains");
          rows.execute(statement);
        });
  }

  /** Somebody who may look at one system alone. */
  private static Caller caller(String id, String system) {
    return new Caller() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public String name() {
        return "somebody";
      }

      @Override
      public boolean may(Permission permission, Where where) {
        return permission == Permission.READ && where.equals(Where.system(system));
      }
    };
  }
}
