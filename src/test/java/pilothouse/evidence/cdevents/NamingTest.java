package pilothouse.evidence.cdevents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.evidence.cloudevents.CloudEvents;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Likeness;
import pilothouse.evidence.facts.Services;
import pilothouse.evidence.facts.TestCase;
import pilothouse.evidence.facts.Unplaced;
import pilothouse.people.Identities;
import pilothouse.storage.Databases;
import pilothouse.storage.Said;
import pilothouse.storage.Storage;
import pilothouse.systems.Rule;
import pilothouse.systems.RuleBook;
import pilothouse.systems.SystemDraft;
import pilothouse.systems.Systems;

/** Runs and tests that name no repository find their system by what they do name, or say so. */
class NamingTest {
  private static final String TEN = "2026-04-30T10:00:00Z";
  private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");
  private final pilothouse.evidence.Said said = pilothouse.evidence.Said.to(new CloudEvents());

  @TempDir private Path folder;

  private static String run(String content) {
    return CdEvent.of("pipelinerun.finished", "7", TEN, content);
  }

  private static String ship(String pipeline) {
    return run("{\"pipelineName\": \"%s\", \"outcome\": \"success\"}".formatted(pipeline));
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/Acme/Shop/actions/runs/9, github.com/acme/shop",
    "https://github.com/acme/shop, github.com/acme/shop",
    "https://git.example:8443/sea/acme/shop/-/pipelines/5, git.example:8443/sea/acme/shop",
    "https://gitlab.com/sea/acme/shop, gitlab.com/sea/acme/shop",
    "https://git.example/acme/shop.git, git.example/acme/shop",
    "https://git.example/acme/shop/actions/runs/9, git.example/acme/shop",
    "https://ci.example/job/shop/7,",
    "https://ci.example/view/all/builds/7,",
  })
  void anAddressShowsARepositoryOnlyWhereItSurelyDoes(String uri, @Nullable String repository) {
    String content = "{\"pipelineName\": \"deck\", \"uri\": \"%s\"}".formatted(uri);
    Build build = said.fact(Build.class, run(content));
    assertEquals(repository, build.repository());
    assertEquals(repository == null, build.service() != null);
  }

  @Test
  void theSourceMayBeTheRepository() {
    String event = ship("deck").replace("/ci/north", "https://github.com/Acme/Shop");
    assertEquals("github.com/acme/shop", said.fact(Build.class, event).repository());
  }

  @Test
  void whatTheSenderAddsCountsButNamesOfPeopleDoNot() {
    String event =
        ship("deck")
            .replaceFirst(
                "\\{",
                "{\"customData\": {\"service\": \"ferry, old\", \"team\": \"blue\", \"author\": \"kim\"}, ");
    Build build = said.fact(Build.class, event);
    assertEquals("service=ferry old,pipeline=deck,source=/ci/north,team=blue", build.service());
    String home =
        ship("deck").replaceFirst("\\{", "{\"customData\": {\"repository\": \"acme/shop\"}, ");
    assertEquals("acme/shop", said.fact(Build.class, home).repository());
    assertNull(said.fact(Build.class, home).service());
    said.fact(Build.class, ship("deck").replaceFirst("\\{", "{\"customData\": \"QUJD\", "));
  }

  /** A source that is another for each run would make as many places as there are runs. */
  @Test
  void theNumberOfARunIsNoName() {
    String event = ship("deck").replace("/ci/north", "/ci/north/run-7/attempt2");
    assertEquals("pipeline=deck,source=/ci/north", said.fact(Build.class, event).service());
  }

  @Test
  void aTestIsCalledByWhatItNames() {
    String content =
        "{\"outcome\": \"success\", \"testCase\": {\"id\": \"92\", \"uri\": \"%s\"},"
            + " \"environment\": {\"id\": \"ci\"}}";
    TestCase test =
        said.fact(
            TestCase.class,
            CdEvent.of(
                "testcaserun.finished", "r", TEN, content.formatted("https://t.example/92")));
    assertEquals("source=/ci/north,environment=ci", test.service());
    TestCase home =
        said.fact(
            TestCase.class,
            CdEvent.of(
                "testcaserun.finished",
                "r",
                TEN,
                content.formatted("https://github.com/acme/shop/blob/main/tests/bell.py")));
    assertEquals("github.com/acme/shop", home.repository());
  }

  @ParameterizedTest
  @EnumSource
  void aSystemIsFoundByNameByDeploymentOrByRuleAndElseNone(Databases database) {
    try (Storage storage = Storage.open(database.create(folder))) {
      Facts facts = new Facts(storage, InstantSource.fixed(NOW));
      Systems systems = new Systems(storage, InstantSource.fixed(NOW));
      Services services =
          new Services(
              facts,
              systems::rules,
              Identities::none,
              name -> null,
              () -> 0L,
              Likeness.NOTHING,
              Runnable::run);
      List<Fact> told = new ArrayList<>();
      int run = 0;
      for (String pipeline : List.of("ferry", "Bell", "deck", "deck", "hull")) {
        told.addAll(said.facts(ship(pipeline).replace("\"7\"", "\"" + ++run + "\"")));
      }
      told.addAll(
          said.facts(
              CdEvent.of(
                  "service.deployed",
                  "bell",
                  TEN,
                  "{\"environment\": {\"id\": \"production\"}, \"artifactId\": \"pkg:oci/bell@1\"}")));
      facts.add(told, "cloudevents");
      systems.catalogue().declare(new SystemDraft("ferry", Map.of()), Said.by("local", "you", ""));
      assertEquals(List.of("bell", "ferry"), services.names(), "a pipeline makes no system");
      assertEquals(1, services.service("ferry").orElseThrow().builds().size(), "by its name");
      assertEquals(1, services.service("bell").orElseThrow().builds().size(), "by a deployment");
      Unplaced.Kind left = services.unplaced().kinds().getFirst();
      assertEquals(3, left.count());
      assertTrue(
          left.why().startsWith("names “pipeline=deck,source=/ci/north” or “pipeline=hull,"),
          left.why());
      RuleBook book = systems.catalogue().rules();
      book.add(
          new RuleBook.Draft(Rule.Kind.SERVICE, "de*", "", "ferry"), Said.by("local", "you", ""));
      assertEquals(3, services.service("ferry").orElseThrow().builds().size(), "by a rule");
      book.add(
          new RuleBook.Draft(Rule.Kind.LABEL, "source=/ci/*", "", "ferry"),
          Said.by("local", "you", ""));
      assertEquals(0, services.unplaced().count(), "by a label");
    }
  }
}
