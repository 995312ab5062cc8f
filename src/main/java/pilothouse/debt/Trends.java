package pilothouse.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Caller;

/** What the whole register cost a week at the end of each month, as it was estimated then. */
final class Trends {
  private static final int MONTHS = 12;
  private final Standings standings;
  private volatile @Nullable Kept kept;

  Trends(Standings standings) {
    this.standings = standings;
  }

  /**
   * What was said that an item costs, from then on.
   *
   * @param cost null for nothing
   */
  record Estimate(Instant at, @Nullable Hours cost) {}

  private record Kept(Today today, Map<String, List<Estimate>> estimates) {}

  /**
   * The register at the end of a day.
   *
   * @param items that were owed then
   * @param unknown how many of them nobody knew the cost of
   */
  record Point(LocalDate day, Hours cost, int items, int unknown) {}

  private Map<String, List<Estimate>> estimates(Today today) {
    Kept before = kept;
    if (before == null || before.today().serial() != today.serial()) {
      before = new Kept(today, standings.ledger().storage().read(DebtRows::estimates));
      kept = before;
    }
    return before.estimates();
  }

  /** The ends of the last months and today, of what the caller may see, the oldest first. */
  List<Point> points(Caller caller) {
    return points(caller, _ -> true);
  }

  /** The same of some of it. */
  List<Point> points(Caller caller, Predicate<Item> which) {
    Today today = standings.today();
    ZoneId zone = standings.ledger().zone();
    List<Item> items = today.seen(caller).map(Standing::item).filter(which).toList();
    Map<String, List<Estimate>> estimates = estimates(today);
    List<Point> points = new ArrayList<>();
    for (int back = MONTHS - 1; back >= 0; back--) {
      LocalDate end = today.day().minusMonths(back).withDayOfMonth(1).minusDays(1);
      points.add(point(end, end.plusDays(1).atStartOfDay(zone).toInstant(), items, estimates));
    }
    points.add(point(today.day(), standings.ledger().now(), items, estimates));
    return points;
  }

  private static Point point(
      LocalDate day, Instant at, List<Item> items, Map<String, List<Estimate>> estimates) {
    Hours sum = Hours.NONE;
    int owed = 0;
    int unknown = 0;
    for (Item item : items) {
      if (item.wasOwed(at)) {
        owed++;
        Hours cost = cost(estimates.getOrDefault(item.id(), List.of()), at);
        unknown += cost == null ? 1 : 0;
        sum = cost == null ? sum : sum.plus(cost);
      }
    }
    return new Point(day, sum, owed, unknown);
  }

  private static @Nullable Hours cost(List<Estimate> said, Instant at) {
    Hours cost = null;
    for (Estimate one : said) {
      cost = one.at().isAfter(at) ? cost : one.cost();
    }
    return cost;
  }
}
