package pilothouse;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.delivery.Asked;
import pilothouse.metrics.Metric;

/** What the commands ask of the rest; the composition root answers. */
interface House extends AutoCloseable {

  /** The units of all metrics by their ids, which {@code --fail-on} may name. */
  Map<String, Metric.Unit> metrics();

  /** Takes soundings of all repositories and makes the health check of each. */
  Checked check(Wish wish);

  /** The numbers of delivery, printed. */
  String delivery(Asked asked);

  /**
   * Starts the web server and takes the soundings behind it; returns as soon as it listens.
   *
   * @param repositories folders or URLs, which are read beside those that are known
   * @param otherwise those to begin with, where none was named and none is known
   */
  Serving serve(List<String> repositories, List<String> otherwise);

  /** Looks after what is stored; lets deliveries be understood again where that is asked for. */
  Diagnosis doctor(@Nullable Again again);

  @Override
  void close();

  /** Opens a house for the settings, or says why it cannot. */
  @FunctionalInterface
  interface Opening {
    House open(Settings settings, Console console);
  }

  /**
   * What somebody wants to have checked.
   *
   * @param repositories folders or URLs, at least one
   * @param since where the window starts, null: where the formulas start it
   * @param until where the window ends, null: now
   * @param scope a folder inside the repositories, empty for all
   */
  record Wish(
      List<String> repositories, @Nullable Instant since, @Nullable Instant until, String scope) {
    public Wish {
      repositories = List.copyOf(repositories);
    }
  }

  /** The health checks of the repositories that were asked for, in that order. */
  interface Checked {
    /** For a terminal. */
    String text(boolean colours);

    /** The whole, with receipts' sizes and ledgers. */
    String json();

    /** Writes one page that needs nothing beside itself. */
    void html(Path file);

    /** What could not be read now, so that what was stored before is shown; a sentence each. */
    List<String> troubles();

    /** The metric's values, one for each repository. */
    List<Measured> values(String metric);
  }

  /** A metric's value in one repository, null when it is unknown. */
  record Measured(String repository, @Nullable Double value) {}

  /**
   * Which deliveries shall be understood again.
   *
   * @param source empty for those of all sources
   * @param since null for those that are parked; else all that came in since then
   */
  record Again(String source, @Nullable Instant since) {}

  /** What the doctor says, a line each, and what the command ends with. */
  record Diagnosis(List<String> lines, int exit) {
    public Diagnosis {
      lines = List.copyOf(lines);
    }
  }

  /** A web server that runs. */
  interface Serving {
    /** Where a browser finds it. */
    URI address();

    /** Says that it is not ready any more, and lets whoever awaits its end go on to close it. */
    void end();

    /** Returns when somebody ended it, or it cannot go on. */
    void await() throws InterruptedException;
  }
}
