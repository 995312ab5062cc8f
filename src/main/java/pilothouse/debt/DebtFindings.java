package pilothouse.debt;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Finding.Severity;
import pilothouse.findings.Source;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * What of the register needs somebody: windows that lapsed, waiting that is over, places in code
 * that are gone, and mending that nobody looked at again. Of each kind the worst of each place are
 * named.
 */
final class DebtFindings implements Source {
  /** So many of a kind are named of a place; of the others is told how many there are. */
  static final int NAMED = 20;

  /** Before so many days nobody can say whether mending helped. */
  static final int SETTLES = 28;

  private final Standings standings;
  private @Nullable Kept kept;

  DebtFindings(Standings standings) {
    this.standings = standings;
  }

  /** What was found of one register, in one language, with these histories. */
  private record Kept(Today today, String language, long histories, List<Finding> all) {}

  @Override
  public synchronized List<Finding> found(Instant now) {
    Today today = standings.today();
    String language = Texts.now().tag();
    long histories = histories(today);
    Kept before = kept;
    boolean holds =
        before != null
            && before.today().serial() == today.serial()
            && before.language().equals(language)
            && before.histories() == histories;
    if (before == null || !holds) {
      before = new Kept(today, language, histories, looked(today));
      kept = before;
    }
    return before.all();
  }

  /** Differs when any repository of the register was read anew. */
  private long histories(Today today) {
    return today.repositories().stream()
        .map(standings.ledger().histories())
        .mapToLong(history -> history == null ? 0 : history.version())
        .reduce(1, (all, version) -> 31 * all + version);
  }

  private List<Finding> looked(Today today) {
    LocalDate day = today.day();
    List<Finding> all = new ArrayList<>();
    add(all, today, "debt-window-lapsed", one -> one.isLate() && isUnpromised(one), this::lapsed);
    add(all, today, "debt-deferral-over", one -> isOver(one, day), this::over);
    add(all, today, "debt-paths-gone", this::isGone, this::gone);
    add(all, today, "debt-payback-unverified", one -> isUnverified(one, day), this::unverified);
    return List.copyOf(all);
  }

  private static void add(
      List<Finding> all,
      Today today,
      String kind,
      Predicate<Standing> which,
      Function<Standing, Finding> says) {
    Map<Where, List<Standing>> found =
        today.ranked().stream()
            .filter(which)
            .sorted(Comparator.comparing(one -> one.item().words().severity()))
            .collect(
                Collectors.groupingBy(
                    one -> one.item().place(), LinkedHashMap::new, Collectors.toList()));
    found.forEach((place, there) -> {
      there.stream().limit(NAMED).map(says).forEach(all::add);
      if (there.size() > NAMED) {
        all.add(more(kind, place, there.size() - NAMED));
      }
    });
  }

  private static Finding more(String kind, Where place, int count) {
    return Finding.of(
        kind,
        Severity.KNOW,
        Texts.counted("debt.found.more." + kind, count),
        "more",
        place,
        "/debt?place=" + Addresses.part(place.text()));
  }

  private Finding lapsed(Standing one) {
    boolean isBad = one.item().words().severity().compareTo(pilothouse.debt.Severity.HIGH) <= 0;
    return found(
            "debt-window-lapsed",
            isBad ? Severity.ACT : Severity.LOOK,
            Texts.say("debt.found.lapsed", one.item().called(), Say.day(one.due())),
            one)
        .begun(at(one.due().plusDays(1)));
  }

  private Instant at(LocalDate day) {
    return day.atStartOfDay(standings.ledger().zone()).toInstant();
  }

  /** What has an owner is a promise, which says itself that it is overdue. */
  private static boolean isUnpromised(Standing one) {
    return one.item().words().owner().isEmpty();
  }

  private static boolean isOver(Standing one, LocalDate day) {
    return one.state() == State.DEFERRED && one.due().isBefore(day) && isUnpromised(one);
  }

  private Finding over(Standing one) {
    return found(
            "debt-deferral-over",
            Severity.LOOK,
            Texts.say("debt.found.over", one.item().called(), Say.day(one.due())),
            one)
        .begun(at(one.due().plusDays(1)));
  }

  /** Whether nothing of it is there any more, of what is known. */
  private boolean isGone(Standing one) {
    List<Found> found =
        one.state().isOwed()
            ? standings.traces().of(standings.ledger().histories(), one.item())
            : List.of();
    return !found.isEmpty() && found.stream().allMatch(each -> each.fate() == Fate.GONE);
  }

  private Finding gone(Standing one) {
    return found(
        "debt-paths-gone", Severity.KNOW, Texts.say("debt.found.gone", one.item().called()), one);
  }

  private boolean isUnverified(Standing one, LocalDate day) {
    Instant old = at(day).minus(Duration.ofDays(SETTLES));
    return one.isUnverified()
        && one.item().closing().filter(turn -> turn.at().isBefore(old)).isPresent();
  }

  private Finding unverified(Standing one) {
    return found(
        "debt-payback-unverified",
        Severity.KNOW,
        Texts.say("debt.found.unverified", one.item().called()),
        one);
  }

  private static Finding found(String kind, Severity severity, String says, Standing one) {
    Item item = one.item();
    return Finding.of(kind, severity, says, item.id(), item.place(), item.address())
        .owed(item.words().owner())
        .costing(one.state().isOwed() ? one.worth().moneyAWeek() : null)
        .weighing(item.words().effect() == Effect.RISKS ? 0.7 : 0.4);
  }
}
