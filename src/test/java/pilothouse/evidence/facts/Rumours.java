package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Seeded random facts about a few things: much is said twice, late, or otherwise than before. */
final class Rumours {
  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
  private static final String[] SERVICES = {"checkout", "search", "billing"};
  private static final String[] REPOSITORIES = {
    "acme/shop", "https://github.com/Acme/Shop.git", "acme/search", "acme/tools"
  };
  private static final String[] SHAS = {
    "0123456789abcdef0123456789abcdef01234567", "89abcdef0123456789abcdef0123456789abcdef", "v1.2"
  };

  private final Random random;

  Rumours(long seed) {
    this.random = new Random(seed);
  }

  List<Fact> some(int count) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      facts.add(one());
    }
    return facts;
  }

  private Fact one() {
    Instant saidAt = at();
    String number = String.valueOf(random.nextInt(6));
    return switch (random.nextInt(10)) {
      case 0, 1 -> deployment("own:" + number, saidAt);
      case 2 -> change(key("change", number), saidAt);
      case 3 ->
          new Review(
              key("review", number),
              saidAt,
              maybe(key("change", number)),
              person(),
              maybe(pick(Review.State.values())),
              maybe(at()));
      case 4 ->
          new Build(
              key("run", number),
              saidAt,
              random.nextInt(3) == 0 ? "pipeline=" + pick(SERVICES) + ",source=/ci" : null,
              maybe(pick(REPOSITORIES)),
              maybe(pick(SHAS)),
              maybe("main"),
              maybe("ci"),
              maybe("test"),
              maybe(random.nextInt(3)),
              maybe(at()),
              maybe(at()),
              maybe(pick(Outcome.values())),
              maybe("https://example.org/" + number));
      case 5 ->
          new Incident(
              "own:" + number,
              saidAt,
              maybe(pick(SERVICES)),
              maybe(pick(REPOSITORIES)),
              maybe("Überlast " + number),
              maybe("high"),
              maybe(at()),
              maybe(at()),
              maybe(random.nextBoolean()),
              maybe("own:1"),
              null);
      case 6 ->
          new Push(
              key("push", number),
              saidAt,
              maybe(pick(REPOSITORIES)),
              "main",
              maybe(random.nextBoolean()),
              maybe(SHAS[0]),
              SHAS[1],
              at(),
              commits());
      case 7 ->
          new TestCase(
              key("test", number),
              saidAt,
              random.nextInt(3) == 0 ? "suite=" + pick(SERVICES) : null,
              maybe(pick(REPOSITORIES)),
              maybe(SHAS[0]),
              "run",
              "suite",
              "name",
              pick(TestCase.Result.values()),
              maybe(random.nextInt(9) / 4.0),
              at());
      case 8 -> item(key("issue", number), saidAt);
      default ->
          random.nextBoolean()
              ? new Artifact(
                  "pkg:oci/shop@1",
                  saidAt,
                  maybe(pick(REPOSITORIES)),
                  maybe(SHAS[random.nextInt(2)]),
                  null,
                  maybe("chain:1"))
              : new Measurement(
                  "m" + number,
                  saidAt,
                  "activation",
                  "system:" + pick(SERVICES),
                  at(),
                  random.nextInt(9) / 8.0,
                  maybe("%"));
    };
  }

  private Deployment deployment(String key, Instant saidAt) {
    return new Deployment(
        key,
        saidAt,
        maybe(pick(SERVICES)),
        maybe(pick(REPOSITORIES)),
        maybe(pick(SHAS)),
        maybe("main"),
        maybe(random.nextBoolean() ? "production" : "staging"),
        random.nextInt(4) == 0 ? random.nextBoolean() : null,
        maybe(at()),
        maybe(at()),
        maybe(pick(Outcome.values())),
        maybe(random.nextBoolean()),
        null);
  }

  private ChangeRequest change(String key, Instant saidAt) {
    return new ChangeRequest(
        key,
        saidAt,
        maybe(pick(REPOSITORIES)),
        random.nextInt(3),
        maybe("Title " + at()),
        person(),
        maybe("work"),
        maybe("main"),
        maybe(SHAS[0]),
        maybe(SHAS[1]),
        maybe(at()),
        maybe(at()),
        maybe(at()),
        maybe(at()),
        maybe(at()),
        maybe(random.nextBoolean()),
        maybe(random.nextBoolean()),
        maybe(random.nextInt(900)),
        maybe(random.nextInt(900)),
        maybe(random.nextInt(9)),
        maybe(List.of("bug", "ümlaut")),
        commits(),
        maybe("https://example.org/" + key));
  }

  private WorkItem item(String key, Instant saidAt) {
    return new WorkItem(
        key,
        saidAt,
        maybe(pick(SERVICES)),
        maybe(pick(REPOSITORIES)),
        maybe("12"),
        maybe("Spät " + at()),
        maybe(random.nextBoolean()),
        maybe(pick(WorkItem.Reason.values())),
        maybe(List.of("debt", "ümlaut")),
        maybe("July"),
        maybe("Bug"),
        maybe(at()),
        maybe(at()),
        maybe(List.of("github.com/acme/shop#change/" + random.nextInt(4))),
        maybe("https://example.org/" + key));
  }

  private String key(String kind, String number) {
    String host = random.nextInt(5) == 0 ? "own:" : "github.com/acme/shop#" + kind + "/";
    return host + number;
  }

  private List<CommitRef> commits() {
    List<CommitRef> commits = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      commits.add(new CommitRef(SHAS[random.nextInt(2)], maybe(START)));
    }
    return commits;
  }

  private Instant at() {
    return START.plusMillis(random.nextInt(20) * 86_399_999L / 2);
  }

  private @Nullable String person() {
    return maybe(random.nextBoolean() ? "Mara" : "jon@example.org");
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextInt(3) == 0 ? null : value;
  }
}
