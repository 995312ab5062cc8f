package pilothouse.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Storage;
import pilothouse.web.Caller;

/**
 * The door to the journal. Whoever changes what is kept writes an entry in the same transaction, as
 * the last thing there: from then on until it ends, nobody else can write one.
 */
public final class Journal {
  private static final int BATCH = 500;
  private static final int FEW = 5;

  /** So many entries are looked through for one page, where the caller may not see most. */
  private static final int FARTHEST = 5_000;

  private final Storage storage;

  public Journal(Storage storage) {
    this.storage = storage;
  }

  /** Adds an entry to those of a transaction; it is kept if and only if the change is. */
  public static void write(Handle rows, Entry entry) {
    LineRows.add(rows, entry);
  }

  /**
   * Some entries, the newest first.
   *
   * @param next the number below which the next page starts; 0 where there is no more
   */
  public record Page(List<Line> lines, long next) {
    public Page {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The newest entries that the caller may see.
   *
   * @param before the number below which they start
   */
  public Page page(Asked asked, Caller caller, long before, int most) {
    Sight sight = new Sight(caller, asked);
    List<Long> seen = new ArrayList<>();
    long key = before;
    int batch = Math.min(most + 1, BATCH);
    for (int looked = 0; looked < FARTHEST; looked += batch) {
      batch = looked == 0 ? batch : BATCH;
      long from = key;
      int many = batch;
      List<LineRows.Glimpse> some = storage.read(rows -> Finding.before(rows, asked, from, many));
      for (LineRows.Glimpse line : some) {
        if (seen.size() == most) {
          return page(asked, caller, seen, key);
        }
        key = line.seq();
        if (sight.sees(line)) {
          seen.add(line.seq());
        }
      }
      if (some.size() < batch) {
        return page(asked, caller, seen, 0);
      }
      if (seen.size() == most) {
        return page(asked, caller, seen, key);
      }
    }
    return page(asked, caller, seen, key);
  }

  private Page page(Asked asked, Caller caller, List<Long> seen, long next) {
    List<Line> lines = storage.read(rows -> LineRows.of(rows, seen));
    return new Page(
        lines.stream().flatMap(line -> Named.line(caller, asked, line).stream()).toList(), next);
  }

  /** The newest few entries that the caller may see, for the page of what they are about. */
  public List<Line> last(Asked asked, Caller caller) {
    return page(asked, caller, Long.MAX_VALUE, FEW).lines();
  }

  /** Writes down what was done in several transactions that are over. */
  public void note(Entry entry) {
    storage.write(rows -> {
      write(rows, entry);
      return true;
    });
  }

  /** Gives all entries that the caller may see, the oldest first; none that come meanwhile. */
  public void each(Asked asked, Caller caller, Consumer<Line> taker) {
    long end = head().seq();
    long key = 0;
    while (true) {
      long from = key;
      List<Line> some = storage.read(rows -> Finding.after(rows, asked, from, BATCH));
      for (Line line : some) {
        if (line.seq() <= end) {
          Named.line(caller, asked, line).ifPresent(taker);
        }
      }
      if (some.size() < BATCH || some.getLast().seq() >= end) {
        return;
      }
      key = some.getLast().seq();
    }
  }

  /** The entries behind a number, the oldest first, whoever may see them. */
  public List<Line> after(Asked asked, long seq, int most) {
    return storage.read(rows -> Finding.after(rows, asked, seq, most));
  }

  /** The number and the hash of the last entry; number 0 while there is none. */
  public Check.Noted head() {
    return storage.read(rows -> {
      LineRows.Head head = LineRows.head(rows);
      return new Check.Noted(head.seq(), head.hash());
    });
  }

  /**
   * Looks through the whole chain.
   *
   * @param noted an entry that must still be the same, or null
   */
  public Check verify(Check.@Nullable Noted noted) {
    return Check.of(storage, noted);
  }
}
