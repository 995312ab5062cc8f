package pilothouse.decisions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Cost.Side;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;

/** Reads a number before a decision and after it: what was read is told again for a minute. */
final class CostReads {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST = 2_000;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(Instant at, Cost cost) {}

  Cost read(Docket docket, Gauge gauge, CostSpan span) {
    String key = String.join("\0", Texts.now().tag(), gauge.text(), String.valueOf(span.day()));
    Instant now = docket.now();
    Kept before = kept.get(key);
    if (before != null && !now.isBefore(before.at()) && now.isBefore(before.at().plus(FRESH))) {
      return before.cost();
    }
    Cost cost = fresh(docket.gauges().get(), gauge, span);
    if (kept.size() >= MOST) {
      kept.clear();
    }
    kept.put(key, new Kept(now, cost));
    return cost;
  }

  private static Cost fresh(Gauges gauges, Gauge gauge, CostSpan span) {
    Window then = span.after();
    Gauged before = gauges.read(gauge, span.before());
    Gauged after = then == null ? null : gauges.read(gauge, then);
    List<Series.Point> points = new ArrayList<>(before.raw());
    if (after != null) {
      points.addAll(after.raw());
    }
    String name = gauges.find(gauge).map(Gauges.Offered::name).orElse(before.name());
    Gauged axed = after != null && before.raw().isEmpty() ? after : before;
    return new Cost(gauge.text(), name, axed.axis(), side(before), later(after), points);
  }

  /** What is not there before anybody decides. */
  private static Side later(@Nullable Gauged after) {
    return after == null ? undecided() : side(after);
  }

  static Side undecided() {
    return unknown(Texts.say("decisions.cost.undecided"), "");
  }

  static Side unknown(String why, String page) {
    return new Side(null, Texts.say("say.unknown"), 0, why, page);
  }

  /** What was measured has the median of its measurements, what is worked out has its own value. */
  private static Side side(Gauged of) {
    List<Double> told =
        of.raw().stream().map(Series.Point::value).filter(Objects::nonNull).sorted().toList();
    if (of.measured() != null && !told.isEmpty()) {
      double middle = median(told);
      String note = Texts.counted("decisions.cost.of", told.size());
      return new Side(middle, of.says(middle), told.size(), note, of.page());
    }
    String why = of.reading().unknown();
    return why == null
        ? new Side(of.reading().value(), of.says(), of.reading().n(), n(of), of.page())
        : unknown(why, of.page());
  }

  private static String n(Gauged of) {
    return Texts.say("decisions.cost.n", Say.count(of.reading().n()));
  }

  /** Of numbers in order; the mean of the two in the middle where they are even. */
  static double median(List<Double> sorted) {
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
