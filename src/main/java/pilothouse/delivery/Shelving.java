package pilothouse.delivery;

import java.util.List;
import java.util.Optional;

/**
 * A shelf of metrics on a service's page.
 *
 * @param title what they are about
 * @param metrics their ids, in the order of reading
 */
record Shelving(String title, List<String> metrics) {
  /** All shelves; every metric that is none of the five stands on one. */
  static final List<Shelving> ALL =
      List.of(
          new Shelving(
              "deployments-and-incidents",
              List.of(
                  "change-lead-time-p90",
                  "deployment-gap",
                  "failed-deployment-recovery-time-p90",
                  "incidents")),
          new Shelving(
              "reviews",
              List.of(
                  "first-review-latency",
                  "first-review-latency-p90",
                  "review-rounds",
                  "time-in-review",
                  "merge-latency")),
          new Shelving(
              "change-requests",
              List.of(
                  "change-request-size",
                  "change-request-files",
                  "open-change-age",
                  "merged-within-a-day")),
          new Shelving(
              "builds",
              List.of(
                  "pipeline-success-rate",
                  "pipeline-duration",
                  "pipeline-duration-p90",
                  "flaky-jobs")),
          new Shelving(
              "tests",
              List.of("flaky-tests", "slowest-suites", "coverage-lines", "coverage-branches")));

  /** Where a metric stands; empty for the five. */
  static Optional<String> of(String metric) {
    return ALL.stream()
        .filter(shelf -> shelf.metrics().contains(metric))
        .map(Shelving::title)
        .findFirst();
  }
}
