package pilothouse.text;

import java.util.LinkedHashMap;
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

  /** So many were at most so large. */
  public record UpTo(double bound, long count) {}

  /**
   * How the values of something are spread.
   *
   * @param within each with all that are smaller, in rising order
   */
  public record Spread(Map<String, String> labels, List<UpTo> within, long count, double sum) {
    public Spread {
      within = List.copyOf(within);
    }
  }

  /**
   * A family of numbers that go up and down.
   *
   * @param unit the last word of the name, or empty
   */
  public OpenMetrics gauge(String name, String unit, String help, List<Sample> samples) {
    String full = named(name, unit);
    if (!samples.isEmpty()) {
      begin(full, unit, "gauge", help);
      samples.forEach(sample -> sample(full, sample));
    }
    return this;
  }

  /**
   * A family of numbers that only rise.
   *
   * @param unit the last word of the name before {@code _total}, or empty
   */
  public OpenMetrics counter(String name, String unit, String help, List<Sample> samples) {
    String full = named(name, unit);
    if (!samples.isEmpty()) {
      begin(full, unit, "counter", help);
      samples.forEach(sample -> sample(full + "_total", sample));
    }
    return this;
  }

  /** A family of values by their size. */
  public OpenMetrics histogram(String name, String unit, String help, List<Spread> spreads) {
    String full = named(name, unit);
    if (!spreads.isEmpty()) {
      begin(full, unit, "histogram", help);
      spreads.forEach(spread -> spread(full, spread));
    }
    return this;
  }

  /** What does not change while the program runs. */
  public OpenMetrics info(String name, String help, Map<String, String> labels) {
    String full = named(name, "");
    begin(full, "", "info", help);
    sample(full + "_info", new Sample(labels, 1));
    return this;
  }

  private static String named(String name, String unit) {
    String full = unit.isEmpty() ? name : name + "_" + unit;
    if (!full.matches("[a-zA-Z_:][a-zA-Z0-9_:]*")) {
      throw new IllegalArgumentException("no name of a metric: " + full);
    }
    return full;
  }

  private void begin(String full, String unit, String type, String help) {
    out.append("# TYPE ").append(full).append(' ').append(type).append('\n');
    if (!unit.isEmpty()) {
      out.append("# UNIT ").append(full).append(' ').append(unit).append('\n');
    }
    out.append("# HELP ").append(full).append(' ').append(escaped(help)).append('\n');
  }

  private void spread(String name, Spread spread) {
    Map<String, String> labels = new LinkedHashMap<>(spread.labels());
    for (UpTo upTo : spread.within()) {
      labels.put("le", Double.toString(upTo.bound()));
      sample(name + "_bucket", new Sample(labels, upTo.count()));
    }
    labels.put("le", "+Inf");
    sample(name + "_bucket", new Sample(labels, spread.count()));
    sample(name + "_count", new Sample(spread.labels(), spread.count()));
    sample(name + "_sum", new Sample(spread.labels(), spread.sum()));
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
