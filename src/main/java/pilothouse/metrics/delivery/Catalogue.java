package pilothouse.metrics.delivery;

import java.util.List;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Reading;

/** Every metric of delivery, in the order of reading. */
final class Catalogue {
  /** A metric with its formula. */
  record Entry(Metric metric, Formula formula) {}

  /** Computes a reading; no clock, no database, no web inside. */
  @FunctionalInterface
  interface Formula {
    Reading read(Metric metric, Dossier dossier);
  }

  static final List<Entry> ALL =
      List.of(
          Five.LEAD_TIME,
          Five.LEAD_TIME_P90,
          Five.FREQUENCY,
          Five.GAP,
          Five.RECOVERY,
          Five.RECOVERY_P90,
          Five.CHANGE_FAIL,
          Five.REWORK,
          ReviewMetrics.LATENCY,
          ReviewMetrics.LATENCY_P90,
          ReviewMetrics.ROUNDS,
          ReviewMetrics.TIME,
          ReviewMetrics.MERGE,
          RequestMetrics.SIZE,
          RequestMetrics.FILES,
          RequestMetrics.OPEN_AGE,
          RequestMetrics.WITHIN_A_DAY,
          BuildMetrics.SUCCESS,
          BuildMetrics.DURATION,
          BuildMetrics.DURATION_P90,
          Flaky.JOBS,
          Flaky.TESTS,
          TestMetrics.SUITES,
          TestMetrics.LINES,
          TestMetrics.BRANCHES,
          Incidents.COUNT);

  static final List<Metric> METRICS = ALL.stream().map(Entry::metric).toList();

  private Catalogue() {}

  /** The entry with this id. */
  static Entry entry(String id) {
    for (Entry entry : ALL) {
      if (entry.metric().id().equals(id)) {
        return entry;
      }
    }
    throw new IllegalArgumentException("there is no metric named " + id);
  }

  static Entry entry(String id, Unit unit, Better better, String counterMetric, Formula function) {
    return new Entry(Metric.kept("formula.delivery.", id, unit, better, counterMetric), function);
  }
}
