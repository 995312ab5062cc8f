package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Series;
import pilothouse.metrics.Weeks;
import pilothouse.metrics.Xmr;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How much of the code tests run through, as coverage reports say. */
final class Covered {
  private Covered() {}

  static Reading read(Metric metric, Dossier dossier) {
    List<Measurement> all =
        dossier.facts.measurements().stream()
            .filter(one -> one.metric().equals(metric.id()))
            .toList();
    List<Measurement> in =
        all.stream().filter(one -> dossier.holds(one.at().toEpochMilli())).toList();
    Notes notes = new Notes();
    if (in.isEmpty()) {
      String why =
          all.isEmpty()
              ? Texts.say("metrics.covered.nobody-measured-it-a", dossier.facts.system())
              : Texts.say("metrics.covered.nobody-measured-it-another", dossier.span());
      return dossier.unknown(metric, why, notes);
    }
    String scope =
        in.stream()
            .max(
                Comparator.comparing((Measurement one) -> one.scope().startsWith("system:"))
                    .thenComparing(Measurement::at)
                    .thenComparing(Measurement::scope))
            .map(Measurement::scope)
            .orElse("");
    List<Measurement> own = in.stream().filter(one -> one.scope().equals(scope)).toList();
    notes.leave(
        Texts.say("metrics.covered.measurements-of-other-parts", scope), in.size() - own.size());
    Weeks weeks = dossier.weeks(own.getFirst().at().getEpochSecond());
    return dossier.known(
        metric,
        fraction(own.getLast()),
        own.size(),
        lasts(weeks, own),
        measured(dossier, own),
        notes);
  }

  private static Receipt measured(Dossier dossier, List<Measurement> own) {
    int n = own.size();
    return new Receipt(
        Texts.say("metrics.covered.the-first-of-these"),
        Texts.all("column.measured", "column.covered", "column.of"),
        n,
        i -> {
          Measurement one = own.get(n - 1 - i);
          return List.of(
              dossier.time(one.at().toEpochMilli()),
              Cell.of(Say.percent(fraction(one))),
              Cell.of(one.scope()));
        });
  }

  private static double fraction(Measurement one) {
    String unit = one.unit();
    boolean percent = unit != null && (unit.strip().equals("%") || unit.contains("percent"));
    return percent ? one.value() / 100 : one.value();
  }

  /** The last value of each week. */
  private static Series lasts(Weeks weeks, List<Measurement> own) {
    @Nullable Double[] last = new @Nullable Double[weeks.count()];
    long[] n = new long[weeks.count()];
    for (Measurement one : own) {
      int week = weeks.of(one.at().getEpochSecond());
      if (week >= 0) {
        last[week] = fraction(one);
        n[week]++;
      }
    }
    List<Series.Point> points = new ArrayList<>();
    for (int week = 0; week < n.length; week++) {
      points.add(Dossier.point(weeks, week, last[week], n[week]));
    }
    return Xmr.share(points);
  }
}
