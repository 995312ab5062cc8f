package pilothouse.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.Interest;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * What the whole register cost a week at the end of each month: as it was measured then, and as it
 * was estimated then where nothing was measured; at today's rates.
 */
final class Trends {
  private static final int MONTHS = 12;
  private final Standings standings;
  private final Months months = new Months();
  private @Nullable Kept kept;
  private volatile @Nullable Now now;

  Trends(Standings standings) {
    this.standings = standings;
  }

  /**
   * What was said that an item costs, from then on.
   *
   * @param cost null for nothing
   */
  record Estimate(Instant at, @Nullable Hours cost) {}

  /** The register at the end of a day. */
  record Point(LocalDate day, Sum sum) {}

  /** What the sums of days that lie behind were made of. */
  private record Made(String version, LocalDate day, Teams teams, long measured) {}

  /** The three lists of each place, day by day, but for today. */
  private record Kept(Made made, List<Map<Where, Map<Effect, Sum>>> sums) {}

  private record Now(long serial, Map<Where, Map<Effect, Sum>> sums) {}

  /** The ends of the last months, the oldest first, and today. */
  static List<LocalDate> days(LocalDate today) {
    List<LocalDate> days = new ArrayList<>();
    for (int back = MONTHS - 1; back >= 0; back--) {
      days.add(today.minusMonths(back).withDayOfMonth(1).minusDays(1));
    }
    days.add(today);
    return days;
  }

  /** What the caller may see of it, day by day. */
  List<Point> points(Caller caller) {
    Today today = standings.today();
    List<LocalDate> days = days(today.day());
    List<Point> points = new ArrayList<>();
    List<Map<Where, Map<Effect, Sum>>> behind = behind(today);
    for (int i = 0; i < behind.size(); i++) {
      points.add(new Point(days.get(i), Sum.total(seen(behind.get(i), caller))));
    }
    points.add(new Point(today.day(), Sum.total(today(caller))));
    return begun(points);
  }

  /** Before the first item was written down nobody knows what was owed: that is not nothing. */
  private static List<Point> begun(List<Point> points) {
    int first = 0;
    while (first < points.size() - 1 && points.get(first).sum().items() == 0) {
      first++;
    }
    return points.subList(first, points.size());
  }

  /** The same of some of it. */
  List<Point> points(Caller caller, Predicate<Item> which) {
    Today today = standings.today();
    settle(today);
    Map<String, List<Estimate>> said = said();
    return days(today.day()).stream()
        .map(day -> {
          Stream<Owed> some = owed(today, day, said, which);
          return new Point(day, Sum.total(seen(Sum.byPlace(some), caller)));
        })
        .toList();
  }

  /** The three lists of what is owed today. */
  Map<Effect, Sum> today(Caller caller) {
    Today today = standings.today();
    Now before = now;
    if (before == null || before.serial() != today.serial()) {
      before = new Now(today.serial(), Sum.byPlace(owed(today, today.day(), Map.of(), _ -> true)));
      now = before;
    }
    return seen(before.sums(), caller);
  }

  private static Map<Effect, Sum> seen(Map<Where, Map<Effect, Sum>> all, Caller caller) {
    return Sum.together(
        all.entrySet().stream().filter(one -> caller.sees(one.getKey())).map(Map.Entry::getValue));
  }

  private long settle(Today today) {
    return today.kept().isPlaced() ? months.settle(standings.ledger()) : 0;
  }

  private synchronized List<Map<Where, Map<Effect, Sum>>> behind(Today today) {
    long measured = settle(today);
    Made made = new Made(today.kept().version(), today.day(), today.rates().teams(), measured);
    Kept before = kept;
    if (before == null || !before.made().equals(made)) {
      Map<String, List<Estimate>> said = said();
      List<Map<Where, Map<Effect, Sum>>> sums = new ArrayList<>();
      List<LocalDate> days = days(today.day());
      days.subList(0, days.size() - 1)
          .forEach(day -> sums.add(Sum.byPlace(owed(today, day, said, _ -> true))));
      before = new Kept(made, sums);
      kept = before;
    }
    return before.sums();
  }

  /** Works out anew what somebody looked at before, so that nobody waits for it. */
  void round() {
    boolean isLookedAt;
    synchronized (this) {
      isLookedAt = kept != null;
    }
    if (isLookedAt) {
      behind(standings.today());
    }
  }

  private Map<String, List<Estimate>> said() {
    return standings.ledger().storage().read(DebtRows::estimates);
  }

  /** What was owed at the end of one of the days, with what each cost. */
  List<Owed> owed(LocalDate day) {
    return owed(standings.today(), day, said(), _ -> true).toList();
  }

  private Stream<Owed> owed(
      Today today, LocalDate day, Map<String, List<Estimate>> said, Predicate<Item> which) {
    if (day.equals(today.day())) {
      return today.ranked().stream()
          .filter(one -> one.state().isOwed() && which.test(one.item()))
          .map(one -> new Owed(one.item(), one.worth()));
    }
    Ledger ledger = standings.ledger();
    Instant at = day.plusDays(1).atStartOfDay(ledger.zone()).toInstant();
    List<Item> items =
        near(today.kept().all().stream().filter(item -> item.wasOwed(at)).toList(), which);
    Map<List<Spot>, Interest> found = months.of(ledger, day, items);
    List<Owed> all =
        items.stream()
            .map(item ->
                new Owed(
                    item,
                    Worth.of(
                        item,
                        cost(item, said.get(item.id()), at),
                        today.rates(),
                        found.get(item.words().spots()),
                        at)))
            .toList();
    Map<Integer, Double> shares =
        months.shares(
            ledger,
            day,
            all.stream().filter(one -> one.worth().cases() > 0).map(Owed::item).toList());
    return all.stream()
        .filter(one -> which.test(one.item()))
        .map(one -> one.sharing(shares.getOrDefault(one.item().number(), 1.0)));
  }

  /** Some of the items, and those that lie in the same repositories: changes may be of both. */
  private List<Item> near(List<Item> items, Predicate<Item> which) {
    List<Item> some = items.stream().filter(which).toList();
    if (some.size() == items.size()) {
      return items;
    }
    Set<String> repositories =
        some.stream().flatMap(this::repositories).collect(Collectors.toSet());
    return items.stream()
        .filter(item -> which.test(item) || repositories(item).anyMatch(repositories::contains))
        .toList();
  }

  private Stream<String> repositories(Item item) {
    return item.words().spots().stream()
        .map(Spot::repository)
        .distinct()
        .map(standings.ledger().meters()::repository);
  }

  private static @Nullable Hours cost(Item item, @Nullable List<Estimate> said, Instant at) {
    Hours cost = null;
    if (said == null) {
      return item.now().at().isAfter(at) ? null : item.words().interest();
    }
    for (Estimate one : said) {
      cost = one.at().isAfter(at) ? cost : one.cost();
    }
    return cost;
  }
}
