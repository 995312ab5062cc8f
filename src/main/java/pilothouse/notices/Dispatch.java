package pilothouse.notices;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Line;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;

/** Sends the messages of one subscription that are due. */
final class Dispatch {
  private static final int MESSAGES = 20;

  private final Storage storage;
  private final Passages passages;
  private final Map<Subscription.Way, Sending> ways;
  private final DoubleSupplier chance;

  /**
   * What sends messages.
   *
   * @param chance from 0 to 1, anew each time
   */
  Dispatch(
      Storage storage,
      Passages passages,
      Map<Subscription.Way, Sending> ways,
      DoubleSupplier chance) {
    this.storage = storage;
    this.passages = passages;
    this.ways = ways;
    this.chance = chance;
  }

  /**
   * Sends what is due, in its order, until one does not arrive; how many arrived.
   *
   * @param ours whether no other process has taken the subscription over
   */
  int deliver(Subscription mine, Owner owner, Instant now, BooleanSupplier ours) {
    int sent = 0;
    for (int i = 0; i < MESSAGES && ours.getAsBoolean(); i++) {
      Notice next = storage.read(rows -> NoticeRows.first(rows, mine.id())).orElse(null);
      if (next == null || next.nextAt().isAfter(now)) {
        break;
      }
      List<Line> lines = passages.of(mine, owner, next.first(), next.last());
      if (lines.isEmpty()) {
        end(next, Notice.State.LEFT_OUT, Texts.kept("kept.notices.not-seen-any-more"), now);
      } else if (isSent(mine, next, lines, now)) {
        sent++;
      } else {
        break;
      }
    }
    return sent;
  }

  /** Whether the next one may follow. */
  private boolean isSent(Subscription mine, Notice notice, List<Line> lines, Instant now) {
    try {
      way(mine).send(mine, notice, lines, now);
      end(notice, Notice.State.SENT, "", now);
      return true;
    } catch (Sending.InVain vain) {
      String why = String.valueOf(vain.getMessage());
      int tries = notice.tries() + 1;
      @Nullable Instant again =
          vain.isForGood() ? null : Patience.next(tries, now, chance.getAsDouble()).orElse(null);
      if (again == null) {
        end(notice, Notice.State.DEAD, why, now);
      } else {
        storage.write(rows -> {
          NoticeRows.later(rows, notice.id(), tries, again, why);
          return true;
        });
      }
      if (vain.isForGood()) {
        pause(mine, now, why);
      }
      return false;
    }
  }

  private Sending way(Subscription mine) {
    Sending way = ways.get(mine.way());
    if (way == null) {
      throw new Sending.InVain(Texts.kept("kept.notices.nothing-sends-it"));
    }
    return way;
  }

  private void end(Notice notice, Notice.State state, String trouble, Instant now) {
    storage.write(rows -> {
      NoticeRows.end(rows, notice.id(), state, trouble, now);
      return true;
    });
  }

  /** Sends no more of it until somebody says so. */
  void pause(Subscription mine, Instant now, String why) {
    storage.write(rows -> SubscriptionRows.pause(rows, mine.id(), now, why));
  }
}
