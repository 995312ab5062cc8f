package pilothouse.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Doubled;
import pilothouse.metrics.Metric;
import pilothouse.views.Happened;

/**
 * One service's five numbers, without their receipts.
 *
 * @param declared whether somebody declared the service
 * @param instead what stands in for deployments, or empty
 * @param open deployments that failed and are not restored yet
 * @param trouble what of its incidents asks for a person
 * @param doubled deployments that two senders may have told
 */
record Line(
    String system,
    boolean declared,
    String instead,
    int open,
    Trouble trouble,
    List<Gauge> gauges,
    List<Doubled> doubled) {
  Line {
    gauges = List.copyOf(gauges);
    doubled = List.copyOf(doubled);
  }

  /**
   * What of the incidents asks for a person.
   *
   * @param open how many are not resolved
   * @param since the day since which the oldest of them is open; empty where none is
   * @param waiting how many suggested causes wait for a word
   */
  record Trouble(int open, String since, int waiting) {}

  /**
   * One number.
   *
   * @param open how many of the facts count as "at least"
   * @param spark its course as a line of the size of a word, or empty
   * @param limited whether it has limits, so that a change can be told from noise
   * @param lately what its course did in the last weeks, or null
   */
  record Gauge(
      Metric metric,
      @Nullable Double value,
      @Nullable String unknown,
      long n,
      long open,
      String spark,
      boolean limited,
      Happened.@Nullable Turn lately) {

    /** Whether its course lately went the wrong way. */
    boolean isWorse() {
      return lately != null
          && metric.better() != Metric.Better.NEITHER
          && lately.up() == (metric.better() == Metric.Better.LOWER);
    }
  }

  /** Whether any number has periods enough to tell a change from noise. */
  boolean isJudged() {
    return gauges.stream().anyMatch(Gauge::limited);
  }

  /** Whether there is any number at all. */
  boolean isKnown() {
    return gauges.stream().anyMatch(gauge -> gauge.value() != null);
  }

  /**
   * The one reason for which none of the numbers is known; null when there are several, or some.
   */
  @Nullable String blind() {
    String first = gauges.getFirst().unknown();
    return first != null && gauges.stream().allMatch(gauge -> first.equals(gauge.unknown()))
        ? first
        : null;
  }

  /**
   * What asks for a look comes first: open incidents, unrestored failures, then what got worse,
   * then moved.
   */
  int rank() {
    if (open > 0 || trouble.open() > 0) {
      return 0;
    }
    if (gauges.stream().anyMatch(Gauge::isWorse)) {
      return 1;
    }
    if (gauges.stream().anyMatch(gauge -> gauge.lately() != null)) {
      return 2;
    }
    return isKnown() ? 3 : 4;
  }
}
