package pilothouse.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Numbers in the text format of OpenMetrics 1.0: one family after the other, each with its unit in
 * its name, and {@code # EOF} at the end.
 */
public final class OpenMetrics {
  /** As it stands in Content-Type. */
  public static final String TYPE = "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final StringBuilder out = new StringBuilder(4_096);

  /** One number and what it is about; labels in the order that they are written in. */
  public record Sample(Map<String, String> labels, double value) {}

  /**
   * A family of numbers that go up and down.
   *
   * @param unit the last word of the name, or empty
   */
  public OpenMetrics gauge(String name, String unit, String help, List<Sample> samples) {
    String full = unit.isEmpty() ? name : name + "_" + unit;
    if (!full.matches("[a-zA-Z_:][a-zA-Z0-9_:]*")) {
      throw new IllegalArgumentException("no name of a metric: " + full);
    }
    if (samples.isEmpty()) {
      return this;
    }
    out.append("# TYPE ").append(full).append(" gauge\n");
    if (!unit.isEmpty()) {
      out.append("# UNIT ").append(full).append(' ').append(unit).append('\n');
    }
    out.append("# HELP ").append(full).append(' ').append(escaped(help)).append('\n');
    samples.forEach(sample -> sample(full, sample));
    return this;
  }

  /** All families, ended. */
  public String text() {
    return out + "# EOF\n";
  }

  private void sample(String name, Sample sample) {
    out.append(name);
    String before = "{";
    for (var label : sample.labels().entrySet()) {
      out.append(before).append(label.getKey()).append("=\"");
      out.append(escaped(label.getValue())).append('"');
      before = ",";
    }
    out.append(sample.labels().isEmpty() ? " " : "} ").append(number(sample.value())).append('\n');
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
