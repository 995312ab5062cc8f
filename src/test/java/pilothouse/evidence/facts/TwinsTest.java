package pilothouse.evidence.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import pilothouse.journal.Who;
import pilothouse.people.Identities;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;
import pilothouse.systems.Rules;

/**
 * A deployment that a webhook and a trace told is one where that is sure, and two where it is not.
 */
class TwinsTest {
  private static final String HOME = "github.com/acme/shop";
  private static final String FORGE = HOME + "#deployment/1";
  private static final String TRACE = HOME + "#job/26/deployment";
  private static final String JOB = "https://github.com/Acme/Shop/actions/runs/99/job/26";
  private static final String RUN = "https://github.com/acme/shop/actions/runs/99";

  @TempDir private Path folder;

  private static Deployment told(String key, String from, String to, @Nullable String url) {
    return told(key, from, to, url, "production", Some.SHA);
  }

  private static Deployment told(
      String key,
      String from,
      String to,
      @Nullable String url,
      String environment,
      String revision) {
    return new Deployment(
        key,
        at(to),
        null,
        "acme/shop",
        revision,
        null,
        environment,
        true,
        at(from),
        at(to),
        Outcome.SUCCESS,
        null,
        url);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-10-01T" + time + ":00Z");
  }

  private static final Deployment HOOK = told(FORGE, "10:00", "10:05", JOB);
  private static final Deployment SPAN = told(TRACE, "09:59", "10:06", JOB);

  private static List<String> keys(Deployment... told) {
    return Twins.of(List.of(told)).all().stream().map(Deployment::key).toList();
  }

  @Test
  @DisplayName("the same job: one deployment, by the forge's key, from the first begin")
  void theSameJob() {
    Twins twins = Twins.of(List.of(HOOK, SPAN));
    Deployment one = twins.all().getFirst();
    assertEquals(1, twins.all().size());
    assertEquals(FORGE, one.key());
    assertEquals(at("09:59"), one.startedAt());
    assertEquals(at("10:05"), one.finishedAt(), "the first end with the outcome that holds");
    assertEquals(JOB, one.url());
    assertEquals(FORGE, twins.name(TRACE));
    assertEquals(List.of(), Lookalikes.of(twins.all()));
  }

  @ParameterizedTest
  @DisplayName("the same run, told without its job by one of them")
  @CsvSource({
    RUN + ", true",
    RUN + "/attempts/1, true",
    RUN + "0, false",
    "https://github.com/acme/other/actions/runs/99, false",
    RUN + "/job/27, false",
    "https://ci.example/99, false"
  })
  void theSameRun(String url, boolean same) {
    Deployment span = told(HOME + "#run/99/1/deployment", "09:59", "10:06", url);
    assertEquals(same ? 1 : 2, keys(HOOK, span).size());
    assertEquals(same ? 0 : 1, Lookalikes.of(Twins.of(List.of(HOOK, span)).all()).size());
  }

  @Test
  @DisplayName("one run that deploys twice: nothing says which is which")
  void oneRunThatDeploysTwice() {
    Deployment second = told(HOME + "#deployment/2", "10:06", "10:08", RUN + "/job/27");
    Deployment span = told(HOME + "#run/99/1/deployment", "09:59", "10:09", RUN);
    assertEquals(3, keys(HOOK, second, span).size());
    assertEquals(1, Lookalikes.of(List.of(HOOK, second, span)).size(), "each counts once");
  }

  @Test
  @DisplayName("another environment of the same run is another deployment")
  void anotherEnvironment() {
    Deployment span = told(TRACE, "09:59", "10:06", JOB, "eu", Some.SHA);
    assertEquals(2, keys(HOOK, span).size());
    assertEquals(List.of(), Lookalikes.of(List.of(HOOK, span)));
  }

  @Test
  @DisplayName("two deployments of one sender are never one")
  void oneSender() {
    assertEquals(2, keys(HOOK, told(HOME + "#deployment/2", "10:00", "10:05", JOB)).size());
    assertEquals(
        List.of(),
        Lookalikes.of(List.of(HOOK, told(HOME + "#deployment/2", "10:00", "10:05", null))));
  }

  @ParameterizedTest
  @DisplayName("looks alike: same environment and commit at the same time, by another sender")
  @CsvSource({
    "10:02, 10:04, production, 1",
    "10:14, 10:14, Production, 1",
    "10:16, 10:20, production, 0",
    "09:40, 09:49, production, 0",
    "10:02, 10:04, canary, 0"
  })
  void looksAlike(String from, String to, String environment, int count) {
    Deployment event =
        told("cdevents#deployment/e1", from, to, null, environment, Some.SHA.substring(0, 9));
    List<Doubled> doubled = Lookalikes.of(List.of(HOOK, event));
    assertEquals(count, doubled.size());
    assertTrue(doubled.stream().allMatch(one -> one.senders().equals("CDEvents and github.com")));
  }

  @Test
  @DisplayName("another commit, or no commit, looks like nothing")
  void otherCommits() {
    Deployment other =
        told("cdevents#deployment/e1", "10:02", "10:04", null, "production", "f".repeat(40));
    Deployment built =
        told("cdevents#deployment/e2", "10:02", "10:04", null, "production", "pkg:oci/shop");
    assertEquals(List.of(), Lookalikes.of(List.of(HOOK, other, built)));
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("in whatever order they come; a person's word about one holds for both")
  void theOrderDoesNotMatter(Databases database) {
    Random random = new Random(5);
    for (int order = 0; order < 4; order++) {
      try (Storage storage = Storage.open(database.create(folder.resolve("order" + order)))) {
        Facts facts = new Facts(storage, InstantSource.fixed(at("23:00")));
        Services services =
            new Services(
                facts,
                Rules::none,
                Identities::none,
                name -> null,
                () -> 0L,
                Likeness.NOTHING,
                Runnable::run);
        Incident incident =
            new Incident(
                "own:i",
                at("11:00"),
                "shop",
                null,
                null,
                null,
                at("11:00"),
                null,
                null,
                TRACE,
                null);
        List<Fact> all = new ArrayList<>(List.of(HOOK, SPAN, incident, SPAN));
        Collections.shuffle(all, random);
        facts.say(
            new CauseWord("own:i", TRACE, CauseWord.Said.CONFIRMED, "you", "", at("12:00")),
            Who.program(),
            "ferry");
        for (Fact fact : all) {
          facts.add(List.of(fact), "test");
          services.names();
        }
        ServiceFacts shop = services.service("shop").orElseThrow();
        assertEquals(List.of(FORGE), shop.deployments().stream().map(Deployment::key).toList());
        assertEquals(FORGE, shop.incidents().getFirst().causedBy());
        assertEquals(FORGE, shop.words().getFirst().deployment());
        assertEquals(List.of(), shop.doubled());
        facts.add(List.of(told("own:d", "10:01", "10:04", null)), "own");
        assertEquals(1, services.service("shop").orElseThrow().doubled().size());
      }
    }
  }
}
