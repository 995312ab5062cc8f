package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.facts.TestCase;
import pilothouse.metrics.delivery.ServiceMetrics;

/** Nothing, one or two of everything: the sentences stay sentences. */
class GrammarTest {
  private static final Instant START = Village.NOW.minus(Duration.ofDays(20));

  /** One with a plural, one that are, a before a vowel, an before a consonant, empty gaps. */
  private static final Pattern SLIP =
      Pattern.compile(
          "(?<![\\d.,−–:/#-])1 (?!is\\b|was\\b|has\\b|does\\b|reverts\\b|waits\\b|belongs\\b)[a-z]+[^s\\W]s\\b"
              + "|(?<![\\d.,])1(?: of \\d+)?(?: [a-z]+){0,3} (?:are|were|have|belong|wait|do)\\b"
              + "|\\b[Aa] [aeio][a-z]{2}"
              + "|\\b[Aa]n (?![aeiouhxA-Z“\"0-9])"
              + "|\\b[02-9] (?:change|deployment|incident|delivery|metric|service|week|day|run|fact) "
              + "| {2,}\\S| ,|\\.\\.(?!\\.)|\\bnull\\b");

  private static Instant hours(double hours) {
    return START.plusSeconds((long) (hours * 3600));
  }

  private static List<Fact> facts(int n) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Instant at = hours(30 * i + 10);
      facts.add(deployment("pier", i, at, i % 2 == 0 ? Outcome.FAILURE : Outcome.SUCCESS));
      facts.add(deployment("quay", i, at, Outcome.SUCCESS));
      facts.add(incident("pier", i, at.plusSeconds(600), null));
      facts.add(incident(null, 10 + i, at, at.plusSeconds(60)));
      facts.add(change(i, at));
      facts.add(review(i, at));
      facts.add(build(i, at));
      facts.add(test(i, at));
    }
    return facts;
  }

  private static Deployment deployment(String service, int i, Instant at, Outcome outcome) {
    return new Deployment(
        "own:" + service + i,
        at,
        service,
        "acme/" + service,
        "m" + i,
        "main",
        "production",
        null,
        at,
        at,
        outcome,
        null,
        null);
  }

  private static Incident incident(
      @Nullable String service, int i, Instant at, @Nullable Instant resolved) {
    return new Incident(
        "own:i" + i, at, service, null, "It broke", "sev1", at, resolved, null, null, null);
  }

  private static ChangeRequest change(int i, Instant at) {
    Instant opened = at.minusSeconds(7_200);
    Instant merged = at.minusSeconds(600);
    return new ChangeRequest(
        "github.com/acme/quay#change/" + i,
        merged,
        "acme/quay",
        i + 1,
        "Mend it",
        "ada",
        "mend",
        "main",
        null,
        "m" + i,
        opened,
        opened,
        null,
        i == 0 ? merged : null,
        i == 0 ? merged : null,
        null,
        false,
        1,
        0,
        1,
        null,
        List.of(new CommitRef("c" + i, opened.minusSeconds(60))),
        null);
  }

  private static Review review(int i, Instant at) {
    return new Review(
        "github.com/acme/quay#review/" + i,
        at,
        "github.com/acme/quay#change/" + i,
        "bo",
        Review.State.APPROVED,
        at.minusSeconds(3_600));
  }

  private static Build build(int i, Instant at) {
    return new Build(
        "github.com/acme/quay#run/" + i + "/1",
        at,
        "acme/quay",
        "m0",
        "main",
        "ci",
        null,
        1,
        at.minusSeconds(60),
        at,
        i == 0 ? Outcome.SUCCESS : Outcome.FAILURE,
        null);
  }

  private static TestCase test(int i, Instant at) {
    TestCase.Result result = i == 0 ? TestCase.Result.PASSED : TestCase.Result.FAILED;
    return new TestCase(
        "t" + i, at, "acme/quay", "m0", "run " + i, "suite", "test", result, 1.0, at);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void everyTextOfDeliveryIsASentence(int n) {
    try (Ship ship = Ship.with().told(facts(n))) {
      for (int i = 0; i < n; i++) {
        ship.post("/delivery/quay/change-fail-rate/uses", "what=It+served&who=Bo");
        ship.post(
            "/delivery/pier/causes", "incident=own:i0&said=set&deployment=own:pier0&why=log&by=Bo");
      }
      List<String> paths =
          new ArrayList<>(List.of("/delivery", "/quickcheck", "/sources", "/", "/systems"));
      for (String service : n == 0 ? List.<String>of() : List.of("pier", "quay")) {
        paths.add("/delivery/" + service);
        paths.add("/delivery/" + service + "/changes");
        ServiceMetrics.catalogue()
            .forEach(one -> {
              paths.add("/delivery/" + service + "/" + one.id());
              paths.add("/delivery/" + service + "/" + one.id() + "?definition=devlake");
            });
      }
      TreeSet<String> slips = new TreeSet<>();
      for (String path : paths) {
        var answer = ship.get(path);
        assertEquals(200, answer.statusCode(), path);
        slips(answer.body()).forEach(slip -> slips.add(path.replaceAll("\\?.*", "") + ": " + slip));
      }
      assertEquals(new TreeSet<>(), slips);
    }
  }

  private static List<String> slips(String page) {
    String text =
        page.replaceAll("(?s)<(script|style|svg|pre|code)\\b.*?</\\1>", "§")
            .replaceAll("</?(b|a|span|i)\\b[^>]*>", "")
            .replaceAll("(?s)<[^>]*>", "§")
            .replaceAll("\\s*\\n\\s*", " ")
            .replaceAll("&quot;", "\"");
    var found = SLIP.matcher(text);
    List<String> slips = new ArrayList<>();
    while (found.find()) {
      int from = Math.max(0, found.start() - 30);
      slips.add("…" + text.substring(from, Math.min(text.length(), found.end() + 30)) + "…");
    }
    return slips;
  }

  /** The test can fail: these are slips that pages had. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 incidents belong to no service",
        "Send a incident as JSON",
        "1 of 1 failed deployments are not recovered",
        "1 belong to no service",
        "2 deployment in the period",
        "an deployment",
        "It ended..",
        "of null"
      })
  void whatIsASlipIsFound(String slip) {
    assertTrue(!slips("<p>" + slip + "</p>").isEmpty(), slip);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 of 1 failed deployment was not restored",
        "1 incident belongs to no service",
        "21 incidents belong to no service",
        "An hour, a unit, 1 process, a README"
      })
  void whatIsRightIsNot(String right) {
    assertEquals(List.of(), slips("<p>" + right + "</p>"), right);
  }

  @ParameterizedTest
  @CsvSource({"incident, an incident", "deployment, a deployment", "owner, an owner"})
  void aNounHasItsArticle(String noun, String with) {
    assertEquals(with, pilothouse.text.Say.a(noun));
  }

  @Test
  void theTerminalSpeaksInSentencesToo() {
    try (Ship ship = Ship.with()) {
      var empty = java.net.http.HttpRequest.BodyPublishers.ofString("[]");
      var nothing =
          ship.send(java.net.http.HttpRequest.newBuilder(ship.at("/in/incident")).POST(empty));
      assertTrue(nothing.body().contains("Send an incident as a JSON object"), nothing.body());
    }
  }
}
