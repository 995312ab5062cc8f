package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.facts.TestCase;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Weeks;
import pilothouse.metrics.delivery.Catalogue.Entry;
import pilothouse.text.Texts;

/** How long tests take, and how much of the code they run through. */
final class TestMetrics {
  static final Entry SUITES =
      Catalogue.entry(
          "slowest-suites", Unit.SECONDS, Better.LOWER, "flaky-tests", TestMetrics::suites);

  static final Entry LINES = coverage("lines");
  static final Entry BRANCHES = coverage("branches");

  private TestMetrics() {}

  private static Entry coverage(String id) {
    return Catalogue.entry(
        "coverage-" + id, Unit.RATIO, Better.HIGHER, "change-fail-rate", Covered::read);
  }

  static String silence(Dossier dossier) {
    return dossier.facts.tests().isEmpty()
        ? Texts.say("metrics.test-metrics.nobody-told-of-a", dossier.facts.system())
        : Texts.say("metrics.test-metrics.no-test-ran-another", dossier.span());
  }

  /** The durations of one suite's runs. */
  private record Suite(String name, Spans spans, double median) {}

  private static Reading suites(Metric metric, Dossier dossier) {
    Map<String, Map<String, double[]>> seconds = new LinkedHashMap<>();
    int undated = 0;
    long begin = dossier.to;
    for (TestCase test : dossier.facts.tests()) {
      long at = test.at().toEpochMilli();
      begin = Math.min(begin, at);
      if (!dossier.holds(at)) {
        continue;
      }
      Double took = test.seconds();
      if (took == null) {
        undated++;
      } else {
        double[] run =
            seconds
                .computeIfAbsent(test.suite(), suite -> new LinkedHashMap<>())
                .computeIfAbsent(test.revision() + "\n" + test.run(), key -> new double[2]);
        run[0] += took;
        run[1] = Math.max(run[1], (double) at);
      }
    }
    Notes notes = new Notes();
    notes.leave(Texts.say("metrics.test-metrics.test-results-without-a"), undated);
    if (seconds.isEmpty()) {
      String why =
          undated > 0 ? Texts.say("metrics.test-metrics.the-test-reports-of") : silence(dossier);
      return dossier.unknown(metric, why, notes);
    }
    List<Suite> suites = new ArrayList<>();
    seconds.forEach((name, runs) -> suites.add(suite(name, runs)));
    suites.sort(Comparator.comparingDouble(Suite::median).reversed().thenComparing(Suite::name));
    return slowest(metric, dossier, suites, dossier.weeks(Math.floorDiv(begin, 1000L)), notes);
  }

  private static Suite suite(String name, Map<String, double[]> runs) {
    Spans spans = new Spans();
    runs.values().forEach(run -> spans.add((long) run[1], run[0]));
    Double median = spans.quantile(0.5);
    return new Suite(name, spans, median == null ? 0 : median);
  }

  private static Reading slowest(
      Metric metric, Dossier dossier, List<Suite> suites, Weeks weeks, Notes notes) {
    Suite slowest = suites.getFirst();
    Receipt receipt =
        new Receipt(
            Texts.say("metrics.test-metrics.each-suites-median-over", slowest.name),
            Texts.all("column.suite", "column.seconds", "column.runs"),
            suites.size(),
            i ->
                List.of(
                    Cell.of(suites.get(i).name),
                    Cell.of(Math.round(suites.get(i).median * 100) / 100.0),
                    Cell.of(suites.get(i).spans.size())));
    return dossier.known(
        metric, slowest.median, suites.size(), slowest.spans.weekly(weeks, 0.5), receipt, notes);
  }
}
