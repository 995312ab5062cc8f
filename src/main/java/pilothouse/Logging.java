package pilothouse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.LogManager;

/**
 * What is logged, on standard error: of our own code from the level that is set, of the libraries
 * warnings and worse. The JDK makes one when the first line is logged, so a command that logs
 * nothing does not pay for it.
 */
public final class Logging {
  private static volatile Form form = Form.TEXT;
  private static volatile Least least = Least.WARNING;
  private static final AtomicBoolean MADE = new AtomicBoolean();

  /** How a line looks. */
  enum Form {
    TEXT,
    JSON;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** From which level on lines are written. */
  enum Least {
    ERROR("SEVERE"),
    WARNING("WARNING"),
    INFO("INFO"),
    DEBUG("FINE");

    private final String ofJdk;

    Least(String ofJdk) {
      this.ofJdk = ofJdk;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Called by the JDK's log manager. */
  public Logging() throws IOException {
    MADE.set(true);
    read();
  }

  /** Names this class to the JDK; must come before anything logs. */
  static void announce() {
    System.setProperty("java.util.logging.config.class", Logging.class.getName());
  }

  /** What is in force from now on. */
  static void use(Form wanted, Least level) {
    boolean other = wanted != form || level != least;
    form = wanted;
    least = level;
    if (MADE.get() && other) {
      try {
        read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A sentence for whoever started the program, in the form of the log. */
  static String sentence(String text) {
    return form == Form.JSON ? LogLines.sentence(text) : "pilothouse: " + text;
  }

  static boolean isJson() {
    return form == Form.JSON;
  }

  /** Whether what exceptions say may be written, which may hold what somebody sent. */
  static boolean tellsAll() {
    return least == Least.DEBUG;
  }

  private static void read() throws IOException {
    String text =
        """
        handlers=java.util.logging.ConsoleHandler
        .level=WARNING
        pilothouse.level=%s
        java.util.logging.ConsoleHandler.level=ALL
        java.util.logging.ConsoleHandler.formatter=%s
        """
            .formatted(least.ofJdk, LogLines.class.getName());
    LogManager.getLogManager()
        .readConfiguration(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
