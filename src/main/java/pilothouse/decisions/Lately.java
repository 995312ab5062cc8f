package pilothouse.decisions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Series;

/**
 * Whether a system deviates and was not seen to two weeks ago.
 *
 * @param since when it deviates, where nobody can say how it was two weeks ago; else null
 */
record Lately(boolean isNew, @Nullable Instant since) {
  static final Duration NEWLY = Duration.ofDays(14);
  static final Lately NOT = new Lately(false, null);

  /**
   * Of a system that deviates now.
   *
   * @param before whether it was as it is wanted two weeks ago; null where that is unknown
   * @param first when it was seen to deviate first; the standard deviates nobody before it is there
   */
  static Lately of(Standard standard, @Nullable Boolean before, Instant first, Instant now) {
    if (Boolean.FALSE.equals(before)) {
      return NOT;
    }
    Instant set = standard.turn().at();
    boolean isKnown = before != null && !set.isAfter(now.minus(NEWLY));
    return new Lately(true, isKnown ? null : first.isAfter(set) ? first : set);
  }

  /** The same by what people saw, the oldest first; the last of it deviates. */
  static Lately byHand(Docket docket, Standard standard, List<HandCheck> all) {
    List<HandCheck> last = new ArrayList<>();
    for (HandCheck one : all.reversed()) {
      if (one.conforms()) {
        break;
      }
      last.add(one);
    }
    Instant first = last.getLast().turn().at();
    Instant then = docket.now().minus(NEWLY);
    LocalDate day = LocalDate.ofInstant(then, docket.zone());
    Optional<HandCheck> held =
        all.stream().filter(one -> !one.turn().at().isAfter(then)).reduce((_, later) -> later);
    Boolean before = held.filter(one -> one.counts(day)).map(HandCheck::conforms).orElse(null);
    return first.isAfter(then) ? of(standard, before, first, docket.now()) : NOT;
  }

  /** When the last points began to be beyond what is wanted; now where none is. */
  static Instant first(StandardCheck check, List<Series.Point> points, Instant now) {
    List<Series.Point> known =
        new ArrayList<>(points.stream().filter(point -> point.value() != null).toList());
    Collections.reverse(known);
    Instant first = now;
    for (Series.Point point : known) {
      Double value = point.value();
      if (value == null || check.holds(value)) {
        return first;
      }
      first = point.at().isBefore(now) ? point.at() : now;
    }
    return first;
  }
}
