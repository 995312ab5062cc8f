package pilothouse.evidence.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.journal.Who;
import pilothouse.people.Identities;
import pilothouse.storage.Databases;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.systems.Rules;
import pilothouse.systems.SystemDraft;
import pilothouse.systems.Systems;

/** Whatever way facts came and however they are packed, services say what all of them say. */
class ServicesTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
  private static final Rules RULES = Rules.none();
  private static final Identities IDENTITIES = Identities.none();
  private static final int STEPS = 12;

  @TempDir Path folder;

  /** One process with what it keeps in memory. */
  private record Here(Storage storage, Facts facts, Services services) {
    static Here on(String where) {
      Storage storage = Storage.open(where);
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      return new Here(storage, facts, fresh(facts));
    }
  }

  private static Services fresh(Facts facts) {
    return new Services(
        facts,
        () -> RULES,
        () -> IDENTITIES,
        name -> null,
        () -> 0L,
        Likeness.NOTHING,
        Runnable::run);
  }

  @ParameterizedTest
  @EnumSource
  void sayWhatAllFactsSayInAnyOrderAndHoweverPacked(Databases kind) {
    for (int seed = 1; seed <= 4; seed++) {
      Random random = new Random(seed);
      List<Fact> facts = new Rumours(seed).some(40 * STEPS);
      String where = kind.create(folder.resolve("s" + seed));
      Here one = Here.on(where);
      Here other = Here.on(where);
      try (one.storage;
          other.storage) {
        for (int step = 1; step <= STEPS; step++) {
          List<Fact> batch = new ArrayList<>(facts.subList(40 * (step - 1), 40 * step));
          batch.addAll(facts.subList(0, random.nextInt(40 * step)));
          Collections.shuffle(batch, random);
          (random.nextBoolean() ? one : other).facts.add(batch, "test");
          disturb(random.nextInt(7), one, other);
          Here asked = random.nextBoolean() ? one : other;
          assertSame(
              Truth.of(facts.subList(0, 40 * step), RULES),
              Truth.told(asked.services),
              "seed " + seed + ", step " + step);
        }
        assertSame(Truth.told(one.services), Truth.told(fresh(one.facts)), "a fresh start");
      }
    }
  }

  private static void assertSame(Map<String, String> truth, Map<String, String> told, String when) {
    assertEquals(truth.keySet(), told.keySet(), when);
    truth.forEach((name, lines) -> assertEquals(lines, told.get(name), when + ": " + name));
  }

  /** Packs, loses packs, damages them, or makes them of another form; or nothing. */
  private static void disturb(int how, Here one, Here other) {
    switch (how) {
      case 0 -> one.facts.stocks().packAll();
      case 1 -> other.facts.stocks().packAll();
      case 2 -> one.storage.write(rows -> rows.execute("delete from fact_pack"));
      case 3 ->
          other.storage.write(rows ->
              rows.execute("update fact_pack set bytes = ?", (Object) new byte[] {1, 2, 3, 4, 5}));
      case 4 -> one.storage.write(rows -> rows.execute("update fact_packed set form = 0"));
      default -> {}
    }
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfArrivalDecidesNothing(Databases kind) {
    List<Fact> facts = new Rumours(77).some(300);
    List<Fact> backwards = new ArrayList<>(facts).reversed();
    Here one = Here.on(kind.create(folder.resolve("one")));
    Here other = Here.on(kind.create(folder.resolve("other")));
    try (one.storage;
        other.storage) {
      one.facts.add(facts, "test");
      backwards.forEach(fact -> other.facts.add(List.of(fact), "test"));
      assertSame(Truth.told(one.services), Truth.told(other.services), "backwards");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aNewFactShowsAtOnceAndTouchesItsSystemOnly(Databases kind) {
    Here process = Here.on(kind.create(folder));
    try (process.storage) {
      process.facts.add(
          List.of(
              Some.deployment("a", "shop", NOW, "production"),
              Some.deployment("b", "search", NOW, "production")),
          "test");
      process.facts.stocks().packAll();
      Services services = process.services;
      long version = services.version();
      ServiceFacts shop = services.service("shop").orElseThrow();
      ServiceFacts search = services.service("search").orElseThrow();
      assertEquals(version, services.version());
      process.facts.add(List.of(Some.deployment("c", "shop", NOW, "production")), "test");
      assertTrue(services.version() > version);
      ServiceFacts now = services.service("shop").orElseThrow();
      assertEquals(2, now.deployments().size());
      assertNotEquals(shop.version(), now.version());
      assertEquals(search.version(), services.service("search").orElseThrow().version());
      assertEquals(3, now.everyDeployment().size());
      process.facts.stocks().packAll();
      assertEquals(now.version(), services.service("shop").orElseThrow().version());
    }
  }

  @ParameterizedTest
  @EnumSource
  void deploymentsLinkTheirServiceWithTheirRepository(Databases kind) {
    Here process = Here.on(kind.create(folder));
    try (process.storage) {
      process.facts.add(
          List.of(
              deployed("a", "checkout", "https://github.com/Acme/Platform.git"),
              deployed("b", "search", "acme/platform"),
              Some.change("github.com/acme/platform#change/1", null),
              incident("i", null, "acme/platform"),
              incident("j", "search", null),
              incident("k", null, null)),
          "test");
      Services services = process.services;
      assertEquals(List.of("checkout", "search"), services.names());
      for (String system : services.names()) {
        assertEquals(1, services.service(system).orElseThrow().changes().size(), system);
      }
      assertEquals(0, services.service("checkout").orElseThrow().incidents().size());
      assertEquals(1, services.service("search").orElseThrow().incidents().size());
      assertEquals(2, services.unplaced().count());
    }
  }

  @ParameterizedTest
  @EnumSource
  void systemsInFoldersOfARepositoryHaveItsChangesThoughNoDeploymentNamesIt(Databases kind) {
    try (Storage storage = Storage.open(kind.create(folder))) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      Systems systems = new Systems(storage, InstantSource.fixed(NOW));
      Services services =
          new Services(
              facts,
              systems::rules,
              () -> IDENTITIES,
              name -> null,
              () -> 0L,
              Likeness.NOTHING,
              Runnable::run);
      facts.add(
          List.of(
              Some.change("github.com/acme/mono#change/1", "github.com/acme/mono"),
              Some.deployment("d", "search", NOW, "production"),
              incident("i", null, "acme/mono")),
          "test");
      assertEquals(List.of("mono", "search"), services.names());
      for (String name : List.of("checkout", "ledger")) {
        Map<String, String> home = Map.of("repository", "acme/mono", "folder", "apps/" + name);
        systems.catalogue().declare(new SystemDraft(name, home), Said.by("local", "you", ""));
      }
      assertEquals(List.of("checkout", "ledger", "search"), services.names());
      for (String name : List.of("checkout", "ledger")) {
        assertEquals(1, services.service(name).orElseThrow().changes().size(), name);
        assertEquals(0, services.service(name).orElseThrow().incidents().size(), name);
      }
      assertEquals(0, services.service("search").orElseThrow().changes().size());
      assertEquals(1, services.unplaced().count(), "whose incident it is, nobody knows");
      assertEquals(List.of("checkout", "ledger"), services.in("acme/mono"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void judgesProductionByWordThenByName(Databases kind) {
    Here process = Here.on(kind.create(folder));
    try (process.storage) {
      process.facts.add(
          List.of(
              judged("said", "shop", null, "staging", true),
              judged("denied", "shop", null, "production", false),
              judged("named", "shop", null, "prod-eu", null),
              judged("other", "shop", null, "test", null),
              judged("service", "shop", null, null, null),
              judged("repository", null, "acme/shop", null, null)),
          "test");
      List<String> production =
          process.services.service("shop").orElseThrow().everyDeployment().stream()
              .map(Deployment::key)
              .sorted()
              .toList();
      assertEquals(List.of("named", "said"), production);
      assertTrue(
          process.services.service("shop").orElseThrow().deployments().stream()
              .allMatch(it -> it.production() != null));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPersonsWordsSurviveEverything(Databases kind) {
    Here process = Here.on(kind.create(folder));
    try (process.storage) {
      List<Fact> facts = List.of(incident("i", "shop", null), incident("j", "search", null));
      process.facts.add(facts, "test");
      var word = new CauseWord("i", null, CauseWord.Said.SET, "mara", "a cable", NOW);
      long version = process.services.version();
      process.facts.say(word, Who.program(), "ferry");
      assertTrue(process.services.version() > version);
      process.facts.add(facts, "again");
      process.facts.stocks().packAll();
      process.storage.write(rows -> rows.execute("delete from fact_pack"));
      process.facts.add(facts, "again");
      assertEquals(List.of(word), process.services.service("shop").orElseThrow().words());
      assertEquals(List.of(word), process.services.service("search").orElseThrow().words());
      assertEquals(List.of(word), fresh(process.facts).service("shop").orElseThrow().words());
    }
  }

  /** So many rows that they are packed before anybody looks at them. */
  @ParameterizedTest
  @EnumSource
  void manyFactsArePackedBeforeTheyAreLookedAt(Databases kind) {
    Here process = Here.on(kind.create(folder));
    try (process.storage) {
      List<Fact> many = new ArrayList<>();
      IntStream.range(0, Tail.LONG + 5_000)
          .forEach(i -> many.add(Some.deployment("d" + i, "shop", NOW, "production")));
      process.facts.add(many, "test");
      assertEquals(
          many.size(), process.services.service("shop").orElseThrow().deployments().size());
      int packed =
          process.storage.read(rows ->
              rows.createQuery("select sum(things) from fact_pack")
                  .map((row, context) -> row.getInt(1))
                  .one());
      assertEquals(many.size(), packed);
    }
  }

  private static Deployment deployed(String key, String service, String repository) {
    return new Deployment(
        key, NOW, service, repository, null, null, null, null, null, NOW, null, null, null);
  }

  private static Deployment judged(
      String key,
      @Nullable String service,
      @Nullable String repository,
      @Nullable String environment,
      @Nullable Boolean production) {
    return new Deployment(
        key,
        NOW,
        service,
        repository,
        null,
        null,
        environment,
        production,
        null,
        NOW,
        null,
        null,
        null);
  }

  private static Incident incident(
      String key, @Nullable String service, @Nullable String repository) {
    return new Incident(key, NOW, service, repository, null, null, NOW, null, null, null, null);
  }
}
