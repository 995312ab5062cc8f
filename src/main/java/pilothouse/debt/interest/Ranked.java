package pilothouse.debt.interest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item to be ranked: what pays back soonest first, at the same time the greater risk first, then
 * by key. What nobody knows the weeks of comes after those, what never pays back last.
 *
 * @param risk what incidents tied to it cost a week, or another measure alike for all; null where
 *     unknown, which comes after what is known
 */
public record Ranked(String key, BreakEven breakEven, @Nullable Double risk) {
  private static final Comparator<Ranked> ORDER =
      Comparator.<Ranked, BreakEven.Kind>comparing(one -> one.breakEven().kind())
          .thenComparingDouble(Ranked::weeks)
          .thenComparing(Ranked::risk, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(Ranked::key);

  private double weeks() {
    Range weeks = breakEven.weeks();
    return weeks == null ? 0 : weeks.likely();
  }

  /** All of them in their order, whatever the order that they come in. */
  public static List<Ranked> rank(Collection<Ranked> all) {
    return all.stream().sorted(ORDER).toList();
  }
}
