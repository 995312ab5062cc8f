package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Facts for tests. */
final class Some {
  static final Instant AT = Instant.parse("2026-10-05T10:00:00.123Z");
  static final String SHA = "0123456789abcdef0123456789abcdef01234567";

  private Some() {}

  static <T> T sure(@Nullable T value) {
    return Objects.requireNonNull(value);
  }

  static Deployment deployment(String key, String service, Instant saidAt, String environment) {
    return new Deployment(
        key,
        saidAt,
        service,
        null,
        null,
        null,
        environment,
        null,
        null,
        AT,
        Outcome.SUCCESS,
        null,
        null);
  }

  static Deployment finished(String key, Instant at) {
    return new Deployment(
        key, AT, "shop", null, null, null, null, null, null, at, null, null, null);
  }

  static ChangeRequest change(String key, @Nullable String repository) {
    return new ChangeRequest(
        key,
        AT,
        repository,
        1,
        null,
        "Mara",
        null,
        null,
        null,
        null,
        AT,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  static ChangeRequest sized(String key, int added) {
    return new ChangeRequest(
        key,
        AT,
        "acme/shop",
        1,
        null,
        null,
        null,
        null,
        null,
        null,
        AT,
        null,
        null,
        null,
        null,
        null,
        null,
        added,
        null,
        null,
        null,
        List.of(),
        null);
  }

  /** One of each kind with everything said, and one with as little as can be. */
  static List<Fact> everything() {
    return List.of(
        new Artifact(
            "pkg:oci/shop@sha256:0b31",
            AT,
            "acme/shop",
            SHA,
            "github.com/acme/shop#change/12",
            "chain:7"),
        new Artifact("chain:7", AT, null, null, null, null),
        new Deployment(
            "github.com/acme/shop#deployment/1",
            AT,
            "shop",
            "acme/shop",
            SHA,
            "main",
            "prod",
            true,
            AT,
            AT.plusMillis(1),
            Outcome.SUCCESS,
            false,
            "https://example.org/ä?b=c"),
        new Deployment(
            "own:2", AT, null, null, null, null, null, null, null, null, null, null, null),
        new ChangeRequest(
            "github.com/acme/shop#change/12",
            AT,
            "acme/shop",
            12,
            "Größer\n\"x\"",
            "mara",
            "f/1",
            "main",
            SHA,
            "abc1234",
            AT,
            AT,
            AT,
            AT,
            AT,
            false,
            true,
            1,
            2,
            3,
            List.of("a", "b\\n\n", ""),
            List.of(new CommitRef(SHA, AT), new CommitRef("v@1", null)),
            "https://example.org/12"),
        new ChangeRequest(
            "own:3", AT, null, 0, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, List.of(), null),
        new ChangeRequest(
            "own:4", AT, null, 0, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, List.of(), List.of(), null),
        new Review(
            "github.com/acme/shop#review/7",
            AT,
            "github.com/acme/shop#change/12",
            "jon",
            Review.State.APPROVED,
            AT),
        new Review("own:5", AT, null, null, null, null),
        new Build(
            "github.com/acme/shop#run/9/1",
            AT,
            "acme/shop",
            SHA,
            "main",
            "ci",
            "test",
            1,
            AT,
            AT,
            Outcome.FAILURE,
            "https://example.org/9"),
        new Build("own:6", AT, null, null, null, null, null, null, null, null, null, null),
        new Incident(
            "own:7",
            AT,
            "shop",
            "acme/shop",
            "Down",
            "high",
            AT,
            AT,
            false,
            "own:2",
            "https://example.org/i"),
        new Incident("own:8", AT, null, null, null, null, null, null, null, null, null),
        new Measurement("m", AT, "activation", "system:shop", AT, -0.25, "%"),
        new Measurement("n", AT, "activation", "organisation", AT, 1e15, null),
        new TestCase(
            "t", AT, "acme/shop", SHA, "run", "suite", "name", TestCase.Result.SKIPPED, 0.5, AT),
        new TestCase("u", AT, null, null, "", "", "x", TestCase.Result.PASSED, null, AT),
        new Push(
            "github.com/acme/shop#push/main/" + SHA,
            AT,
            "acme/shop",
            "main",
            true,
            "abc",
            SHA,
            AT,
            List.of(new CommitRef(SHA, null))),
        new Push("own:9", AT, null, "main", null, null, SHA, AT, List.of()),
        new WorkItem(
            "github.com/acme/shop#issue/4",
            AT,
            "shop",
            "acme/shop",
            "4",
            "Läuft nicht",
            false,
            WorkItem.Reason.COMPLETED,
            List.of("debt", "b\\n\n"),
            "July",
            "Bug",
            AT,
            AT,
            List.of("github.com/acme/shop#change/12"),
            "https://example.org/4"),
        WorkItem.named("own:PROJ-3", AT, null, null, "own:3"));
  }
}
