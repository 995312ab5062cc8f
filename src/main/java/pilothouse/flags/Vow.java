package pilothouse.flags;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;
import pilothouse.promises.Kind;
import pilothouse.promises.Promise;
import pilothouse.promises.PromiseDraft;
import pilothouse.text.Texts;

/** What the owner of a flag owes: to take it away, or to look at it again, by its day. */
record Vow(Locker locker, Who who) {
  static final Kind KIND = Kind.of("flag", false).endedAtHome();

  /** So many days has whoever owns a flag that was past its day when it was first told of. */
  private static final int GRACE = 14;

  /** By when it is owed: nobody is late before anybody asked. */
  static LocalDate due(Flag flag, Locker locker) {
    LocalDate told = LocalDate.ofInstant(flag.opened(), locker.zone());
    return flag.ends().isBefore(told) ? told.plusDays(GRACE) : flag.ends();
  }

  /** Somebody owes it from now on, if anybody owns it. */
  void make(Handle rows, Flag flag) {
    if (flag.isInUse() && !flag.words().owner().isEmpty()) {
      locker.promises().make(rows, draft(flag), who);
    }
  }

  private PromiseDraft draft(Flag flag) {
    String does = flag.words().purpose().goes() ? "flags.owes.remove" : "flags.owes.review";
    return PromiseDraft.about(
        KIND,
        Texts.say(does, flag.key()),
        flag.words().owner(),
        due(flag, locker),
        Flag.SUBJECT + flag.id(),
        flag.address(),
        flag.place());
  }

  /** Lets what is owed be what the flag says now. */
  void align(Flag flag, String why) {
    List<Promise> open =
        locker.promises().about(Flag.SUBJECT + flag.id()).stream().filter(Promise::isOpen).toList();
    String reason = why.isEmpty() ? Texts.say("flags.owes.changed") : why;
    if (!flag.isInUse()) {
      String evidence = flag.removal().map(Turn::evidence).orElse("");
      open.forEach(one -> locker.promises().keep(one.id(), evidence, why, who));
      return;
    }
    if (open.size() == 1 && isSame(open.getFirst(), flag)) {
      follow(open.getFirst(), flag, reason);
      return;
    }
    open.forEach(one -> locker.promises().drop(one.id(), reason, who));
    locker
        .storage()
        .write(rows -> {
          make(rows, flag);
          return true;
        });
  }

  /** Whether it is owed still, at most longer or by somebody else. */
  private boolean isSame(Promise one, Flag flag) {
    PromiseDraft now = draft(flag);
    return !now.owner().isEmpty()
        && one.what().equals(now.what())
        && one.place().equals(now.place())
        && !one.due().isAfter(due(flag, locker));
  }

  private void follow(Promise one, Flag flag, String reason) {
    if (!one.owner().equals(flag.words().owner())) {
      locker.promises().hand(one.id(), flag.words().owner(), reason, who);
    }
    LocalDate due = due(flag, locker);
    if (one.due().isBefore(due)) {
      locker.promises().extend(one.id(), due, reason, who);
    }
  }
}
