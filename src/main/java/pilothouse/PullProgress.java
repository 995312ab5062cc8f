package pilothouse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.pull.Heard;
import pilothouse.evidence.pull.Pulled;
import pilothouse.text.Say;

/** Tells on standard error how far a pull is: one line that changes, or a line a list. */
final class PullProgress implements Heard {
  private static final int WIDTH = 78;
  private static final String CLEAR = "\r\u001b[K";

  private final Console console;
  private final ZoneId zone;
  private final boolean terminal;
  private String stream = "";
  private Instant began;
  private long before;

  /** Progress for a terminal, whose line it writes anew, or for a file, which gets few lines. */
  PullProgress(Console console, ZoneId zone, boolean terminal) {
    this.console = console;
    this.zone = zone;
    this.terminal = terminal;
    this.began = console.clock().instant();
  }

  @Override
  public synchronized void step(
      String repository,
      String name,
      long seen,
      long total,
      @Nullable Instant back,
      @Nullable Instant until) {
    Instant now = console.clock().instant();
    String here = repository + " " + name;
    if (!here.equals(stream)) {
      stream = here;
      began = now;
      before = seen;
    }
    if (terminal) {
      tell("%s: %s".formatted(here, far(seen, total, back, until, now)));
    }
  }

  private String far(
      long seen, long total, @Nullable Instant back, @Nullable Instant until, Instant now) {
    if (total > 0) {
      return "%s of %s, %s".formatted(Say.count(seen), Say.count(total), left(seen, total, now));
    }
    String reached = back == null ? "" : ", back to " + Say.day(back, zone);
    String wanted = until == null ? "; how many there are is unknown" : until(until);
    return Say.count(seen) + reached + wanted;
  }

  private String until(Instant until) {
    return " and on to " + Say.day(until, zone);
  }

  /** What is left at the pace since the first page. */
  private String left(long seen, long total, Instant now) {
    Duration spent = Duration.between(began, now);
    if (seen >= total) {
      return "done";
    }
    if (seen <= before || spent.toSeconds() < 2) {
      return "how long it takes is unknown yet";
    }
    double seconds = spent.toMillis() / 1000.0 * (total - seen) / (seen - before);
    return "about " + Say.duration(Math.ceil(seconds)) + " left";
  }

  @Override
  public synchronized void waits(Instant until) {
    tell("the limit is spent; waits until " + Say.time(until, zone));
    if (!terminal) {
      console.err().println();
    }
  }

  @Override
  public synchronized void renamed(String named, String now) {
    console
        .out()
        .print(
            Say.plain(
                    "%s is called %s now and is read by that name; what was told by the old name stays with it. A rule “repository %1$s” on /rules gives both to one service."
                        .formatted(named, now))
                + '\n');
  }

  /** The receipt of each list is printed as soon as it is there. */
  @Override
  public synchronized void done(Pulled.Row row) {
    if (terminal) {
      console.err().print(CLEAR);
      console.err().flush();
    }
    console.out().print(PullReceipt.text(row));
    console.out().flush();
  }

  private void tell(String line) {
    String plain = Say.plain(line);
    if (terminal) {
      String cut = plain.length() > WIDTH ? plain.substring(0, WIDTH) : plain;
      console.err().print(CLEAR + cut);
      console.err().flush();
    } else {
      console.err().print("pilothouse: " + plain);
    }
  }
}
