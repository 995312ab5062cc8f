package pilothouse.evidence.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.journal.Who;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;

/** Facts are kept once, whole, in any order; what cannot be is refused with a sentence. */
class FactsTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void keepsEveryComponentOfEveryKind(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      for (Fact fact : Some.everything()) {
        assertEquals(1, facts.add(List.of(fact), "test").added(), fact.toString());
        assertEquals(fact, facts.known(fact.getClass(), fact.key()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameTwiceChangesNothing(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      List<Fact> all = Some.everything();
      assertEquals(new Receipt(all.size(), all.size(), 0, List.of()), facts.add(all, "a"));
      long version = facts.version();
      assertEquals(new Receipt(all.size(), 0, all.size(), List.of()), facts.add(all, "b"));
      assertEquals(version, facts.version());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameSaidLaterHoldsFromThen(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      Deployment staging = Some.deployment("d", "shop", NOW.minusSeconds(50), "staging");
      Deployment live = Some.deployment("d", "shop", NOW.minusSeconds(40), "production");
      Deployment again = Some.deployment("d", "shop", NOW.minusSeconds(30), "staging");
      facts.add(List.of(staging, live), "a");
      assertEquals("production", Some.sure(facts.known(Deployment.class, "d")).environment());
      long before = facts.version();
      assertEquals(1, facts.add(List.of(again), "a").unchanged());
      assertTrue(facts.version() > before, "said later is news");
      assertEquals("staging", Some.sure(facts.known(Deployment.class, "d")).environment());
      facts.add(List.of(staging), "a");
      assertEquals("staging", Some.sure(facts.known(Deployment.class, "d")).environment());
      assertEquals(2, facts.told(Deployment.class, "d").size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyAddTheSameAtOnceAndNothingCountsTwice(Databases kind) throws Exception {
    String where = kind.create(folder);
    List<Fact> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      all.add(Some.deployment("d" + i, "shop", NOW, "production"));
    }
    try (var storage = Storage.open(where);
        var other = Storage.open(where);
        var pool = Executors.newFixedThreadPool(4)) {
      List<Callable<Receipt>> adders = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Facts facts = new Facts(i % 2 == 0 ? storage : other, InstantSource.fixed(NOW));
        adders.add(() -> facts.add(all, "test"));
      }
      Receipt total = Receipt.EMPTY;
      for (var done : pool.invokeAll(adders)) {
        total = total.plus(done.get());
      }
      assertEquals(new Receipt(2000, 500, 1500, List.of()), total);
      assertEquals(
          500, new Facts(storage, InstantSource.fixed(NOW)).told(Deployment.class, 0, 9999).size());
    }
  }

  @ParameterizedTest
  @EnumSource
  void givesFactsPageByPage(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      for (int i = 0; i < 5; i++) {
        facts.add(List.of(Some.deployment("d" + i, "shop", NOW, "production")), "s" + i);
      }
      List<Told<Deployment>> first = facts.told(Deployment.class, 0, 3);
      List<Told<Deployment>> rest = facts.told(Deployment.class, first.getLast().seq(), 3);
      assertEquals(List.of("s0", "s1", "s2"), first.stream().map(Told::source).toList());
      assertEquals(List.of("s3", "s4"), rest.stream().map(Told::source).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsEachWordAboutACause(Databases kind) {
    try (var storage = Storage.open(kind.create(folder))) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      var none = new CauseWord("i", null, CauseWord.Said.SET, "mara", "a cable", NOW);
      var first = new CauseWord("i", "d", CauseWord.Said.REFUSED, "jon", "", NOW.minusSeconds(60));
      facts.say(none, Who.program(), "ferry");
      long before = facts.version();
      facts.say(first, Who.program(), "ferry");
      assertTrue(facts.version() > before, "a word is news");
      assertEquals(List.of(first, none), facts.words());
    }
  }

  @Test
  void refusesWhatCannotBeAndKeepsTheRest() {
    try (var storage = Databases.of(folder)) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      Receipt receipt =
          facts.add(
              List.of(
                  Some.deployment("", "shop", NOW, "production"),
                  Some.deployment("d", "s".repeat(501), NOW, "production"),
                  Some.deployment("e", "shop", NOW.plusSeconds(90_000), "production"),
                  Some.deployment("f", "shop\0", NOW, "production"),
                  Some.sized("g", -1),
                  Some.finished("h", Instant.EPOCH),
                  new Measurement("j", NOW, "waits", "organisation", NOW, -1e300, "h"),
                  Some.deployment("i", "shop", NOW, "production")),
              "test");
      assertEquals(8, receipt.seen());
      assertEquals(1, receipt.added());
      assertEquals(0, receipt.unchanged());
      assertEquals(
          List.of(
              "deployment : key: nothing: is empty",
              "deployment d: service: " + "s".repeat(80) + " …: has 501 characters",
              "deployment e: said_at: 2026-11-03T10:00:00Z: lies more than a day in the future",
              "deployment f: service: shop?: holds a null character",
              "change request g: added: -1: is below zero",
              "deployment h: finished_at: 1970-01-01T00:00:00Z: lies before 1990",
              "measurement j: value: -1.0E300: lies beyond 1,000,000,000,000,000"),
          receipt.refused().stream()
              .map(refusal -> refusal.where() + ": " + refusal.what() + ": " + refusal.why())
              .toList());
    }
  }
}
