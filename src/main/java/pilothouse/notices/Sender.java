package pilothouse.notices;

import java.lang.System.Logger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import pilothouse.journal.Journal;
import pilothouse.journal.Line;
import pilothouse.journal.Named;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;

/**
 * Follows the journal for all subscriptions. What is found and how far it was looked are written in
 * one transaction, so that nothing is missed and nothing found twice; a message that was sent when
 * the program broke off is sent again under the same id.
 */
final class Sender {
  private static final Logger LOG = System.getLogger(Sender.class.getName());

  private static final String SENDING = "sending of ";
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int ENTRIES = 500;

  private final Storage storage;
  private final Journal journal;
  private final Owners owners;
  private final Map<Subscription.Way, Sending> ways;
  private final Passages passages;
  private final Dispatch dispatch;
  private final Leases leases;

  /**
   * A sender.
   *
   * @param chance from 0 to 1, anew each time
   */
  Sender(
      Storage storage,
      Journal journal,
      Owners owners,
      Map<Subscription.Way, Sending> ways,
      DoubleSupplier chance,
      Leases leases) {
    this.leases = leases;
    this.storage = storage;
    this.journal = journal;
    this.owners = owners;
    this.ways = Map.copyOf(ways);
    this.passages = new Passages(journal);
    this.dispatch = new Dispatch(storage, passages, this.ways, chance);
  }

  /** Looks once at all subscriptions and sends what is due; how many messages arrived. */
  synchronized int turn(Instant now) {
    int sent = 0;
    for (Subscription one : storage.read(SubscriptionRows::all)) {
      if (one.pausedAt() == null && ways.containsKey(one.way())) {
        sent += worked(one.id(), now);
      }
    }
    storage.write(rows -> {
      NoticeRows.forget(rows, now.minus(KEPT));
      return true;
    });
    return sent;
  }

  /** Works on one, unless another process does; a fault of it hinders no other. */
  private int worked(String id, Instant now) {
    String lease = SENDING + id;
    if (!leases.take(lease)) {
      return 0;
    }
    try {
      Subscription mine = storage.read(rows -> SubscriptionRows.find(rows, id)).orElse(null);
      return mine == null ? 0 : work(mine, now);
    } catch (RuntimeException e) {
      LOG.log(Logger.Level.ERROR, "subscription " + id + " could not be worked on", e);
      return 0;
    } finally {
      leases.give(lease);
    }
  }

  private int work(Subscription mine, Instant now) {
    Owner owner = owners.find(mine.owner()).orElse(null);
    if (owner == null) {
      dispatch.pause(mine, now, Texts.kept("kept.notices.no-open-account"));
      return 0;
    }
    if (mine.isSingle()) {
      single(mine, owner, now);
    } else if (mine.dueAt() != null && !mine.dueAt().isAfter(now)) {
      digest(mine, owner, now);
    }
    return dispatch.deliver(mine, owner, now, () -> leases.holds(SENDING + mine.id()));
  }

  /** A message for each entry. */
  private void single(Subscription mine, Owner owner, Instant now) {
    long head = journal.head().seq();
    List<Line> found = journal.after(mine.asked(), mine.seen(), ENTRIES);
    long seen =
        found.size() == ENTRIES
            ? found.getLast().seq()
            : Math.max(head, found.isEmpty() ? 0 : found.getLast().seq());
    if (seen == mine.seen()) {
      return;
    }
    storage.write(rows -> {
      if (SubscriptionRows.seen(rows, mine, seen, mine.dueAt())) {
        for (Line line : found) {
          if (Named.line(owner.caller(), mine.asked(), line).isPresent()) {
            NoticeRows.add(rows, mine.id(), line.seq(), line.seq(), now);
          }
        }
      }
      return true;
    });
  }

  /** One message for all entries since the last one. */
  private void digest(Subscription mine, Owner owner, Instant now) {
    long head = journal.head().seq();
    boolean any = !passages.of(mine, owner, mine.seen() + 1, head).isEmpty();
    Instant next = mine.rhythm().next(now, mine.hour(), mine.weekday(), mine.zone());
    storage.write(rows -> {
      if (SubscriptionRows.seen(rows, mine, head, next) && any) {
        NoticeRows.add(rows, mine.id(), mine.seen() + 1, head, now);
      }
      return true;
    });
  }
}
