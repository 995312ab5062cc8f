package pilothouse.debt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pilothouse.journal.Who;
import pilothouse.promises.Kind;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.promises.Promises;
import pilothouse.text.Texts;

/**
 * Keeps what owners owe in step with the register: one open promise for each item that is owed and
 * has an owner, due when its window or its waiting ends.
 */
final class Owing {
  static final Kind KIND = Kind.of("debt", false).endedAtHome();
  private static final String SUBJECT = "debt:";
  private static final int AT_ONCE = 500;
  private final Standings standings;
  private long serial = -1;
  private long version = -1;

  Owing(Standings standings) {
    this.standings = standings;
  }

  private Promises promises() {
    return standings.ledger().promises();
  }

  private static String subject(Standing one) {
    return SUBJECT + one.item().id();
  }

  private static boolean isOwed(Standing one) {
    return one.state().isOwed() && !one.item().words().owner().isEmpty();
  }

  /** Looks after all: what was imported, what windows changed, what was handed over. */
  synchronized void round() {
    Today today = standings.today();
    if (today.serial() == serial && promises().version() == version) {
      return;
    }
    Map<String, Promise> open = new HashMap<>();
    promises().open(KIND.word()).forEach(promise -> open.put(promise.subject(), promise));
    List<Standing> fresh = new ArrayList<>();
    for (Standing one : today.ranked()) {
      Promise promise = open.get(subject(one));
      if (promise != null) {
        settle(one, promise, Who.program());
      } else if (isOwed(one)) {
        fresh.add(one);
      }
    }
    make(fresh, Who.program());
    serial = today.serial();
    version = promises().version();
  }

  /** Looks after one that just changed. */
  void settle(Standing one, Who who) {
    promises().about(subject(one)).stream()
        .filter(Promise::isOpen)
        .findFirst()
        .ifPresentOrElse(
            promise -> settle(one, promise, who),
            () -> make(isOwed(one) ? List.of(one) : List.of(), who));
  }

  private void settle(Standing one, Promise promise, Who who) {
    if (!isOwed(one)) {
      end(one, promise, who);
    } else if (!promise.owner().equals(one.item().words().owner())) {
      hand(one, promise, who);
    } else if (!isSame(one, promise)) {
      promises().drop(promise.id(), Texts.kept("kept.debt.anew"), who);
      make(List.of(one), who);
    } else if (one.due().isAfter(promise.due())) {
      String why = one.item().deferral() == null ? "" : one.item().deferral().words();
      promises()
          .extend(
              promise.id(), one.due(), why.isEmpty() ? Texts.kept("kept.debt.window") : why, who);
    }
  }

  private static boolean isSame(Standing one, Promise promise) {
    return promise.what().equals(one.item().called())
        && promise.place().equals(one.item().place())
        && !one.due().isBefore(promise.due());
  }

  private void end(Standing one, Promise promise, Who who) {
    Turn closing = one.item().closing().orElse(null);
    String why = closing == null ? "" : closing.words();
    if (closing != null && closing.about().equals(Item.PAID)) {
      promises().keep(promise.id(), one.item().address(), why, who);
    } else {
      promises().drop(promise.id(), why.isEmpty() ? Texts.kept("kept.debt.not-owed") : why, who);
    }
  }

  /** Whoever was named last owes it: here, or on the page of the promise. */
  private void hand(Standing one, Promise promise, Who who) {
    boolean isHanded =
        promises().turns(promise.id()).stream()
            .anyMatch(turn ->
                turn.owner().equals(promise.owner()) && turn.at().isAfter(one.item().now().at()));
    if (isHanded) {
      Words words = one.item().words().of(promise.owner());
      new Booking(standings.ledger(), who)
          .reword(one.item(), words, Texts.kept("kept.debt.handed"));
    } else {
      String why = one.item().now().why();
      promises()
          .hand(
              promise.id(),
              one.item().words().owner(),
              why.isEmpty() ? Texts.kept("kept.debt.owner") : why,
              who);
    }
  }

  private void make(List<Standing> all, Who who) {
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<Standing> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
      standings
          .ledger()
          .storage()
          .write(rows -> {
            some.forEach(one -> promises().makeOnce(rows, draft(one), who));
            return some;
          });
    }
  }

  private static PromiseDraft draft(Standing one) {
    Item item = one.item();
    Double cost = one.worth().moneyAWeek();
    return PromiseDraft.about(
            KIND,
            item.called(),
            item.words().owner(),
            one.due(),
            subject(one),
            item.address(),
            item.place())
        .shown(Texts.kept("kept.debt.shows"))
        .costing(cost == null || cost < 0 ? null : cost);
  }
}
