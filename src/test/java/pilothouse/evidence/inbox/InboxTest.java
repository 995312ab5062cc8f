package pilothouse.evidence.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Measurement;
import pilothouse.journal.Who;
import pilothouse.storage.Databases;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;

/** What comes in is kept once, understood in turn, and lost never. */
class InboxTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final Script LOUD = new Script("loud");
  private static final Script QUIET = new Script("quiet");
  @TempDir Path folder;

  private static Inbox inbox(Storage storage, Source... sources) {
    return new Inbox(
        storage,
        List.of(sources),
        new Facts(storage, CLOCK)::addEach,
        CLOCK,
        Duration.ofDays(90),
        new Room(1_000, 64 << 20),
        new Leases(storage));
  }

  private static Delivery delivery(String source, String id, String body) {
    return delivery(source, id, NOW, body);
  }

  private static Delivery delivery(String source, String id, Instant at, String body) {
    return new Delivery(source, id, at, Map.of("x-kept", "a: b"), body.getBytes(UTF_8));
  }

  @ParameterizedTest
  @EnumSource
  void aDeliveryIsKeptOnceAsItCameIn(Databases kind) {
    String where = kind.create(folder);
    long id;
    byte[] body = new byte[300_000];
    new Random(20_261_121).nextBytes(body);
    try (Storage storage = Storage.open(where);
        Inbox inbox = inbox(storage, LOUD)) {
      Delivery delivery = new Delivery("loud", "a", NOW, Map.of("X-Kept", "a: b"), body);
      Accepted accepted = inbox.accept(delivery);
      assertFalse(accepted.known());
      id = accepted.id();
      assertEquals(new Accepted(id, true), inbox.accept(delivery("loud", "a", "other")));
      assertTrue(inbox.accept(delivery("loud", "b", "fact x 1")).id() > id);
    }
    try (Storage storage = Storage.open(where);
        Inbox inbox = inbox(storage, LOUD)) {
      Delivery again = inbox.delivery(id).orElseThrow();
      assertArrayEquals(body, again.body());
      assertEquals("a: b", again.header("x-kept").orElseThrow());
      assertEquals(NOW, again.receivedAt());
      assertEquals(2, inbox.newest(null, State.WAITING, Long.MAX_VALUE, 10).size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyAtOnceAreEachKeptOnce(Databases kind) throws Exception {
    try (Storage storage = Storage.open(kind.create(folder));
        Inbox inbox = inbox(storage, LOUD);
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Accepted>> sent = new ArrayList<>();
      for (int i = 0; i < 600; i++) {
        String id = String.valueOf(i % 200);
        sent.add(senders.submit(() -> inbox.accept(delivery("loud", id, "fact x 1"))));
      }
      int fresh = 0;
      for (Future<Accepted> each : sent) {
        fresh += each.get().known() ? 0 : 1;
      }
      assertEquals(200, fresh);
      assertEquals(200, inbox.tally("loud", NOW.minusSeconds(1)).of(State.WAITING));
      assertEquals(0, inbox.tally("loud", NOW.plusSeconds(1)).total());
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsUnderstoodBecomesFactsAndTheSameFactTwiceIsOne(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder));
        Inbox inbox = inbox(storage, LOUD)) {
      long first = inbox.accept(delivery("loud", "1", "fact activation 41.5")).id();
      long twice = inbox.accept(delivery("loud", "2", "fact activation 41.5")).id();
      long other = inbox.accept(delivery("loud", "3", "ignore nobody_asked")).id();
      assertEquals(3, inbox.finish());
      assertEquals(State.DONE, inbox.find(first).orElseThrow().state());
      assertEquals(1, inbox.find(first).orElseThrow().fresh());
      assertEquals(0, inbox.find(twice).orElseThrow().fresh());
      assertEquals(1, inbox.find(twice).orElseThrow().unchanged());
      assertEquals(State.IGNORED, inbox.find(other).orElseThrow().state());
      assertEquals("nobody_asked", inbox.find(other).orElseThrow().reason());
      assertEquals(1, new Facts(storage, CLOCK).told(Measurement.class, 0, 10).size(), "one fact");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeUnderstoodIsParkedAndRunAgain(Databases kind) {
    Script source = new Script("loud");
    try (Storage storage = Storage.open(kind.create(folder));
        Inbox inbox = inbox(storage, source, QUIET)) {
      long refused = inbox.accept(delivery("loud", "1", "refuse")).id();
      long broken = inbox.accept(delivery("loud", "2", "break")).id();
      long nested = inbox.accept(delivery("loud", "3", "nested")).id();
      inbox.accept(delivery("loud", "4", "fact x 1"));
      inbox.finish();
      assertEquals("“size” is missing. Send it.", inbox.find(refused).orElseThrow().reason());
      assertTrue(inbox.find(broken).orElseThrow().reason().contains("a fault ?[31m"));
      assertTrue(inbox.find(nested).orElseThrow().reason().contains("--memory"));
      assertEquals(Map.of("loud", 3L), inbox.standing(State.PARKED));
      source.mended()[0] = true;
      assertEquals(0, inbox.replay(Replay.parkedOf("quiet"), Who.program()));
      assertEquals(1, inbox.replay(Replay.one(refused), Who.program()));
      assertEquals(2, inbox.replay(Replay.parked(), Who.program()));
      inbox.finish();
      assertEquals(State.DONE, inbox.find(refused).orElseThrow().state());
      assertEquals("", inbox.find(refused).orElseThrow().reason());
      assertEquals(Map.of("loud", 2L), inbox.standing(State.PARKED));
      assertEquals(
          4,
          inbox.replay(Replay.parked().since(NOW.minusSeconds(1)), Who.program()),
          "whatever it was");
      assertEquals(0, inbox.replay(Replay.parked().since(NOW.plusSeconds(1)), Who.program()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFloodOfOneSourceDoesNotHoldUpTheOthers(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder));
        Inbox inbox = inbox(storage, LOUD, QUIET);
        Worker worker = worker(storage, LOUD, QUIET)) {
      IntStream.range(0, 100).forEach(i -> inbox.accept(delivery("loud", "l" + i, "fact x " + i)));
      long late = inbox.accept(delivery("quiet", "q", "fact y 1")).id();
      int judged = worker.round();
      assertTrue(judged < 100, "a turn is bounded: " + judged);
      assertEquals(State.DONE, inbox.find(late).orElseThrow().state());
      List<Long> done =
          inbox.newest("loud", State.DONE, Long.MAX_VALUE, 200).stream().map(Kept::id).toList();
      List<Long> waiting =
          inbox.newest("loud", State.WAITING, Long.MAX_VALUE, 200).stream().map(Kept::id).toList();
      assertEquals(judged - 1, done.size());
      assertTrue(done.getFirst() < waiting.getLast(), "those of a source in their order");
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneThatCannotBeKeptIsParkedAloneAndTheOthersOfItsTurnAreKept(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      Facts facts = new Facts(storage, CLOCK);
      Keeping sick =
          (told, source) -> {
            if (told.toString().contains("metric=sick")) {
              throw new IllegalStateException("a fault of the keeping");
            }
            return facts.addEach(told, source);
          };
      Room room = new Room(1_000, 64 << 20);
      try (Inbox inbox =
          new Inbox(
              storage,
              List.of(LOUD),
              sick,
              CLOCK,
              Duration.ofDays(90),
              room,
              new Leases(storage))) {
        long first = inbox.accept(delivery("loud", "1", "fact well 1")).id();
        long middle = inbox.accept(delivery("loud", "2", "fact sick 1")).id();
        long last = inbox.accept(delivery("loud", "3", "fact well 1")).id();
        assertEquals(3, inbox.finish());
        assertEquals(1, inbox.find(first).orElseThrow().fresh());
        assertEquals(State.PARKED, inbox.find(middle).orElseThrow().state());
        assertEquals(State.DONE, inbox.find(last).orElseThrow().state());
        assertEquals(1, inbox.find(last).orElseThrow().unchanged());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneProcessUnderstandsASourceAndAnotherGoesOnWhenThatOneIsGone(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder));
        Inbox inbox = inbox(storage, LOUD, QUIET);
        Worker worker = worker(storage, LOUD, QUIET)) {
      long loud = inbox.accept(delivery("loud", "1", "fact x 1")).id();
      long quiet = inbox.accept(delivery("quiet", "1", "fact y 1")).id();
      storage.write(rows ->
          rows.execute(
              "insert into lease (name, holder, until) values (?, 'gone', ?)",
              "understanding of loud",
              "9999-01-01T00:00:00.000Z"));
      assertEquals(1, worker.round());
      assertEquals(State.DONE, inbox.find(quiet).orElseThrow().state());
      assertEquals(State.WAITING, inbox.find(loud).orElseThrow().state());
      storage.write(rows -> rows.execute("update lease set until = '2026-01-01T00:00:00.000Z'"));
      assertEquals(1, worker.round());
      assertEquals(State.DONE, inbox.find(loud).orElseThrow().state());
      assertEquals(1, inbox.find(loud).orElseThrow().fresh());
    }
  }

  /** It slept longer than its lease, and its successor was quicker. */
  @Test
  void theSecondVerdictIsUndoneWhole() {
    String where = Databases.POSTGRESQL.create(folder);
    try (Storage storage = Storage.open(where);
        Storage elsewhere = Storage.open(where)) {
      Facts facts = new Facts(storage, CLOCK);
      Keeping late =
          (told, source) -> {
            elsewhere.write(rows ->
                rows.execute("update delivery set state = 'done', facts_new = 7 where id = 1"));
            return facts.addEach(told, source);
          };
      try (Inbox inbox =
          new Inbox(
              storage,
              List.of(LOUD),
              late,
              CLOCK,
              Duration.ofDays(90),
              new Room(1_000, 64 << 20),
              new Leases(storage))) {
        inbox.accept(delivery("loud", "1", "fact x 1"));
        inbox.finish();
        assertEquals(7, inbox.find(1).orElseThrow().fresh());
        assertEquals(List.of(), facts.told(Measurement.class, 0, 10));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void largeOnesHaveATurnOfTheirOwn(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder));
        Inbox inbox = inbox(storage, LOUD);
        Worker worker = worker(storage, LOUD)) {
      String large = "ignore x " + "x".repeat(3 << 20);
      for (String id : List.of("1", "2", "3")) {
        inbox.accept(delivery("loud", id, large));
      }
      assertEquals(1, worker.round());
      assertEquals(2, worker.round() + worker.round());
      assertEquals(Map.of("loud", 3L), inbox.standing(State.IGNORED));
    }
  }

  private static Worker worker(Storage storage, Script... sources) {
    Map<String, Source> named = new java.util.LinkedHashMap<>();
    for (Script source : sources) {
      named.put(source.name(), source);
    }
    return new Worker(
        storage,
        named,
        new Facts(storage, CLOCK)::addEach,
        CLOCK,
        Duration.ofDays(90),
        "1",
        new Leases(storage));
  }

  @ParameterizedTest
  @EnumSource
  void bodiesAreForgottenAfterTheirTimeAndTheRestStays(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder));
        Inbox inbox = inbox(storage, LOUD)) {
      Instant before = NOW.minus(Duration.ofDays(91));
      long old = inbox.accept(delivery("loud", "old", before, "fact x 1")).id();
      inbox.finish();
      long stuck = inbox.accept(delivery("loud", "stuck", before, "fact x 2")).id();
      long fresh = inbox.accept(delivery("loud", "new", "fact x 3")).id();
      assertEquals(1, inbox.forget());
      assertTrue(inbox.delivery(old).isEmpty());
      assertEquals(State.DONE, inbox.find(old).orElseThrow().state());
      assertTrue(inbox.delivery(stuck).isPresent(), "what waits is not forgotten");
      assertTrue(inbox.delivery(fresh).isPresent());
      assertEquals(
          0, inbox.replay(Replay.one(old), Who.program()), "there is nothing to run again");
      assertTrue(inbox.accept(delivery("loud", "old", "fact x 9")).known());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSourceThatIsGoneParksWhatWaitsForIt(Databases kind) {
    String where = kind.create(folder);
    try (Storage storage = Storage.open(where);
        Inbox inbox = inbox(storage, LOUD)) {
      inbox.accept(delivery("loud", "1", "fact x 1"));
    }
    try (Storage storage = Storage.open(where);
        Inbox inbox = inbox(storage, QUIET)) {
      inbox.finish();
      assertEquals(Map.of("loud", 1L), inbox.standing(State.PARKED));
      String reason = inbox.newest(null, State.PARKED, 9, 1).getFirst().reason();
      assertTrue(reason.contains("no source called loud"), reason);
    }
  }

  @Test
  void theRoomLeavesHalfOfItselfToTheOthers() {
    Room room = new Room(4, 1_000);
    Room.Seat first = room.enter("loud");
    first.take(400);
    assertThrows(Full.class, () -> first.take(101));
    try (Room.Seat second = room.enter("loud")) {
      assertThrows(Full.class, () -> room.enter("loud"));
      second.take(100);
      try (Room.Seat other = room.enter("quiet")) {
        other.take(500);
        assertThrows(Full.class, () -> other.take(1));
      }
    }
    first.close();
    first.close();
    try (Room.Seat again = room.enter("loud")) {
      again.take(500);
    }
  }

  @Test
  void anIdThatIsNoneIsRefused() {
    try (Storage storage = Storage.open(Databases.usual().create(folder));
        Inbox inbox = inbox(storage, LOUD)) {
      for (String id : List.of("", " ", "a\u0000b", "x".repeat(256))) {
        assertThrows(Malformed.class, () -> inbox.accept(delivery("loud", id, "fact x 1")));
      }
    }
  }
}
