package pilothouse.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.evidence.facts.TestCase;

/** When the newest thing happened that a metric of a service counts, whenever it was told. */
final class NewestFact {
  private NewestFact() {}

  /** Empty where nothing of that kind is known. */
  static Optional<Instant> of(String metric, ServiceFacts facts) {
    return happened(metric, facts).max(Comparator.naturalOrder());
  }

  private static Stream<Instant> happened(String metric, ServiceFacts facts) {
    return switch (metric) {
      case "first-review-latency",
          "first-review-latency-p90",
          "review-rounds",
          "time-in-review",
          "merge-latency" ->
          Stream.concat(
              changes(facts),
              facts.reviews().stream().flatMap(one -> Stream.ofNullable(one.submittedAt())));
      case "change-request-size",
          "change-request-files",
          "open-change-age",
          "merged-within-a-day" ->
          changes(facts);
      case "pipeline-success-rate", "pipeline-duration", "pipeline-duration-p90", "flaky-jobs" ->
          facts.builds().stream().flatMap(one -> Stream.ofNullable(end(one)));
      case "flaky-tests", "slowest-suites" -> facts.tests().stream().map(TestCase::at);
      case "coverage-lines", "coverage-branches" ->
          facts.measurements().stream()
              .filter(one -> one.metric().equals(metric))
              .map(Measurement::at);
      case "incidents" -> facts.incidents().stream().flatMap(NewestFact::incident);
      default ->
          facts.deployments().stream()
              .filter(one -> Boolean.TRUE.equals(one.production()))
              .flatMap(one -> Stream.ofNullable(end(one)));
    };
  }

  private static Stream<Instant> changes(ServiceFacts facts) {
    return facts.changes().stream().flatMap(NewestFact::change);
  }

  private static Stream<Instant> change(ChangeRequest one) {
    return Stream.of(
            one.openedAt(), one.readyAt(), one.firstReviewAt(), one.mergedAt(), one.closedAt())
        .filter(Objects::nonNull);
  }

  private static Stream<Instant> incident(Incident one) {
    return Stream.of(one.detectedAt(), one.resolvedAt()).filter(Objects::nonNull);
  }

  private static @Nullable Instant end(Build one) {
    return one.finishedAt() == null ? one.startedAt() : one.finishedAt();
  }

  private static @Nullable Instant end(Deployment one) {
    return one.finishedAt() == null ? one.startedAt() : one.finishedAt();
  }
}
