package pilothouse.git;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Decodes every needed object once, in the order of the delta forest, and compares each pair as
 * soon as both of its sides are there.
 */
final class LineCounter {
  private final Objects objects;
  private final Forest forest;
  private final LineTables tables;
  private final HeadTexts headTexts;
  private final Progress progress;
  private final AtomicInteger nextRoot = new AtomicInteger();
  private final AtomicLong decoded = new AtomicLong();

  LineCounter(Objects objects, Pairs pairs, HeadTexts headTexts, long memory, Progress progress) {
    this.objects = objects;

    this.headTexts = headTexts;
    this.progress = progress;
    forest = new Forest(objects, pairs);
    tables = new LineTables(pairs, memory / 2);
  }

  /** Counts all; the results stand in the pairs. */
  void count(int workers) {
    Crew.run(workers, this::work);
    if (tables.hasPutOff()) {
      try (ObjectReader reader = new ObjectReader(objects, 0)) {
        tables.comparePutOff(reader);
      }
    }
  }

  private void work() {
    try (Worker worker = new Worker()) {
      int[] roots = forest.roots();
      for (int i = nextRoot.getAndIncrement(); i < roots.length; i = nextRoot.getAndIncrement()) {
        worker.tree(roots[i]);
      }
    }
  }

  /** A text that is held until the last object made from it is decoded. */
  private static final class Held {
    final Text text;
    int awaited;

    Held(Text text, int awaited) {
      this.text = text;
      this.awaited = awaited;
    }
  }

  /** One thread's state: a stack of nodes to do, texts in use, texts to use again. */
  private final class Worker implements AutoCloseable {
    private final Inflation inflation = new Inflation();
    private final Pack.Header header = new Pack.Header();
    private final Alignment alignment = new Alignment();
    private final Deque<Text> spare = new ArrayDeque<>();
    private final Deque<Integer> nodes = new ArrayDeque<>();
    private final Deque<@Nullable Held> bases = new ArrayDeque<>();
    private final Held nobody = new Held(new Text(), 0);
    private byte[] delta = new byte[1 << 12];

    void tree(int root) {
      nodes.push(root);
      bases.push(nobody);
      while (!nodes.isEmpty()) {
        int node = nodes.pop();
        Held base = java.util.Objects.requireNonNull(bases.pop());
        visit(node, base);
        if (--base.awaited == 0) {
          spare.push(base.text);
        }
        long done = decoded.incrementAndGet();
        if ((done & 1023) == 0) {
          progress.step(Progress.Phase.LINES, done, forest.size());
        }
      }
    }

    private void visit(int node, Held base) {
      Text text = spare.isEmpty() ? new Text() : spare.pop();
      try {
        decode(node, base == nobody ? null : base.text, text);
      } catch (Damage | IndexOutOfBoundsException broken) {
        lose(node);
        spare.push(text);
        return;
      } catch (OutOfMemoryError tooLarge) {
        // Several large ones at once: this one is given up with all that it took.
        delta = new byte[1 << 12];
        lose(node);
        return;
      }
      int blob = forest.blob(node);
      if (blob >= 0) {
        headTexts.offer(blob, text);
        tables.put(blob, text, alignment);
      }
      int children = 0;
      Held held = new Held(text, 0);
      for (int child = forest.firstChild(node); child >= 0; child = forest.nextSibling(child)) {
        nodes.push(child);
        bases.push(held);
        children++;
      }
      held.awaited = children;
      if (children == 0) {
        spare.push(text);
      }
    }

    private void decode(int node, @Nullable Text base, Text into) throws Damage {
      long place = forest.place(node);
      if (!Objects.isPacked(place)) {
        Whole.Content content = objects.readWhole(place);
        into.bytes = content.bytes();
        into.size = content.size();
        into.index();
        return;
      }
      Pack pack = objects.pack(place);
      pack.header(Objects.offset(place), header);
      boolean isWhole = header.type < Pack.OFS_DELTA;
      if (isWhole && Room.isTooMuch(header.size) && isBinary(pack, into)) {
        return;
      }
      int size = Room.of(header.size, pack.data().byteSize() - header.data);
      if (isWhole) {
        into.resize(size);
        inflation.inflate(pack.data(), header.data, into.bytes, size);
        into.index();
        return;
      }
      if (base == null) {
        throw new Damage("a delta's base is missing");
      }
      if (delta.length < size) {
        delta = new byte[size + (size >> 1)];
      }
      inflation.inflate(pack.data(), header.data, delta, size);
      into.resize(Delta.targetSize(delta, size));
      Delta.apply(delta, size, base.bytes, base.size, into.bytes, into.size);
      into.index(delta, size, base);
    }

    /** Whether the object's first bytes say so; the text is then one without lines. */
    private boolean isBinary(Pack pack, Text into) throws Damage {
      into.resize(Text.BINARY_LOOK);
      inflation.begin(pack.data(), header.data, into.bytes, Text.BINARY_LOOK);
      into.index();
      into.resize(0);
      return into.count == Rows.BINARY;
    }

    /** Nothing below a node that cannot be decoded can be decoded either. */
    private void lose(int root) {
      Deque<Integer> lost = new ArrayDeque<>();
      lost.push(root);
      while (!lost.isEmpty()) {
        int node = lost.pop();
        if (forest.blob(node) >= 0) {
          tables.lose(forest.blob(node));
        }
        for (int child = forest.firstChild(node); child >= 0; child = forest.nextSibling(child)) {
          lost.push(child);
        }
      }
    }

    @Override
    public void close() {
      inflation.close();
    }
  }
}
