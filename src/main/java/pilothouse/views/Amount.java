package pilothouse.views;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric;

/** A number as people type it, in the unit that a metric has: 5 %, 3 d, 40 min, 1234.5. */
public final class Amount {
  private static final Pattern FORM =
      Pattern.compile("([-+−]?\\d{1,15}(?:[.,]\\d{1,9})?)\\s*(%|[a-z]{0,7})");

  /** 1,000 may be a thousand or one: whoever types it has to say which. */
  private static final Pattern GROUPED = Pattern.compile("[-+−]?[1-9]\\d{0,2}[.,]\\d{3}");

  private static final Map<String, Integer> SECONDS =
      Map.ofEntries(
          Map.entry("s", 1),
          Map.entry("sec", 1),
          Map.entry("m", 60),
          Map.entry("min", 60),
          Map.entry("h", 3_600),
          Map.entry("hour", 3_600),
          Map.entry("hours", 3_600),
          Map.entry("d", 86_400),
          Map.entry("day", 86_400),
          Map.entry("days", 86_400),
          Map.entry("w", 604_800),
          Map.entry("week", 604_800),
          Map.entry("weeks", 604_800));

  private Amount() {}

  /** The same where a bare number is hours for a duration, and percent for a share. */
  public static Optional<Double> usual(String typed, Metric.Unit unit) {
    boolean bare = typed.matches(".*\\d\\s*");
    String behind = unit == Metric.Unit.SECONDS ? "h" : unit == Metric.Unit.RATIO ? "%" : "";
    return parse(bare ? typed + behind : typed, unit);
  }

  /**
   * The number that is meant; empty where it is none.
   *
   * @param unit null where people type the number in a unit of their own
   */
  public static Optional<Double> parse(String typed, Metric.@Nullable Unit unit) {
    Matcher form = FORM.matcher(typed.strip().toLowerCase(Locale.ROOT));
    if (!form.matches() || GROUPED.matcher(form.group(1)).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(form.group(1).replace(',', '.').replace('−', '-'));
    String behind = form.group(2);
    if (unit == Metric.Unit.SECONDS) {
      Integer seconds = SECONDS.get(behind);
      return seconds == null ? Optional.empty() : Optional.of(value * seconds);
    }
    if (unit == Metric.Unit.RATIO) {
      return behind.equals("%")
          ? Optional.of(value / 100)
          : behind.isEmpty() && Math.abs(value) <= 1 ? Optional.of(value) : Optional.empty();
    }
    return behind.isEmpty() || behind.equals("%") ? Optional.of(value) : Optional.empty();
  }
}
