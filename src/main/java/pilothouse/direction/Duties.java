package pilothouse.direction;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pilothouse.journal.Who;
import pilothouse.promises.Kind;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.promises.Promises;
import pilothouse.text.Texts;

/**
 * Keeps what owners owe in step with outcomes: for each function that answers for one, one open
 * promise to check in, owed by whoever answers for it today.
 */
final class Duties {
  static final Kind CHECK_IN = new Kind("check-in", true, 3, true);
  private final Outcomes outcomes;
  private final Promises promises;

  Duties(Outcomes outcomes, Promises promises) {
    this.outcomes = outcomes;
    this.promises = promises;
  }

  /** Looks after all outcomes: hands over what a rotation hands over today. */
  void round() {
    Known known = outcomes.known();
    for (Outcome one : known.all().values()) {
      if (one.isOpen() && !isOver(one)) {
        settle(one, known.last(one), Who.program());
      }
    }
  }

  /** Looks after one whose check-in, owners or end just changed. */
  void settle(String outcome, Who who) {
    Known known = outcomes.known();
    known.find(outcome).ifPresent(one -> settle(one, known.last(one), who));
  }

  private void settle(Outcome one, Optional<CheckIn> last, Who who) {
    List<Promise> open =
        promises.about(one.subject()).stream()
            .filter(promise -> promise.isOpen() && promise.kind().equals(CHECK_IN.word()))
            .toList();
    Map<String, Outcome.Owning> owners = one.owners(outcomes.today());
    for (Promise promise : open) {
      Outcome.Owning owning = owners.get(promise.forWhom());
      if (!one.isOpen() || owning == null) {
        promises.drop(promise.id(), Texts.kept("kept.direction.retired"), who);
      } else if (isSigned(last, owning.role(), promise)) {
        promises.keep(promise.id(), one.address(), "", who);
      } else if (!owning.owner().equals(promise.owner())) {
        String note = owning.note();
        String why = note.isEmpty() ? Texts.kept("kept.direction.rotated") : note;
        promises.hand(promise.id(), owning.owner(), why, Who.program());
      }
    }
    if (one.isOpen() && !isOver(one)) {
      owners.values().stream()
          .filter(owning -> !isOwed(one, owning.role()))
          .forEach(owning -> promises.make(draft(one, owning, last), who));
    }
  }

  private boolean isOver(Outcome one) {
    return outcomes.today().isAfter(one.dueOn());
  }

  private static boolean isSigned(Optional<CheckIn> last, String role, Promise promise) {
    return last.stream()
        .flatMap(checkIn -> checkIn.signatures().stream())
        .anyMatch(sign -> sign.role().equals(role) && !sign.at().isBefore(promise.madeAt()));
  }

  private boolean isOwed(Outcome one, String role) {
    return promises.about(one.subject()).stream()
        .anyMatch(promise ->
            promise.isOpen()
                && promise.kind().equals(CHECK_IN.word())
                && promise.forWhom().equals(role));
  }

  private PromiseDraft draft(Outcome one, Outcome.Owning owning, Optional<CheckIn> last) {
    LocalDate from =
        last.filter(checkIn -> checkIn.missing(List.of(owning.role())).isEmpty())
            .map(checkIn -> outcomes.day(checkIn.at()))
            .orElse(one.startsOn());
    LocalDate due = from.plusDays(one.everyDays());
    LocalDate today = outcomes.today();
    return PromiseDraft.about(
            CHECK_IN,
            Texts.kept("kept.direction.check-in-on", one.title()),
            owning.owner(),
            due.isBefore(today) ? today : due,
            one.subject(),
            one.address(),
            one.place())
        .because("", owning.role());
  }
}
