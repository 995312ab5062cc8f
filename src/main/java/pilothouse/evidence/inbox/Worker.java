package pilothouse.evidence.inbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Receipt;
import pilothouse.evidence.facts.Refusal;
import pilothouse.storage.Leases;
import pilothouse.storage.Storage;
import pilothouse.storage.StorageTrouble;
import pilothouse.text.Say;

/**
 * Understands what waits, on one thread: some of each source in turn, so that a flood of one does
 * not hold up the others. While deliveries keep coming it rests between turns, so that receiving
 * and pages come first. Of several processes one works on a source at a time. Facts and verdicts
 * are kept in one transaction: after a kill somebody goes on with what still waits.
 */
final class Worker implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Worker.class.getName());

  /** Deliveries of a source that are understood in one transaction while none come. */
  private static final int TURN = 64;

  /** And while others come, which must not wait for it. */
  private static final int SHORT_TURN = 12;

  /** And bytes of them, unpacked: one that is larger has its own. */
  private static final long TURN_BYTES = 2 << 20;

  private static final int FORGOTTEN_AT_ONCE = 500;
  private static final int LONGEST_REASON = 1_000;
  private static final Duration SWEEP = Duration.ofHours(6);
  private static final long LONGEST_REST_MILLISECONDS = 200;

  /** So soon it looks again for what another process works on. */
  private static final long AGAIN_MILLISECONDS = 500;

  /** So often it looks for that before it gives up, when somebody waits for it. */
  private static final int AGAIN_MOST = 120;

  private static final String UNDERSTANDING = "understanding of ";
  private static final String SWEEPING = "forgetting of bodies";

  private final Storage storage;
  private final Map<String, Source> sources;
  private final Keeping keeping;
  private final InstantSource clock;
  private final Duration keep;
  private final String version;
  private final Leases leases;
  private final AtomicLong came = new AtomicLong();
  private final Semaphore signal = new Semaphore(0);
  private volatile @Nullable Thread thread;
  private @Nullable Instant swept;
  private volatile boolean closed;
  private boolean busy;

  /** Whether something waits that another process works on. */
  private boolean elsewhere;

  Worker(
      Storage storage,
      Map<String, Source> sources,
      Keeping keeping,
      InstantSource clock,
      Duration keep,
      String version,
      Leases leases) {
    this.leases = leases;
    this.storage = storage;
    this.sources = sources;
    this.keeping = keeping;
    this.clock = clock;
    this.keep = keep;
    this.version = version;
  }

  /** Begins to work in the background. */
  synchronized void start() {
    if (thread == null && !closed) {
      thread = Thread.ofPlatform().daemon().name("inbox worker").start(this::run);
    }
  }

  /** Something came in, or waits again. */
  void wake() {
    came.incrementAndGet();
    if (signal.availablePermits() == 0) {
      signal.release();
    }
  }

  private void run() {
    try {
      parkTheNameless();
      while (!closed) {
        signal.drainPermits();
        long before = came.get();
        long from = System.nanoTime();
        boolean worked = tried(busy ? SHORT_TURN : TURN);
        busy = came.get() != before;
        if (!worked) {
          long pause = elsewhere ? AGAIN_MILLISECONDS : leases.span().toMillis() / 2;
          signal.tryAcquire(pause, TimeUnit.MILLISECONDS);
        } else if (busy) {
          long spent = (System.nanoTime() - from) / 1_000_000;
          Thread.sleep(Math.min(LONGEST_REST_MILLISECONDS, 4 * spent));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round; trouble with the database is waited out, for nothing is lost by it. */
  private boolean tried(int turn) {
    try {
      return round(turn) > 0 || sweep();
    } catch (StorageTrouble e) {
      LOG.log(Level.WARNING, "what came in waits: " + e.plain());
      return false;
    }
  }

  private void parkTheNameless() {
    try {
      for (String source : storage.read(rows -> Known.standing(rows, State.WAITING)).keySet()) {
        if (!sources.containsKey(source)) {
          String reason = "This version of Pilothouse knows no source called " + source + ".";
          storage.write(rows -> Rows.park(rows, source, reason));
        }
      }
    } catch (StorageTrouble e) {
      LOG.log(Level.WARNING, "what came in waits: " + e.plain());
    }
  }

  /** Works until all that waits now was judged; how many deliveries that were. */
  long finish() {
    parkTheNameless();
    Map<String, Long> waiting = storage.read(rows -> Known.standing(rows, State.WAITING));
    long most = waiting.values().stream().mapToLong(Long::longValue).sum();
    long all = 0;
    int waited = 0;
    while (all < most && waited < AGAIN_MOST) {
      int judged = round();
      all += judged;
      if (judged > 0) {
        waited = 0;
      } else if (elsewhere && paused()) {
        waited++;
      } else {
        break;
      }
    }
    sources.keySet().forEach(this::give);
    return all;
  }

  private void give(String source) {
    if (leases.holds(UNDERSTANDING + source)) {
      leases.give(UNDERSTANDING + source);
    }
  }

  /** Leaves another process time for what it works on; false where nobody has any. */
  private static boolean paused() {
    try {
      Thread.sleep(AGAIN_MILLISECONDS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Some deliveries of each source that has any; how many were judged. */
  int round() {
    return round(TURN);
  }

  private synchronized int round(int turn) {
    int judged = 0;
    elsewhere = false;
    for (Source source : sources.values()) {
      String lease = UNDERSTANDING + source.name();
      if (closed || !storage.read(rows -> Rows.waits(rows, source.name()))) {
        give(source.name());
      } else if (leases.holds(lease) || leases.take(lease)) {
        List<Rows.Lying> some =
            storage.read(rows -> Rows.waiting(rows, source.name(), turn, TURN_BYTES));
        judge(some, source);
        judged += some.size();
      } else {
        elsewhere = true;
      }
    }
    return judged;
  }

  /** Judges each. What they tell is kept at once; if that fails, one after the other. */
  private void judge(List<Rows.Lying> some, Source source) {
    List<Rows.Verdict> clear = new ArrayList<>();
    List<Understood> telling = new ArrayList<>();
    for (Rows.Lying one : some) {
      guarded(one.id(), source, () -> understood(one, source, telling)).ifPresent(clear::add);
    }
    try {
      keep(clear, telling, source);
    } catch (StorageTrouble e) {
      throw e;
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      clear.forEach(one -> keep(List.of(one), List.of(), source));
      telling.forEach(one -> alone(one, source));
    }
  }

  private void alone(Understood one, Source source) {
    Optional<Rows.Verdict> failed =
        guarded(
            one.id(),
            source,
            () -> {
              keep(List.of(), List.of(one), source);
              return Optional.empty();
            });
    failed.ifPresent(verdict -> keep(List.of(verdict), List.of(), source));
  }

  /** All of it or nothing: nothing where another process took over and was quicker. */
  private void keep(List<Rows.Verdict> clear, List<Understood> telling, Source source) {
    try {
      storage.write(rows -> {
        List<Rows.Verdict> verdicts = new ArrayList<>(clear);
        verdicts.addAll(kept(telling, source));
        if (Rows.judge(rows, verdicts, version, clock.instant()) < verdicts.size()) {
          throw new Overtaken();
        }
        return true;
      });
    } catch (Overtaken e) {
      LOG.log(Level.DEBUG, "some of {0} was understood elsewhere meanwhile", source.name());
    }
  }

  /** Another process judged the same. */
  private static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A delivery that tells facts. */
  private record Understood(long id, Parsed.Facts parsed) {}

  /** What comes out, or that it is parked for what went wrong. */
  private static Optional<Rows.Verdict> guarded(
      long id, Source source, Supplier<Optional<Rows.Verdict>> judging) {
    try {
      return judging.get();
    } catch (Malformed e) {
      return Optional.of(parked(id, e.getMessage() + " " + e.mend()));
    } catch (StorageTrouble e) {
      throw e;
    } catch (OutOfMemoryError | StackOverflowError e) {
      return Optional.of(
          parked(id, "It is too large to be understood; start with more memory, as --memory 1g."));
    } catch (RuntimeException e) {
      StackTraceElement[] trace = e.getStackTrace();
      Object at = trace.length == 0 ? "nowhere" : trace[0];
      LOG.log(
          Level.WARNING,
          "delivery {0} of {1} is parked: {2} at {3}",
          String.valueOf(id),
          source.name(),
          e.getClass().getName(), // what it says may repeat what was sent
          at);
      return Optional.of(parked(id, "Its parser failed in a way that nobody foresaw: " + e + "."));
    }
  }

  /** A verdict at once; empty for what tells facts, which goes to those that are kept. */
  private static Optional<Rows.Verdict> understood(
      Rows.Lying one, Source source, List<Understood> telling) {
    if (one.packed() == null) {
      return Optional.of(parked(one.id(), "Its body is not there any more."));
    }
    switch (source.parse(one.unpacked())) {
      case Parsed.Ignored ignored -> {
        return Optional.of(ignored(one.id(), ignored.why()));
      }
      case Parsed.Facts(var facts, var left) when facts.isEmpty() && left.refused() == 0 -> {
        String why = String.join(" ", left.why());
        return Optional.of(ignored(one.id(), why.isEmpty() ? "It tells no fact." : why));
      }
      case Parsed.Facts facts -> telling.add(new Understood(one.id(), facts));
    }
    return Optional.empty();
  }

  private List<Rows.Verdict> kept(List<Understood> telling, Source source) {
    if (telling.isEmpty()) {
      return List.of();
    }
    List<Receipt> receipts =
        keeping.add(telling.stream().map(one -> one.parsed().facts()).toList(), source.name());
    List<Rows.Verdict> verdicts = new ArrayList<>(telling.size());
    for (int i = 0; i < telling.size(); i++) {
      Understood one = telling.get(i);
      verdicts.add(kept(one.id(), receipts.get(i), one.parsed().left()));
    }
    return verdicts;
  }

  /** Done when all could be kept; parked when any could not, for somebody must look at it. */
  private static Rows.Verdict kept(long id, Receipt receipt, Parsed.Left left) {
    List<String> reasons = new ArrayList<>(left.why());
    for (Refusal refusal : receipt.refused()) {
      reasons.add(
          "%s: %s %s; %s."
              .formatted(refusal.where(), refusal.what(), refusal.why(), refusal.mend()));
    }
    boolean whole = left.refused() == 0 && receipt.refused().isEmpty();
    return new Rows.Verdict(
        id,
        whole ? State.DONE : State.PARKED,
        said(String.join(" ", reasons)),
        Math.toIntExact(receipt.added()),
        Math.toIntExact(receipt.unchanged()));
  }

  private static Rows.Verdict ignored(long id, String why) {
    return new Rows.Verdict(id, State.IGNORED, said(why), 0, 0);
  }

  private static Rows.Verdict parked(long id, String reason) {
    return new Rows.Verdict(id, State.PARKED, said(reason), 0, 0);
  }

  /**
   * What a parser says may repeat what was sent: nothing that a terminal obeys, and not too long.
   */
  private static String said(String reason) {
    String plain = Say.plain(reason.strip());
    return plain.length() <= LONGEST_REASON ? plain : plain.substring(0, LONGEST_REASON) + " …";
  }

  /** Removes bodies that were kept long enough, now and then; whether there may be more. */
  private boolean sweep() {
    Instant now = clock.instant();
    if (swept != null && now.isBefore(swept.plus(SWEEP))) {
      return false;
    }
    if (leases.take(SWEEPING)) {
      boolean more = forget() > 0;
      leases.give(SWEEPING);
      if (more) {
        return true;
      }
    }
    swept = now;
    return false;
  }

  /** Removes some of the bodies that were kept long enough; how many. */
  int forget() {
    Instant before = clock.instant().minus(keep);
    return storage.write(rows -> Rows.forget(rows, before, FORGOTTEN_AT_ONCE));
  }

  /** Ends after the turn that is under way. */
  @Override
  public void close() {
    closed = true;
    signal.release();
    Thread running = thread;
    if (running != null) {
      try {
        running.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
