package pilothouse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Exchange;
import pilothouse.web.Served;

/**
 * One line for each thing that is logged, as text or as a JSON object. No line can be made to look
 * like two: what could break it is written as an escape. What an exception says stands in it only
 * at the level debug, for it may hold what somebody sent; where it came from always does.
 */
public final class LogLines extends Formatter {
  private static final int MOST_FRAMES = 40;
  private static final int MOST_CAUSES = 8;

  @Override
  public String format(LogRecord line) {
    return Logging.isJson() ? json(line) : text(line);
  }

  private String text(LogRecord line) {
    StringBuilder out = new StringBuilder(160);
    out.append(line.getInstant().truncatedTo(ChronoUnit.SECONDS)).append(' ');
    out.append(level(line.getLevel())).append(' ').append(line.getLoggerName()).append(": ");
    escape(formatMessage(line), out);
    String id = request(line);
    if (!id.isEmpty()) {
      out.append(" (request ").append(id).append(')');
    }
    for (String frame : trace(line.getThrown())) {
      escape(frame, out.append("\n  "));
    }
    return out.append('\n').toString();
  }

  private String json(LogRecord line) {
    StringBuilder out = begun(line.getInstant(), level(line.getLevel()), line.getLoggerName());
    member(out, "message", formatMessage(line));
    Served served = served(line);
    Exchange exchange = Exchange.current();
    if (served != null) {
      member(out, "request", served.id());
      member(out, "method", served.method());
      member(out, "route", served.route());
      out.append(",\"status\":").append(served.status());
      out.append(",\"milliseconds\":").append(served.milliseconds());
    } else if (exchange != null) {
      member(out, "request", exchange.id());
      member(out, "route", exchange.route());
    }
    if (line.getThrown() != null) {
      member(out, "trace", String.join("\n", trace(line.getThrown())));
    }
    return out.append("}\n").toString();
  }

  /** A sentence for whoever started the program, as a line of the log without its end. */
  static String sentence(String text) {
    Instant now = new LogRecord(Level.WARNING, "").getInstant();
    StringBuilder out = begun(now, "warning", "pilothouse");
    member(out, "message", text);
    return out.append('}').toString();
  }

  private static StringBuilder begun(Instant at, String level, @Nullable String logger) {
    StringBuilder out = new StringBuilder(240);
    out.append("{\"time\":\"").append(at.truncatedTo(ChronoUnit.MILLIS)).append('"');
    member(out, "level", level);
    member(out, "logger", String.valueOf(logger));
    return out;
  }

  private static void member(StringBuilder out, String name, String value) {
    out.append(",\"").append(name).append("\":\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else {
        escape(c, out);
      }
    }
    out.append('"');
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      escape(text.charAt(i), out);
    }
  }

  /** What ends a line, moves the cursor or turns the direction of the text becomes an escape. */
  private static void escape(char c, StringBuilder out) {
    int type = Character.getType(c);
    boolean breaks =
        Character.isISOControl(c)
            || type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR;
    if (breaks) {
      out.append("\\u%04x".formatted((int) c));
    } else {
      out.append(c);
    }
  }

  private static String level(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "error";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "warning";
    }
    return level.intValue() >= Level.INFO.intValue() ? "info" : "debug";
  }

  private static @Nullable Served served(LogRecord line) {
    Object[] given = line.getParameters();
    return given != null && given.length == 1 && given[0] instanceof Served served ? served : null;
  }

  private static String request(LogRecord line) {
    Served served = served(line);
    Exchange exchange = Exchange.current();
    return served != null ? served.id() : exchange == null ? "" : exchange.id();
  }

  private static List<String> trace(@Nullable Throwable thrown) {
    List<String> lines = new ArrayList<>();
    Throwable one = thrown;
    for (int depth = 0; one != null && depth < MOST_CAUSES; depth++) {
      String says = Logging.tellsAll() ? String.valueOf(one.getMessage()) : "";
      String name = one.getClass().getName() + (says.isEmpty() ? "" : ": " + says);
      lines.add(depth == 0 ? name : "because of " + name);
      StackTraceElement[] frames = one.getStackTrace();
      for (int i = 0; i < Math.min(MOST_FRAMES, frames.length); i++) {
        lines.add("at " + frames[i]);
      }
      one = one.getCause();
    }
    return lines;
  }
}
