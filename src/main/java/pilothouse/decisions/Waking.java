package pilothouse.decisions;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.journal.Who;
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

  /** Wakes it where a day came, or a number passed its limit. */
  static Decision wake(Docket here, Deciding deciding, Decision one) {
    for (Turn wake : one.wakes()) {
      Optional<Limit> limit = Limit.of(wake);
      String why =
          limit.isPresent()
              ? new Passing(here, one, wake, limit.get()).why(deciding)
              : came(here, one, wake);
      if (!why.isEmpty()) {
        return deciding.turn(one, Kind.WOKEN, String.valueOf(wake.number()), why, null);
      }
    }
    return one;
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
}
