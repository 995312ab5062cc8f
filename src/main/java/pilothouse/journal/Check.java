package pilothouse.journal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Storage;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What looking through the whole chain found.
 *
 * @param entries how many there are
 * @param head the hash of the last one
 * @param troubles a sentence each; empty when the chain is whole
 */
public record Check(long entries, String head, List<String> troubles) {
  private static final int MOST = 20;
  private static final int BATCH = 1_000;
  private static final String NOTHING = "0".repeat(64);

  public Check {
    troubles = List.copyOf(troubles);
  }

  /**
   * An entry's number and hash as somebody noted them.
   *
   * @param seq from 1 on
   */
  public record Noted(long seq, String hash) {}

  /** Whether no entry was changed, exchanged or taken out. */
  public boolean isWhole() {
    return troubles.isEmpty();
  }

  /** Reads the head before and after the rest, because others may write meanwhile. */
  static Check of(Storage storage, @Nullable Noted noted) {
    Walk walk = new Walk(noted);
    LineRows.Head first = storage.read(LineRows::head);
    while (walk.isGoing()) {
      List<LineRows.Raw> some = storage.read(rows -> LineRows.raw(rows, walk.next - 1, BATCH));
      some.forEach(walk::one);
      if (some.isEmpty()) {
        walk.end(first, storage.read(LineRows::head));
        break;
      }
    }
    if (!walk.isGoing()) {
      walk.say(Texts.say("journal.check.there-may-be-more"));
    }
    return new Check(walk.seen, walk.last, walk.troubles);
  }

  private static final class Walk {
    private final @Nullable Noted noted;
    private final List<String> troubles = new ArrayList<>();
    private String last = NOTHING;
    private long next = 1;
    private long seen;
    private boolean found;

    Walk(@Nullable Noted noted) {
      this.noted = noted;
    }

    boolean isGoing() {
      return troubles.size() < MOST;
    }

    void one(LineRows.Raw line) {
      seen++;
      if (line.seq() > next) {
        say(missing(next, line.seq() - 1));
      } else if (!line.previous().equals(last)) {
        say(Texts.say("journal.check.entry-is-not-the", line.seq(), line.seq() - 1));
      }
      if (!line.hash().equals(line.isHash())) {
        say(Texts.say("journal.check.entry-was-changed-after", line.seq()));
      }
      if (noted != null && noted.seq() == line.seq()) {
        found = true;
        if (!noted.hash().equalsIgnoreCase(line.hash())) {
          say(Texts.say("journal.check.entry-is-not-the-2", line.seq()));
        }
      }
      last = line.hash();
      next = line.seq() + 1;
    }

    void end(LineRows.Head first, LineRows.Head now) {
      if (first.seq() >= next) {
        say(missing(next, first.seq()));
      } else if (now.seq() < next - 1 || (now.seq() == next - 1 && !now.hash().equals(last))) {
        say(Texts.say("journal.check.the-end-of-the", next - 1));
      }
      if (noted != null && !found) {
        say(Texts.say("journal.check.entry-which-was-noted", noted.seq()));
      }
    }

    void say(String trouble) {
      troubles.add(trouble);
    }

    private static String missing(long first, long last) {
      return first == last
          ? Texts.say("journal.check.entry-is-missing", first)
          : Texts.say(
              "journal.check.entries-to-are-missing", first, last, Say.count(last - first + 1));
    }
  }
}
