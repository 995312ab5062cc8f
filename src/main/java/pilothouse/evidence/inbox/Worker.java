package pilothouse.evidence.inbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Receipt;
import pilothouse.evidence.facts.Refusal;
import pilothouse.storage.Storage;
import pilothouse.storage.StorageTrouble;
import pilothouse.text.Say;

/**
 * Understands what waits, on one thread: some of each source in turn, so that a flood of one does
 * not hold up the others. While deliveries keep coming it rests between turns, so that receiving
 * and pages come first. What was judged is a row; after a kill it goes on with what still waits.
 */
final class Worker implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Worker.class.getName());
  private static final int TURN = 16;
  private static final int FORGOTTEN_AT_ONCE = 500;
  private static final int LONGEST_REASON = 1_000;
  private static final Duration SWEEP = Duration.ofHours(6);
  private static final long IDLE_MILLISECONDS = 30_000;
  private static final long LONGEST_REST_MILLISECONDS = 200;

  private final Storage storage;
  private final Map<String, Source> sources;
  private final Keeping keeping;
  private final InstantSource clock;
  private final Duration keep;
  private final String version;
  private final AtomicLong came = new AtomicLong();
  private final Semaphore signal = new Semaphore(0);
  private volatile @Nullable Thread thread;
  private @Nullable Instant swept;
  private volatile boolean closed;

  Worker(
      Storage storage,
      Map<String, Source> sources,
      Keeping keeping,
      InstantSource clock,
      Duration keep,
      String version) {
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
        boolean worked = tried();
        if (!worked) {
          signal.tryAcquire(IDLE_MILLISECONDS, TimeUnit.MILLISECONDS);
        } else if (came.get() != before) {
          long spent = (System.nanoTime() - from) / 1_000_000;
          Thread.sleep(Math.min(LONGEST_REST_MILLISECONDS, 4 * spent));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round; trouble with the database is waited out, for nothing is lost by it. */
  private boolean tried() {
    try {
      return round() > 0 || sweep();
    } catch (StorageTrouble e) {
      LOG.log(Level.WARNING, "what came in waits: " + e.getMessage());
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
      LOG.log(Level.WARNING, "what came in waits: " + e.getMessage());
    }
  }

  /** Works until all that waits now was judged; how many deliveries that were. */
  long finish() {
    parkTheNameless();
    Map<String, Long> waiting = storage.read(rows -> Known.standing(rows, State.WAITING));
    long most = waiting.values().stream().mapToLong(Long::longValue).sum();
    long all = 0;
    for (int judged = -1; judged != 0 && all < most; all += judged) {
      judged = round();
    }
    return all;
  }

  /** Some deliveries of each source that has any; how many were judged. */
  synchronized int round() {
    int judged = 0;
    for (Source source : sources.values()) {
      List<Long> ids = storage.read(rows -> Rows.waiting(rows, source.name(), TURN));
      if (!ids.isEmpty() && !closed) {
        List<Rows.Verdict> verdicts = new ArrayList<>();
        for (long id : ids) {
          verdicts.add(judged(id, source));
        }
        storage.write(rows -> {
          Rows.judge(rows, verdicts, version, clock.instant());
          return true;
        });
        judged += ids.size();
      }
    }
    return judged;
  }

  private Rows.Verdict judged(long id, Source source) {
    try {
      Delivery delivery = storage.read(rows -> Rows.load(rows, id)).orElse(null);
      return delivery == null
          ? parked(id, "Its body is not there any more.")
          : understood(id, source, delivery);
    } catch (Malformed e) {
      return parked(id, e.getMessage() + " " + e.mend());
    } catch (StorageTrouble e) {
      throw e;
    } catch (OutOfMemoryError | StackOverflowError e) {
      return parked(
          id, "It is too large to be understood; start with more memory, as --memory 1g.");
    } catch (RuntimeException e) {
      StackTraceElement[] trace = e.getStackTrace();
      Object at = trace.length == 0 ? "nowhere" : trace[0];
      LOG.log(
          Level.WARNING,
          "delivery {0} of {1} is parked: {2} at {3}",
          String.valueOf(id),
          source.name(),
          Say.plain(e.toString()),
          at);
      return parked(id, "Its parser failed in a way that nobody foresaw: " + e + ".");
    }
  }

  private Rows.Verdict understood(long id, Source source, Delivery delivery) {
    return switch (source.parse(delivery)) {
      case Parsed.Ignored ignored -> ignored(id, ignored.why());
      case Parsed.Facts(var facts, var left) when facts.isEmpty() && left.refused() == 0 ->
          ignored(id, left.why().isEmpty() ? "It tells no fact." : String.join(" ", left.why()));
      case Parsed.Facts(var facts, var left) -> kept(id, keeping.add(facts, source.name()), left);
    };
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
    if (forget() > 0) {
      return true;
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
