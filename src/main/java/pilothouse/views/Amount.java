package pilothouse.views;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Metric;
import pilothouse.text.Texts;

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

  /**
   * What an amount is typed in: the one place where people's own words of a unit are known.
   *
   * @param unit null where people type the number in a unit of their own
   * @param own that unit as others told it; empty where there is none
   */
  public record In(Metric.@Nullable Unit unit, String own) {
    /** A number without a unit. */
    public static final In BARE = new In(Metric.Unit.OTHER, "");

    /** The number that is meant; empty where it is none, or of another unit. */
    public Optional<Double> parse(String typed) {
      String bare = bare(typed);
      boolean isShare = !own.isEmpty() && unit != Metric.Unit.RATIO && bare.endsWith("%");
      return isShare ? Optional.empty() : Amount.parse(bare, unit);
    }

    /** The same where a bare number is hours for a duration, and percent for a share. */
    public Optional<Double> usual(String typed) {
      boolean bare = typed.matches(".*\\d\\s*");
      String behind = unit == Metric.Unit.SECONDS ? "h" : unit == Metric.Unit.RATIO ? "%" : "";
      return parse(bare ? typed + behind : typed);
    }

    /** How it is written. */
    public String how() {
      if (unit == Metric.Unit.SECONDS || unit == Metric.Unit.RATIO) {
        return Texts.say(unit == Metric.Unit.RATIO ? "amount.share" : "amount.span");
      }
      return words().isEmpty()
          ? Texts.say("amount.number")
          : Texts.say("amount.in", words().getFirst());
    }

    private String bare(String typed) {
      String text = typed.strip();
      for (String word : words()) {
        int head = text.length() - word.length();
        String number = head > 0 ? text.substring(0, head).strip() : "";
        if (text.regionMatches(true, head, word, 0, word.length()) && number.matches(".*\\d")) {
          return number;
        }
      }
      return text;
    }

    /** What may stand behind the number, the usual word first. */
    private List<String> words() {
      if (unit == Metric.Unit.PER_WEEK) {
        return List.of(Texts.say("say.a-week", "").strip(), "a week", "per week");
      }
      return own.isEmpty() ? List.of() : List.of(own);
    }
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
