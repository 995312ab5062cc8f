package pilothouse.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.journal.Who;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** What happens to decisions by itself: what was said to hold at the end of a time, and wakes. */
final class Waking {
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  Waking(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  void round() {
    Docket here = docket.get();
    Deciding deciding = new Deciding(here, Who.program());
    for (Decision one : shelf.all(here.storage())) {
      if (one.state() == State.PROPOSED) {
        expire(here, deciding, one);
      } else if (one.state() == State.ACCEPTED) {
        wake(here, deciding, one);
      }
    }
  }

  private static void expire(Docket here, Deciding deciding, Decision one) {
    Turn clock = one.clock();
    if (clock == null || clock.about().isEmpty() || !isOver(here, clock.day())) {
      return;
    }
    if (one.overdue().isPresent()) {
      return;
    }
    Optional<Refused> hurdle = new Hurdles(here, one).first();
    if (hurdle.isPresent()) {
      String against = String.valueOf(hurdle.get().getMessage());
      deciding.turn(one, Kind.OVERDUE, clock.about(), against, null);
      return;
    }
    String why = Texts.kept("kept.decisions.expired", Say.day(day(clock)));
    deciding.kept(one, Decisions.DECIDE, "");
    deciding.turn(one, Kind.DEFAULTED, clock.about(), why, null);
  }

  private static boolean isOver(Docket here, @Nullable LocalDate day) {
    return day != null && day.isBefore(here.today());
  }

  private static LocalDate day(Turn turn) {
    LocalDate day = turn.day();
    if (day == null) {
      throw new IllegalArgumentException("no day: " + turn);
    }
    return day;
  }

  private static void wake(Docket here, Deciding deciding, Decision one) {
    for (Turn wake : one.wakes()) {
      Optional<Limit> limit = Limit.of(wake);
      String why = limit.isPresent() ? passed(here, one, limit.get()) : came(here, one, wake);
      if (!why.isEmpty()) {
        deciding.turn(one, Kind.WOKEN, String.valueOf(wake.number()), why, null);
        return;
      }
    }
  }

  /** A day wakes once. */
  private static String came(Docket here, Decision one, Turn wake) {
    boolean before =
        one.turns().stream()
            .anyMatch(turn ->
                turn.kind() == Kind.WOKEN && turn.about().equals(String.valueOf(wake.number())));
    return before || wake.day() == null || wake.day().isAfter(here.today())
        ? ""
        : Texts.kept("kept.decisions.day-came", Say.day(day(wake)));
  }

  /** A limit wakes by points that came since somebody last said that the decision holds. */
  private static String passed(Docket here, Decision one, Limit limit) {
    Instant since =
        List.of(Kind.DECIDED, Kind.DEFAULTED, Kind.AFFIRMED).stream()
            .flatMap(kind -> one.last(kind).stream())
            .map(Turn::at)
            .max(Instant::compareTo)
            .orElse(one.lastTurn());
    LocalDate first = LocalDate.ofInstant(since, here.zone());
    Window window = Window.ofDays(first.minusDays(1), here.today(), here.today(), here.zone());
    var read = here.gauges().get().read(limit.gauge(), window);
    Instant from = first.atStartOfDay(here.zone()).toInstant();
    return limit.isPassed(read.held(), from)
        ? Texts.kept("kept.decisions.limit-passed", limit.says(here.gauges().get()))
        : "";
  }
}
