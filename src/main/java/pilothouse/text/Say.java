package pilothouse.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says numbers, durations and dates as people read them: short, with units, never too exact. */
public final class Say {
  private static final int NINES = 5;
  private static final char MINUS = '\u2212';
  private static final long[] SECONDS = {365 * 86_400L, 86_400, 3_600, 60, 1};
  private static final String[] UNITS = {"say.y", "say.d", "say.h", "say.min", "say.s"};

  private Say() {}

  /** A whole number with commas between groups of three digits: {@code 748,169}. */
  public static String count(long value) {
    if (value > -1_000 && value < 1_000) {
      return value < 0 ? MINUS + Long.toString(-value) : Long.toString(value);
    }
    return String.format(Texts.now().locale(), "%,d", value).replace('-', MINUS);
  }

  /**
   * A number with at most three significant digits, whole from 100 on: {@code 3.4}, {@code 0.07}.
   */
  public static String number(double value) {
    double size = Math.abs(value);
    if (size >= 99.95 || value == Math.rint(value)) {
      return count(Math.round(value));
    }
    int digits = size >= 9.995 ? 1 : size >= 0.0995 ? 2 : 3;
    Locale locale = Texts.now().locale();
    String point = Texts.now().writing().point();
    String text = String.format(locale, "%." + digits + "f", value);
    text = text.replaceAll("0+$", "").replace('-', MINUS);
    text = text.endsWith(point) ? text.substring(0, text.length() - point.length()) : text;
    return text.equals(MINUS + "0") ? "0" : text;
  }

  /** A count with its noun: {@code 1 commit}, {@code 12,000 commits}. */
  public static String counted(long value, String noun) {
    return counted(noun, count(value), value == 1, value);
  }

  /** A number that need not be whole with its noun: {@code 1 week}, {@code 2.5 weeks}. */
  public static String measured(double value, String noun) {
    String number = number(value);
    boolean whole = value == Math.rint(value);
    return counted(noun, number, number.equals("1"), whole ? Math.round(value) : null);
  }

  /** By the words of the language, where it has some for the noun, else as English does. */
  private static String counted(String noun, String number, boolean one, @Nullable Long count) {
    String said = Texts.nouns(noun, one ? Long.valueOf(1) : count, number);
    return said == null ? number + ' ' + (one ? noun : plural(noun)) : said;
  }

  /** Some of so many, without a verb: {@code 1 of 4 changes}, {@code 1 of 1 change}. */
  public static String some(long some, long all, String noun) {
    return Texts.say("say.some", count(some), counted(all, noun));
  }

  /** One of some: {@code product or design}, {@code a or b or c}. */
  public static String either(List<String> words) {
    return words.stream().reduce((some, last) -> Texts.say("say.or", some, last)).orElse("");
  }

  /** The verb of so many: {@code verb(1, "is", "are")} is {@code is}. */
  public static String verb(long value, String one, String many) {
    return value == 1 ? one : many;
  }

  /** A noun with its article: {@code an incident}, {@code a deployment}. */
  public static String a(String noun) {
    boolean vowel = !noun.isEmpty() && "aeio".indexOf(Character.toLowerCase(noun.charAt(0))) >= 0;
    return (vowel ? "an " : "a ") + noun;
  }

  /** The plural of an English noun; the last word counts. */
  public static String plural(String noun) {
    if (noun.endsWith("person")) {
      return noun.substring(0, noun.length() - 6) + "people";
    }
    int last = noun.length() - 1;
    if (last > 0 && noun.charAt(last) == 'y' && "aeiou".indexOf(noun.charAt(last - 1)) < 0) {
      return noun.substring(0, last) + "ies";
    }
    boolean hisses = last >= 0 && "sxz".indexOf(noun.charAt(last)) >= 0;
    return hisses || noun.endsWith("ch") || noun.endsWith("sh") ? noun + "es" : noun + "s";
  }

  /**
   * A fraction in percent; whole from 10 % on, never rounded to 0 % or 100 % when it is not: near
   * 100 % two digits of what is missing there are said, {@code 99.953 %}.
   */
  public static String percent(double fraction) {
    double value = fraction * 100;
    if (value > 0 && value < 0.1) {
      return Texts.say("say.percent.below", number(0.1));
    }
    if (value < 100 && value > 99.5) {
      return nearly(100 - value);
    }
    return Texts.say(
        "say.percent",
        Math.abs(value) < 9.95 ? number(Math.rint(value * 10) / 10) : count(Math.round(value)));
  }

  /**
   * The same with up to so many decimals below 99.9 %, for what stands beside shares that have
   * them.
   */
  public static String percent(double fraction, int decimals) {
    double value = fraction * 100;
    if (value >= 99.9 || value < 0.1) {
      return percent(fraction);
    }
    BigDecimal said = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    String text =
        said.stripTrailingZeros().toPlainString().replace(".", Texts.now().writing().point());
    return Texts.say("say.percent", text);
  }

  private static String nearly(double missing) {
    int decimals = Math.clamp(1 - (int) Math.floor(Math.log10(missing)), 1, NINES);
    BigDecimal value = BigDecimal.valueOf(100 - missing).setScale(decimals, RoundingMode.HALF_UP);
    boolean isAll = value.compareTo(BigDecimal.valueOf(100)) >= 0;
    BigDecimal said =
        isAll ? BigDecimal.valueOf(100).subtract(BigDecimal.ONE.movePointLeft(NINES)) : value;
    String text =
        said.stripTrailingZeros().toPlainString().replace(".", Texts.now().writing().point());
    return Texts.say(isAll ? "say.percent.above" : "say.percent", text);
  }

  /** A span in its two largest units: {@code 3 d 4 h}, {@code 45 s}, {@code 1 y 12 d}. */
  public static String duration(double seconds) {
    long left = Math.round(Math.abs(seconds));
    String sign = seconds < 0 && left > 0 ? String.valueOf(MINUS) : "";
    int unit = 0;
    while (unit < SECONDS.length - 1 && left < SECONDS[unit]) {
      unit++;
    }
    if (unit == SECONDS.length - 1) {
      return sign + Texts.say("say.s", left);
    }
    long small = Math.round((double) left / SECONDS[unit + 1]);
    long ratio = SECONDS[unit] / SECONDS[unit + 1];
    long large = small / ratio;
    long rest = small % ratio;
    if (unit > 0 && large * SECONDS[unit] >= SECONDS[unit - 1]) {
      return sign + Texts.say(UNITS[unit - 1], "1");
    }
    String head = sign + Texts.say(UNITS[unit], count(large));
    return rest == 0 ? head : head + ' ' + Texts.say(UNITS[unit + 1], rest);
  }

  /**
   * A span in one unit, as a sentence says it: {@code 38 days}, {@code 2.9 hours}, {@code 2.7
   * years}. Below ten it has a decimal, so that it never says anything else than {@link #duration}.
   */
  public static String span(double seconds) {
    double days = Math.abs(seconds) / 86_400;
    if (days >= 730) {
      return signed(seconds, measured(Math.round(days / 36.525) / 10.0, "year"));
    }
    if (days >= 2) {
      return signed(seconds, few(days, "day"));
    }
    return signed(
        seconds,
        days >= 1 / 12.0
            ? few(days * 24, "hour")
            : days >= 1 / 720.0
                ? few(days * 1_440, "minute")
                : counted(Math.round(days * 86_400), "second"));
  }

  private static String few(double value, String unit) {
    return value >= 9.95
        ? counted(Math.round(value), unit)
        : measured(Math.round(value * 10) / 10.0, unit);
  }

  private static String signed(double value, String text) {
    return value < 0 ? MINUS + text : text;
  }

  /** A duration in its two largest units. */
  public static String duration(Duration span) {
    return duration(span.toMillis() / 1000.0);
  }

  /** A day: {@code 4 Mar 2026}. */
  public static String day(LocalDate day) {
    return Texts.now().writing().day().format(day);
  }

  /** The day of an instant in a zone. */
  public static String day(Instant at, ZoneId zone) {
    return Texts.now().writing().day().format(at.atZone(zone));
  }

  /** Day and minute of an instant in a zone. */
  public static String time(Instant at, ZoneId zone) {
    return Texts.now().writing().time().format(at.atZone(zone));
  }

  /** How long ago, roughly: {@code just now}, {@code 5 minutes ago}, {@code in 3 weeks}. */
  public static String ago(Instant at, Instant now) {
    long seconds = now.getEpochSecond() - at.getEpochSecond();
    long size = Math.abs(seconds);
    if (size < 45) {
      return Texts.say("say.just-now");
    }
    String words = roughly(size);
    return Texts.say(seconds < 0 ? "say.in" : "say.ago", words);
  }

  private static String roughly(long seconds) {
    double minutes = seconds / 60.0;
    double hours = minutes / 60;
    double days = hours / 24;
    if (minutes < 59.5) {
      return counted(Math.max(1, Math.round(minutes)), "minute");
    }
    if (hours < 23.5) {
      return counted(Math.round(hours), "hour");
    }
    if (days < 13.5) {
      return counted(Math.round(days), "day");
    }
    if (days < 60) {
      return counted(Math.round(days / 7), "week");
    }
    return days < 700
        ? counted(Math.round(days / 30.44), "month")
        : counted(Math.round(days / 365.25), "year");
  }

  /**
   * The text with question marks for what a terminal would obey and what turns the direction of
   * reading: paths, subjects and addresses may hold any of it.
   */
  public static String plain(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> isObeyed(c) ? '?' : c).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isObeyed(int c) {
    return Character.isISOControl(c)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x200e
        || c == 0x200f
        || c == 0x061c
        || c == 0x2028
        || c == 0x2029;
  }

  /** The first letter in upper case. */
  public static String sentence(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** No longer than so many characters, with an ellipsis where something is left out. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    return text.substring(0, end) + "…";
  }
}
