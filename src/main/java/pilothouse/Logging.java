package pilothouse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * What the libraries log: warnings and worse, one line each, on standard error. The JDK makes one
 * when the first library logs, so a command that logs nothing does not pay for it.
 */
public final class Logging {
  private static final String SETTINGS =
      """
      handlers=java.util.logging.ConsoleHandler
      .level=WARNING
      java.util.logging.ConsoleHandler.level=ALL
      java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
      java.util.logging.SimpleFormatter.format=%1$tFT%1$tT%1$tz %4$s %3$s: %5$s%6$s%n
      """;

  /** Called by the JDK's log manager. */
  public Logging() throws IOException {
    LogManager.getLogManager()
        .readConfiguration(new ByteArrayInputStream(SETTINGS.getBytes(StandardCharsets.UTF_8)));
  }

  /** Names this class to the JDK; must come before anything logs. */
  static void announce() {
    System.setProperty("java.util.logging.config.class", Logging.class.getName());
  }
}
