package pilothouse.promises;

import java.time.LocalDate;
import pilothouse.findings.Days;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Somebody who makes or changes promises, by a page or as a program. */
record Handling(Promises promises, Caller caller) {

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
    Where place = place(wish.place());
    caller.must(Permission.SAY, place);
    PromiseDraft draft =
        new PromiseDraft(
            Kind.PROMISE.word(),
            wish.what(),
            wish.why(),
            wish.forWhom(),
            wish.owner().isBlank() ? own() : owner(wish.owner()),
            wish.due().isBlank() ? null : Days.parse(wish.due()),
            wish.shows(),
            "",
            "",
            place,
            cost(wish.cost()));
    return promises.make(draft, Who.of(caller));
  }

  /** Whoever asks, as somebody who owes; a program owes nothing. */
  private String own() {
    return promises.owners().find(caller.behind()).map(Owner::id).orElse("");
  }

  private String owner(String typed) {
    Owners owners = promises.owners();
    return owners.find(typed).map(Owner::id).orElseThrow(() -> owners.unclear(typed));
  }

  private Where place(String typed) {
    return typed.isBlank() && caller.may(Permission.SAY, Where.ORGANISATION)
        ? Where.ORGANISATION
        : Where.parse(typed)
            .filter(this::isThere)
            .orElseThrow(() ->
                Refused.unfit(
                    Texts.say("promises.no-place", shown(typed)),
                    Texts.say("promises.name-place")));
  }

  private boolean isThere(Where place) {
    return place.kind() != Where.Kind.TEAM
        || promises.owners().find(Owner.TEAM + place.name()).isPresent();
  }

  private static @org.jspecify.annotations.Nullable Double cost(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    try {
      return Double.valueOf(typed.strip());
    } catch (NumberFormatException _) {
      throw Refused.unfit(Texts.say("promises.draft.cost"), Texts.say("promises.mend"));
    }
  }

  private static String shown(String typed) {
    return typed.length() <= 60 ? typed : typed.substring(0, 60) + "…";
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
    return Days.parse(typed);
  }
}
