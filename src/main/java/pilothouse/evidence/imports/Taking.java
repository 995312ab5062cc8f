package pilothouse.evidence.imports;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Facts;
import pilothouse.evidence.facts.Receipt;
import pilothouse.evidence.facts.Refusal;
import pilothouse.evidence.files.RefusedLine;
import pilothouse.evidence.files.Sink;
import pilothouse.evidence.files.Unfit;
import pilothouse.text.Texts;

/**
 * One import under way: counts, and stores facts in batches on a thread of its own while the next
 * ones are read.
 */
final class Taking implements Sink, Closeable {
  private static final int BATCH = 32_768;
  private static final int NOTES = 20;
  private static final int WAITING = 1;
  private static final Batch END = new Batch("", 0);

  private final @Nullable Facts facts;
  private final String source;
  private final Heard heard;
  private final Predicate<String> isProduction;
  private final Map<String, Long> notes = new LinkedHashMap<>();
  private final Set<String> environments = new LinkedHashSet<>();
  private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread writer;
  private final AtomicLong added = new AtomicLong();
  private final AtomicLong unchanged = new AtomicLong();
  private final List<RefusedLine> first = new ArrayList<>();
  private volatile @Nullable Throwable failure;
  private long seen;
  private long ignored;
  private long refused;
  private String file = "";
  private Batch batch = new Batch("", BATCH);

  /** Hears what happens meanwhile. */
  interface Heard {
    /** A line was refused. */
    void refused(RefusedLine line);

    /** Something was stored. */
    void counted(ImportReceipt far);
  }

  /**
   * Begins.
   *
   * @param facts where they are stored; null to look only
   * @param isProduction whether people use what runs in that environment
   */
  Taking(@Nullable Facts facts, String source, Predicate<String> isProduction, Heard heard) {
    this.facts = facts;
    this.isProduction = isProduction;
    this.source = source;
    this.heard = heard;
    this.writer = Thread.ofPlatform().daemon().name("storing " + source).start(this::write);
  }

  /** Begins another file of the same import. */
  void begin(String name) {
    send();
    file = name;
    batch = new Batch(name, BATCH);
  }

  @Override
  public void fact(Fact fact, long line) {
    synchronized (this) {
      seen++;
      if (fact instanceof Deployment deployment) {
        environment(deployment);
      }
    }
    batch.add(fact, line);
    if (batch.isFull()) {
      send();
    }
  }

  /** Those that a rule has to judge, for nothing else says it. */
  private void environment(Deployment deployment) {
    String name = deployment.environment();
    if (name != null
        && deployment.production() == null
        && environments.size() <= Environments.TOLD) {
      environments.add(name);
    }
  }

  @Override
  public synchronized void noted(String what) {
    if (notes.size() < NOTES || notes.containsKey(what)) {
      notes.merge(what, 1L, Long::sum);
    }
  }

  private List<String> notes() {
    List<String> all = new ArrayList<>();
    if (!environments.isEmpty()) {
      all.add(Environments.sentence(environments, isProduction));
    }
    notes.forEach(
        (what, times) -> all.add(times == 1 ? what : Texts.kept("kept.taking.times", what, times)));
    return all;
  }

  @Override
  public synchronized void ignored(String why) {
    seen++;
    ignored++;
  }

  @Override
  public void refused(long line, Unfit unfit) {
    synchronized (this) {
      seen++;
    }
    refuse(new RefusedLine(file, line, unfit.field(), unfit.why(), unfit.mend(), unfit.value()));
  }

  private synchronized void refuse(RefusedLine line) {
    refused++;
    if (first.size() < ImportReceipt.SHOWN) {
      first.add(line);
    }
    heard.refused(line);
  }

  /** How far it is. */
  synchronized ImportReceipt receipt() {
    return new ImportReceipt(
        seen, added.get(), unchanged.get(), ignored, refused, first, facts != null, notes());
  }

  private void send() {
    if (batch.facts().isEmpty()) {
      return;
    }
    Batch full = batch.sorted();
    batch = new Batch(file, BATCH);
    put(full);
  }

  private void put(Batch full) {
    try {
      while (!queue.offer(full, 1, TimeUnit.SECONDS)) {
        rethrow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
    rethrow();
  }

  private void rethrow() {
    Throwable reason = failure;
    if (reason instanceof RuntimeException trouble) {
      throw trouble;
    }
    if (reason instanceof Error error) {
      throw error;
    }
  }

  @SuppressWarnings("ReferenceEquality") // The end is that one object, not one that looks alike.
  private void write() {
    try {
      for (Batch next = queue.take(); !next.isEnd(); next = queue.take()) {
        store(next);
        heard.counted(receipt());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private void store(Batch next) {
    if (facts == null) {
      return;
    }
    Receipt receipt = facts.add(next.all(), source);
    added.addAndGet(receipt.added());
    unchanged.addAndGet(receipt.unchanged());
    for (Refusal refusal : receipt.refused()) {
      refuse(next.line(refusal));
    }
  }

  /** Stores the rest and says what became of all. */
  ImportReceipt finish() {
    send();
    put(END);
    join();
    rethrow();
    return receipt();
  }

  private void join() {
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stopped();
    }
  }

  /** Ends it; what is stored stays. */
  @Override
  public void close() {
    writer.interrupt();
  }
}
