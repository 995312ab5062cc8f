package pilothouse.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.FastImport;
import pilothouse.Village;
import pilothouse.git.GitTrouble;
import pilothouse.git.Progress;
import pilothouse.git.Scanner;
import pilothouse.journal.Who;
import pilothouse.schedule.Schedule;
import pilothouse.storage.Databases;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.systems.Repository;
import pilothouse.systems.Systems;

/** What was read is kept, told again without the repository, and never half-told. */
class EvidenceTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Village.NOW);
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void keepsWhatItRead(Databases kind) {
    String where = kind.create(folder);
    History first;
    try (var storage = Storage.open(where)) {
      first = evidence(storage).sound(Village.repository().toString(), Progress.SILENT);
    }
    try (var storage = Storage.open(where)) {
      Evidence later = evidence(storage);
      History kept = later.history("ferry").orElseThrow();
      assertEquals(first.version(), kept.version());
      assertEquals(List.of(first.commits().subjects()), List.of(kept.commits().subjects()));
      assertEquals(
          List.of("@ferry/tickets"), later.owners("ferry").owners("tickets/src/Seat.java"));
      assertSame(kept, later.histories().getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameTwiceChangesNothing(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Evidence evidence = evidence(storage);
      String source = Village.repository().toString();
      History first = evidence.sound(source, Progress.SILENT);
      assertSame(first, evidence.sound(source, Progress.SILENT));
      assertEquals(first.version(), evidence(storage).sound(source, Progress.SILENT).version());
      assertEquals(1, revision(storage));
    }
  }

  @Test
  void readsWhatIsNew() {
    Path own = Village.buildIn(folder.resolve("own"));
    try (var storage = Databases.of(folder.resolve("data"))) {
      Evidence evidence = evidence(storage);
      History before = evidence.sound(own.toString(), Progress.SILENT);
      long version = evidence.version();
      FastImport.git(own, "update-ref", "refs/heads/main", "main~3");
      History after = evidence.sound(own.toString(), Progress.SILENT);
      assertNotEquals(before.commits().head(), after.commits().head());
      assertTrue(after.version() > before.version());
      assertTrue(evidence.version() > version);
      assertEquals(2, revision(storage));
    }
  }

  /** Each has connections and a memory of its own, as processes have. */
  @ParameterizedTest
  @EnumSource
  void whatOneProcessReadsOrForgetsTheOthersKnowAtOnce(Databases kind) {
    String where = kind.create(folder);
    Path own = Village.buildIn(folder.resolve("own"));
    try (var one = Storage.open(where);
        var two = Storage.open(where)) {
      Evidence reader = evidence(one);
      Evidence other = evidence(two);
      assertEquals(List.of(), other.histories());
      History first = reader.sound(own.toString(), Progress.SILENT);
      String name = first.repository();
      assertEquals(first.version(), other.history(name).orElseThrow().version());
      assertSame(other.history(name).orElseThrow(), other.histories().getFirst());
      long version = other.version();
      FastImport.git(own, "update-ref", "refs/heads/main", "main~3");
      History second = reader.sound(own.toString(), Progress.SILENT);
      assertTrue(other.version() > version);
      assertEquals(second.commits().head(), other.history(name).orElseThrow().commits().head());
      assertEquals(second.version(), other.sound(own.toString(), Progress.SILENT).version());
      reader.forget(reader.registered(own.toString()).orElseThrow(), Who.program(), "");
      assertTrue(other.history(name).isEmpty());
      assertEquals(List.of(), other.histories());
      assertTrue(other.sound(own.toString(), Progress.SILENT).version() > second.version());
    }
  }

  @Test
  void whatAnotherProcessReadsIsReadWhenThatOneIsGone() {
    try (var storage = Databases.of(folder.resolve("data"));
        var schedule = new Schedule(CLOCK, 1)) {
      Evidence evidence = evidence(storage);
      Repository ferry = evidence.register(Village.repository().toString(), "test");
      storage.write(rows ->
          rows.execute(
              "insert into lease (name, holder, until) values (?, 'gone', ?)",
              "reading of ferry",
              "9999-01-01T00:00:00.000Z"));
      assertEquals(Set.of("ferry"), evidence.readElsewhere());
      evidence.soundAll(List.of(ferry), schedule, Progress.SILENT);
      while (evidence.soundings().getFirst().says().isEmpty()) {
        Thread.onSpinWait();
      }
      assertEquals("is read by another process", evidence.soundings().getFirst().says());
      assertTrue(evidence.history("ferry").isEmpty());
      storage.write(rows -> rows.execute("update lease set until = '2026-01-01T00:00:00.000Z'"));
      while (!evidence.soundings().getFirst().isOver()) {
        Thread.onSpinWait();
      }
      assertEquals(Sounding.State.DONE, evidence.soundings().getFirst().state());
      assertTrue(evidence.history("ferry").isPresent());
      assertEquals(Set.of(), evidence.readElsewhere());
    }
  }

  @Test
  void readsAgainWhatIsDamaged() {
    try (var storage = Databases.of(folder.resolve("data"))) {
      String source = Village.repository().toString();
      History first = evidence(storage).sound(source, Progress.SILENT);
      storage.write(rows -> rows.execute("update scan set columns = ?", new byte[] {1, 2, 3}));
      assertTrue(evidence(storage).history("ferry").isEmpty());
      History again = evidence(storage).sound(source, Progress.SILENT);
      assertEquals(first.commits().size(), again.commits().size());
      assertTrue(again.version() > first.version());
    }
  }

  @Test
  void aBadSourceLeavesNothingBehind() {
    try (var storage = Databases.of(folder.resolve("data"))) {
      Evidence evidence = evidence(storage);
      String nowhere = folder.resolve("nowhere").toString();
      var trouble = assertThrows(GitTrouble.class, () -> evidence.sound(nowhere, Progress.SILENT));
      assertTrue(String.valueOf(trouble.getMessage()).contains("nowhere"));
      assertEquals(List.of(), new Systems(storage, CLOCK).all());
    }
  }

  @Test
  void oneThatFailsDoesNotStopTheOthers() {
    try (var storage = Databases.of(folder.resolve("data"));
        var schedule = new Schedule(CLOCK, 1)) {
      Evidence evidence = evidence(storage);
      var systems = new Systems(storage, CLOCK);
      systems.register(folder.resolve("nowhere").toString(), "up");
      systems.register(Village.repository().toString(), "up");
      evidence.soundAll(systems.all(), schedule, Progress.SILENT);
      schedule.jobs().forEach(job -> assertTrue(job.await(60_000)));
      var soundings = evidence.soundings();
      assertEquals(
          List.of(Sounding.State.DONE, Sounding.State.FAILED),
          soundings.stream().map(Sounding::state).toList());
      assertFalse(soundings.getLast().says().isBlank());
      assertEquals(Village.NOW, soundings.getLast().endedAt());
      assertEquals(1, evidence.histories().size());
    }
  }

  @Test
  void showsCommitsBeforeLinesAreCounted() {
    try (var storage = Databases.of(folder.resolve("data"))) {
      Evidence evidence = evidence(storage);
      var board = new Soundings(CLOCK);
      var repository = new Systems(storage, CLOCK).register(Village.repository().toString(), "up");
      board.begin(repository);
      var partial = new ArrayList<History>();
      var progress =
          board.progress(
              "ferry", scan -> partial.add(evidence.early("ferry", scan)), Progress.SILENT);
      Scanner.scan(Village.repository(), null, Scanner.Options.usual(), progress);
      assertFalse(partial.getFirst().coverage().linesCounted());
      assertTrue(partial.getFirst().changes().size() > 0);
      assertSame(partial.getLast(), evidence.history("ferry").orElseThrow());
      History whole = evidence.sound(Village.repository().toString(), Progress.SILENT);
      assertTrue(whole.version() > partial.getLast().version());
      assertTrue(whole.coverage().linesCounted());
    }
  }

  @Test
  void clonesWhatIsElsewhereAndUpdatesIt() {
    Path origin = Village.buildIn(folder.resolve("origin"));
    String url = origin.toUri().toString().replaceFirst("^file:/+", "file:///");
    try (var storage = Databases.of(folder.resolve("data"))) {
      Evidence evidence = evidence(storage);
      History first = evidence.sound(url, Progress.SILENT);
      assertEquals("origin", first.repository());
      FastImport.git(origin, "update-ref", "refs/heads/main", "main~1");
      History second = evidence.sound(url, Progress.SILENT);
      assertEquals(
          first.commits().onHead().cardinality() - 1, second.commits().onHead().cardinality());
    }
  }

  private Evidence evidence(Storage storage) {
    var systems = new Systems(storage, CLOCK);
    return new Evidence(
        storage, systems, folder, Scanner.Options.usual(), CLOCK, new Leases(storage));
  }

  private static int revision(Storage storage) {
    return storage.read(rows ->
        rows.createQuery("select revision from scan").map((row, context) -> row.getInt(1)).one());
  }
}
