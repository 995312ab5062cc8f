package pilothouse.decisions.adr;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What people call things, in the languages that records are written in, without accents. */
final class Words {
  private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->");
  private static final Pattern EDGE = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N})?]+$");
  private static final Pattern NUMBERED =
      Pattern.compile("^(?:\\d+(?:\\.\\d+)*[.):]? +)(?=\\p{L})");

  private Words() {}

  /** Small letters without accents, marks and blanks that say nothing. */
  static String plain(String text) {
    String cut = text.length() > 300 ? text.substring(0, 300) : text;
    String without = COMMENT.matcher(cut).replaceAll("").replace('-', ' ').replace('’', '\'');
    String small = Normalizer.normalize(without, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String bare = ACCENT.matcher(small).replaceAll("").replaceAll("[*_`\\s]+", " ").strip();
    return NUMBERED.matcher(EDGE.matcher(bare).replaceAll("")).replaceFirst("");
  }

  /** Reads lines of a meaning, a colon and its words between commas. */
  static <T extends Enum<T>> Map<String, T> of(Class<T> type, String table) {
    Map<String, T> words = new LinkedHashMap<>();
    table
        .lines()
        .forEach(line -> {
          T meaning = Enum.valueOf(type, line.substring(0, line.indexOf(':')).strip());
          for (String word : line.substring(line.indexOf(':') + 1).split(",", -1)) {
            words.putIfAbsent(plain(word), meaning);
          }
        });
    words.remove("");
    return Map.copyOf(words);
  }

  /** Does a word of the text end there? Where no blanks stand between words, anywhere. */
  static boolean ends(String text, int at) {
    return at >= text.length()
        || !Character.isLetterOrDigit(text.charAt(at))
        || isDense(text.charAt(at - 1));
  }

  /** Written without blanks between words. */
  static boolean isDense(char c) {
    return c >= 0x3040 && c <= 0x9fff;
  }
}
