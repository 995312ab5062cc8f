package pilothouse.git;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Line hashes of blobs whose pairs are not all compared yet; each goes when its last pair is done.
 * When they take too much memory, pairs are put off and compared in the end from their objects.
 */
final class LineTables {
  private static final int HALF = 1;
  private static final int PUT_OFF = 4;

  private final Pairs pairs;
  private final long memory;
  private final AtomicReferenceArray<long[]> tables;
  private final AtomicIntegerArray awaited;
  private final AtomicIntegerArray states;
  private final AtomicLong held = new AtomicLong();
  private final ConcurrentLinkedQueue<Integer> putOff = new ConcurrentLinkedQueue<>();

  LineTables(Pairs pairs, long memory) {
    this.pairs = pairs;
    this.memory = memory;
    tables = new AtomicReferenceArray<>(pairs.blobCount());
    awaited = new AtomicIntegerArray(pairs.blobCount());
    states = new AtomicIntegerArray(pairs.pairCount());
    for (int blob = 0; blob < pairs.blobCount(); blob++) {
      awaited.set(blob, pairs.pairCount(blob));
    }
  }

  /** Takes a decoded blob; compares the pairs whose other side is there. */
  void put(int blob, Text text, Alignment alignment) {
    pairs.lines[blob] = text.count;
    int count = pairs.pairCount(blob);
    if (count == 0) {
      return;
    }
    long[] lines = text.count > 0 ? text.lines() : new long[0];
    boolean fits = held.get() + lines.length * 8L <= memory;
    if (fits) {
      held.addAndGet(lines.length * 8L);
    }
    tables.set(blob, lines);
    for (int which = 0; which < count; which++) {
      arrive(pairs.pairOf(blob, which), fits, alignment);
    }
    if (!fits) {
      tables.set(blob, new long[0]);
    }
  }

  private void arrive(int pair, boolean fits, Alignment alignment) {
    int state = states.addAndGet(pair, fits ? HALF : PUT_OFF + HALF);
    boolean second = (state & 3) == 2;
    if (!second) {
      return;
    }
    int old = pairs.old(pair);
    int fresh = pairs.fresh(pair);
    // The first side may have been dropped; this one is still there.
    boolean lateOnly = state == PUT_OFF + 2 && !fits;
    if (state == 2 || (lateOnly && isThere(old) && isThere(fresh))) {
      compare(pair, tables.get(old), tables.get(fresh), alignment);
    } else {
      putOff.add(pair);
    }
    release(old);
    release(fresh);
  }

  private boolean isThere(int blob) {
    return tables.get(blob).length == Math.max(0, pairs.lines[blob]);
  }

  private void release(int blob) {
    if (awaited.decrementAndGet(blob) == 0) {
      long[] lines = tables.getAndSet(blob, null);
      held.addAndGet(lines == null ? 0 : -lines.length * 8L);
    }
  }

  /** A blob that cannot be decoded: its pairs will never be compared. */
  void lose(int blob) {
    tables.set(blob, new long[0]);
    for (int which = 0; which < pairs.pairCount(blob); which++) {
      int pair = pairs.pairOf(blob, which);
      if ((states.addAndGet(pair, HALF) & 3) == 2) {
        release(pairs.old(pair));
        release(pairs.fresh(pair));
      }
    }
  }

  private void compare(int pair, long[] old, long[] fresh, Alignment alignment) {
    if (pairs.lines[pairs.old(pair)] < 0 || pairs.lines[pairs.fresh(pair)] < 0) {
      return;
    }
    int longer = Math.max(old.length, fresh.length);
    if (pairs.isCandidate(pair) && Math.min(old.length, fresh.length) * 2L <= longer) {
      return;
    }
    if (alignment.compare(old, fresh, pairs.isCandidate(pair))) {
      pairs.common[pair] = alignment.common;
      pairs.staying[pair] = alignment.staying;
      pairs.blocks[pair] = alignment.blocks();
    }
  }

  boolean hasPutOff() {
    return !putOff.isEmpty();
  }

  /** Compares what was put off, decoding both sides anew. */
  void comparePutOff(ObjectReader reader) {
    Alignment alignment = new Alignment();
    for (Integer pair : putOff) {
      try {
        compare(
            pair,
            lines(reader, pairs.place(pairs.old(pair))),
            lines(reader, pairs.place(pairs.fresh(pair))),
            alignment);
      } catch (Damage broken) {
        pairs.lines[pairs.old(pair)] = Rows.UNKNOWN;
      }
    }
  }

  private static long[] lines(ObjectReader reader, long place) throws Damage {
    Whole.Content content = reader.read(place);
    Text text = new Text();
    text.bytes = content.bytes();
    text.size = content.size();
    text.index();
    return text.count > 0 ? text.lines() : new long[0];
  }
}
