package pilothouse.evidence.prometheus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.prometheus.Exposition.BadLine;

/**
 * One line as it is written.
 *
 * @param time as it is written: milliseconds, in OpenMetrics seconds; null when there is none
 */
record Sample(String name, Map<String, String> labels, String value, @Nullable String time) {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
  private static final Pattern LABEL =
      Pattern.compile(
          "\\s*(?:(?<label>[a-zA-Z_][a-zA-Z0-9_.]*)|\"(?<quoted>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\")"
              + "\\s*(?<is>=\\s*\"(?<text>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\")?\\s*(?<comma>,?)");
  private static final Pattern VALUE =
      Pattern.compile("\\s+(?<value>\\S+)(?:\\s+(?<time>[^\\s#]\\S*))?\\s*(?:#.*)?");

  static Sample of(String line) {
    Matcher name = NAME.matcher(line);
    String metric = name.lookingAt() ? name.group() : "";
    int at = metric.length();
    while (at < line.length() && line.charAt(at) == ' ') {
      at++;
    }
    Map<String, String> labels = new LinkedHashMap<>();
    if (at < line.length() && line.charAt(at) == '{') {
      at = labels(line, at + 1, labels);
    } else {
      at = metric.length();
    }
    String quoted = labels.remove("");
    Matcher value = VALUE.matcher(line).region(at, line.length());
    if (metric.isEmpty() == (quoted == null) || !value.matches()) {
      throw BadLine.unreadable(line);
    }
    return new Sample(
        quoted == null ? metric : quoted, labels, value.group("value"), value.group("time"));
  }

  /** Reads labels up to the closing brace; the place after it. A name in quotes is the metric's. */
  private static int labels(String line, int from, Map<String, String> labels) {
    int at = from;
    boolean more = true;
    while (at < line.length()) {
      if (line.substring(at).stripLeading().startsWith("}")) {
        return line.indexOf('}', at) + 1;
      }
      Matcher label = LABEL.matcher(line).region(at, line.length());
      if (!more || !label.lookingAt()) {
        break;
      }
      boolean metric = label.group("is") == null;
      String name = label.group("label");
      if (metric && name != null) {
        break;
      }
      String key = name == null ? plain(label.group("quoted")) : name;
      labels.put(metric ? "" : key, metric ? key : plain(label.group("text")));
      more = !label.group("comma").isEmpty();
      at = label.end();
    }
    throw BadLine.unreadable(line);
  }

  private static String plain(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    return escaped.replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\");
  }
}
