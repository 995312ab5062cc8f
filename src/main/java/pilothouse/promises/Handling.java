package pilothouse.promises;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Days;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Somebody who makes or changes promises, by a page or as a program. */
record Handling(Promises promises, Caller caller) {
  private static final int AGE = 10;

  /** What somebody wants to promise, as typed. */
  record Wish(
      String what,
      String why,
      String forWhom,
      String owner,
      String due,
      String shows,
      String place,
      String cost) {}

  /** Makes one of the usual kind. */
  Promise make(Wish wish) {
    Where place = promises.places().read(wish.place(), caller, Permission.SAY);
    PromiseDraft draft =
        new PromiseDraft(
            Kind.PROMISE.word(),
            wish.what(),
            wish.why(),
            wish.forWhom(),
            wish.owner().isBlank() ? own() : owner(wish.owner()),
            due(wish.due()),
            wish.shows(),
            "",
            "",
            place,
            cost(wish.cost()));
    return promises.make(draft, Who.of(caller));
  }

  /** Somebody may write down what is overdue already, but not of another age. */
  private @Nullable LocalDate due(String typed) {
    LocalDate day = Days.read("due", typed);
    LocalDate today = promises.today();
    if (day != null && (day.isBefore(today.minusYears(1)) || day.isAfter(today.plusYears(AGE)))) {
      throw Refused.unfit(
              Texts.say("promises.due.far", Say.day(day)), Texts.say("promises.due.near", AGE))
          .at("due");
    }
    return day;
  }

  /** Whoever asks, as somebody who owes; a program owes nothing. */
  private String own() {
    return promises.owners().find(caller.behind()).map(Owner::id).orElse("");
  }

  private String owner(String typed) {
    Owners owners = promises.owners();
    return owners.find(typed).map(Owner::id).orElseThrow(() -> owners.unclear(typed));
  }

  private static @Nullable Double cost(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    try {
      return Double.valueOf(typed.strip());
    } catch (NumberFormatException _) {
      throw Refused.unfit(Texts.say("promises.draft.cost"), Texts.say("promises.mend"));
    }
  }

  /** One that may be looked at. */
  Promise seen(String id) {
    return promises
        .find(id)
        .filter(one -> isOwn(one) || caller.sees(one.place()))
        .orElseThrow(Promises::missing);
  }

  /** Whether the caller owes it. */
  boolean isOwn(Promise one) {
    return caller.selves().contains(one.owner());
  }

  /** Whether the caller may say what became of it: whoever owes it, or leads its place. */
  boolean mayChange(Promise one) {
    return isOwn(one)
        || caller.may(Permission.CHANGE, one.place())
        || (one.owner().startsWith(Owner.TEAM)
            && caller.may(Permission.SAY, Where.team(one.owner().substring(Owner.TEAM.length()))));
  }

  /**
   * What becomes of one.
   *
   * @param turn {@code keep}, {@code extend}, {@code hand}, {@code drop} or {@code reopen}
   */
  Promise turn(String id, String turn, String evidence, String why, String due, String owner) {
    Promise one = seen(id);
    if (!mayChange(one)) {
      caller.must(Permission.CHANGE, one.place());
    }
    if (promises.kind(one.kind()).atHome() && !one.page().isEmpty() && !turn.equals("hand")) {
      throw Refused.conflict(
          Texts.say("promises.at-home", PromiseWords.kind(one.kind())),
          Texts.say("promises.at-home.mend", one.page()));
    }
    Who who = Who.of(caller);
    return switch (turn) {
      case "keep" -> promises.keep(id, evidence, why, who);
      case "extend" -> promises.extend(id, day(due), why, who);
      case "hand" -> promises.hand(id, owner(owner), why, who);
      case "drop" -> promises.drop(id, why, who);
      case "reopen" -> promises.reopen(id, why, who);
      default -> throw Promises.missing();
    };
  }

  private static LocalDate day(String typed) {
    if (typed.isBlank()) {
      throw Refused.unfit(Texts.say("promises.draft.due"), Texts.say("promises.mend"));
    }
    return Days.needed("due", typed);
  }
}
