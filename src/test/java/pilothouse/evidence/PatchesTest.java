package pilothouse.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.Landings;
import pilothouse.Village;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.evidence.facts.Services;
import pilothouse.git.GitRepo;
import pilothouse.git.Progress;
import pilothouse.git.Scanner;
import pilothouse.journal.Who;
import pilothouse.metrics.Window;
import pilothouse.metrics.delivery.Definition;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.metrics.delivery.Story;
import pilothouse.metrics.delivery.Story.Match;
import pilothouse.people.Identities;
import pilothouse.storage.Databases;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;

/** Changes of a real repository that only their contents lead to, worked out behind and kept. */
class PatchesTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Village.NOW);
  private static final Instant FROM = Instant.parse("2026-10-01T00:00:00Z");

  @TempDir Path folder;

  /** All that is open at once. */
  private record Here(Storage storage, Evidence evidence, Patches patches, Services services)
      implements AutoCloseable {
    static Here in(Storage storage, Path folder) {
      Systems systems = new Systems(storage, CLOCK);
      var options = new Scanner.Options(2, 64L << 20);
      Evidence evidence =
          new Evidence(
              storage, systems, folder.resolve("clones"), options, CLOCK, new Leases(storage));
      Patches patches = new Patches(storage, evidence);
      Services services =
          new Services(
              new Facts(storage, CLOCK),
              systems::rules,
              Identities::none,
              name -> evidence.history(name).orElse(null),
              evidence::version,
              patches,
              Runnable::run);
      return new Here(storage, evidence, patches, services);
    }

    ServiceFacts service() {
      return services.service("shop").orElseThrow();
    }

    Story story() {
      return ServiceMetrics.of(
              service(), new Window(FROM, Village.NOW, ZoneOffset.UTC), Definition.DORA)
          .deployments()
          .getFirst();
    }

    /** Which ways of matching found the commits of each request. */
    Map<String, List<Match>> matches() {
      Map<String, List<Match>> matches = new TreeMap<>();
      for (Story.Change change : story().changes()) {
        matches.computeIfAbsent(what(change), none -> new ArrayList<>()).add(change.match());
      }
      return matches;
    }

    int kept() {
      return storage.read(
          rows -> rows.createQuery("select count(*) from patch_id").mapTo(Integer.class).one());
    }

    @Override
    public void close() {
      patches.close();
      storage.close();
    }
  }

  private static String what(Story.Change change) {
    ChangeRequest request = change.request();
    return request == null ? "none" : String.valueOf(request.title());
  }

  private static Deployment deployment(String id, String revision, Instant at) {
    return new Deployment(
        "own:" + id,
        at,
        "shop",
        "acme/shop",
        revision,
        null,
        "production",
        null,
        null,
        at,
        Outcome.SUCCESS,
        null,
        null);
  }

  private static List<Fact> facts(Landings landings) {
    List<Fact> facts = new ArrayList<>();
    landings.all().forEach(landed -> facts.add(landed.fact("acme/shop")));
    facts.add(deployment("first", landings.base(), FROM.plusSeconds(3_600)));
    facts.add(deployment("last", landings.repo().id("main"), Village.NOW.minusSeconds(3_600)));
    return facts;
  }

  private static Landings shop(Path folder) {
    Landings landings = Landings.in(folder.resolve("shop"));
    landings.repo().run("remote", "add", "origin", "https://github.com/acme/shop.git");
    return landings;
  }

  @ParameterizedTest
  @EnumSource
  void eachWayOfLandingIsFound(Databases kind) {
    Landings landings = shop(folder);
    String where = kind.create(folder);
    Map<String, List<Match>> found = new TreeMap<>();
    landings
        .all()
        .forEach(one -> found.put(one.what(), one.own().stream().map(_ -> Match.CONTENT).toList()));
    // Nothing is the same as nothing: that it was tried again leads nowhere.
    found.remove("nothing");
    int kept;
    try (Here here = Here.in(Storage.open(where), folder)) {
      here.evidence().sound(landings.repo().path().toString(), Progress.SILENT);
      new Facts(here.storage(), CLOCK).add(facts(landings), "test");
      assertTrue(here.service().alikes().isEmpty(), "nothing is worked out while somebody waits");
      long version = here.services().version();
      assertTrue(here.patches().settle());
      assertTrue(here.services().version() > version, "whoever keeps readings hears of it");
      Map<String, List<Match>> matches = here.matches();
      List<Match> none = matches.remove("none");
      assertEquals(found, matches);
      assertTrue(none != null && none.stream().allMatch(match -> match == Match.NONE), "" + none);
      assertFalse(here.patches().settle(), "and that is all that can be known");
      kept = here.kept();
    }
    try (Here again = Here.in(Storage.open(where), folder)) {
      assertEquals(found.keySet(), without(again.matches(), "none"), "it was kept");
      assertFalse(again.patches().settle(), "and is not worked out twice");
      assertEquals(kept, again.kept());
      new Systems(again.storage(), CLOCK).remove("shop", Who.program(), "");
      assertEquals(0, again.kept(), "it goes with its repository");
    }
  }

  private static java.util.Set<String> without(Map<String, List<Match>> matches, String what) {
    matches.remove(what);
    return matches.keySet();
  }

  @Test
  void aRebaseCountsByTheTimesAtWhichItWasWritten() {
    Landings landings = shop(folder);
    try (Here here = Here.in(Databases.of(folder.resolve("data")), folder)) {
      here.evidence().sound(landings.repo().path().toString(), Progress.SILENT);
      new Facts(here.storage(), CLOCK).add(facts(landings), "test");
      here.service().alikes();
      here.patches().settle();
      Landings.Landed rebase = landings.of("a rebase");
      List<Story.Change> changes =
          here.story().changes().stream()
              .filter(change -> rebase.what().equals(what(change)))
              .toList();
      assertEquals(rebase.landed(), changes.stream().map(Story.Change::revision).toList());
      assertEquals(
          rebase.own().stream().map(own -> own.authoredAt()).toList(),
          changes.stream().map(Story.Change::writtenAt).toList());
    }
  }

  @Test
  void whereTheMergeIsToldOnlyWhatMayBeARebaseIsLookedAt() {
    Landings landings = shop(folder);
    try (Here here = Here.in(Databases.of(folder.resolve("data")), folder)) {
      here.evidence().sound(landings.repo().path().toString(), Progress.SILENT);
      List<Fact> facts = facts(landings);
      landings.all().forEach(landed -> facts.add(landed.merged("acme/shop")));
      new Facts(here.storage(), CLOCK).add(facts, "test");
      here.service().alikes();
      assertTrue(here.patches().settle());
      Map<String, List<Match>> matches = here.matches();
      assertEquals(
          List.of(Match.CONTENT, Match.MERGE_REVISION), matches.get("a rebase"), "each once");
      for (String squash : List.of("a squash", "a squash that took up the main line")) {
        assertEquals(List.of(Match.MERGE_REVISION, Match.MERGE_REVISION), matches.get(squash));
      }
      assertEquals(12, here.kept(), "two of the branch and two of the main line for each of three");
    }
  }

  @Test
  void withoutTheBranchesOtherStepsFollow() {
    Landings landings = shop(folder);
    GitRepo clone =
        landings.repo().cloneTo(folder.resolve("elsewhere/shop"), "--single-branch", "--no-local");
    clone.run("remote", "set-url", "origin", "https://github.com/acme/shop.git");
    try (Here here = Here.in(Databases.of(folder.resolve("data")), folder)) {
      here.evidence().sound(clone.path().toString(), Progress.SILENT);
      new Facts(here.storage(), CLOCK).add(facts(landings), "test");
      here.service().alikes();
      assertFalse(here.patches().settle(), "no branch is there, so no commit is looked at");
      assertEquals(0, here.kept());
      assertEquals(List.of("none"), List.copyOf(here.matches().keySet()));
    }
    clone.run(
        "fetch", "-q", landings.repo().path().toString(), "refs/heads/work1:refs/pull/1/head");
    try (Here here = Here.in(Databases.of(folder.resolve("data")), folder)) {
      here.service().alikes();
      assertTrue(here.patches().settle(), "the objects came with the fetch");
      assertEquals(
          List.of(Match.CONTENT, Match.CONTENT),
          here.matches().get(landings.all().getFirst().what()));
    }
  }

  @Test
  void whatCannotBeReadIsLookedForLater() {
    Landings landings = shop(folder);
    try (Here here = Here.in(Databases.of(folder.resolve("data")), folder)) {
      here.evidence().sound(landings.repo().path().toString(), Progress.SILENT);
      new Facts(here.storage(), CLOCK).add(facts(landings), "test");
      landings.repo().run("branch", "aside");
      Path git = landings.repo().inside("");
      assertTrue(git.toFile().renameTo(folder.resolve("aside").toFile()));
      here.service().alikes();
      assertFalse(here.patches().settle());
      assertTrue(folder.resolve("aside").toFile().renameTo(git.toFile()));
    }
    try (Here here = Here.in(Databases.of(folder.resolve("data")), folder)) {
      here.service().alikes();
      assertTrue(here.patches().settle());
    }
  }
}
