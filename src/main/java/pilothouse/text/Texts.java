package pilothouse.text;

import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * The words of pages in one language, by key. Whoever answers a request does it in one language;
 * everything that is said meanwhile is said in it, and in English where nobody chose.
 */
public final class Texts {
  private static final ScopedValue<Texts> CHOSEN = ScopedValue.newInstance();
  private static final Texts ENGLISH = Languages.english();
  private final Locale locale;
  private final Map<String, String> words;
  private final Plurals plurals;
  private final DateTimeFormatter day;
  private final DateTimeFormatter time;
  private final String point;

  /**
   * A language.
   *
   * @param words by key; every key that is asked for must be there
   * @throws IllegalArgumentException where what the file says of the language cannot be read
   */
  Texts(Locale locale, Map<String, String> words) {
    this.locale = locale;
    this.words = Map.copyOf(words);
    this.plurals = new Plurals(word("language.plurals"));
    this.day = DateTimeFormatter.ofPattern(word("language.day"), locale);
    this.time = DateTimeFormatter.ofPattern(word("language.time"), locale);
    this.point = String.valueOf(DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
  }

  /** What this language has of its own, else what another has. */
  Texts over(Locale language, Map<String, String> own) {
    Map<String, String> all = new HashMap<>(words);
    all.putAll(own);
    return new Texts(language, all);
  }

  /** English, which has every word. */
  public static Texts english() {
    return ENGLISH;
  }

  /** The language that is spoken now. */
  public static Texts now() {
    return CHOSEN.orElse(ENGLISH);
  }

  /** Does something in this language. */
  public <T> T during(Callable<T> work) throws Exception {
    return ScopedValue.where(CHOSEN, this).call(work::call);
  }

  /**
   * The words of a key, with what belongs into them.
   *
   * @param values for {@code {0}}, {@code {1}} and so on: texts, and numbers as they are to be seen
   * @throws IllegalArgumentException when no file has the key
   */
  public static String say(String key, String... values) {
    return now().said(key, values);
  }

  /** The words of so many: {@code {0}} is the number, the rest follows. */
  public static String counted(String key, long count, String... values) {
    Texts here = now();
    String form = key + "." + here.plurals.of(count);
    String[] all = new String[values.length + 1];
    all[0] = Say.count(count);
    System.arraycopy(values, 0, all, 1, values.length);
    return here.said(here.words.containsKey(form) ? form : key + ".other", all);
  }

  /** All keys. */
  public Set<String> keys() {
    return words.keySet();
  }

  /** As {@code lang} names it. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** Which numbers and days go with it. */
  Locale locale() {
    return locale;
  }

  /** What stands before decimals. */
  String point() {
    return point;
  }

  DateTimeFormatter day() {
    return day;
  }

  DateTimeFormatter time() {
    return time;
  }

  /** Only a number between braces has a meaning. */
  private String said(String key, String... values) {
    String word = word(key);
    if (values.length == 0) {
      return word;
    }
    StringBuilder said = new StringBuilder(word.length() + 40);
    int from = 0;
    for (int open = word.indexOf('{'); open >= 0; open = word.indexOf('{', from)) {
      int close = word.indexOf('}', open);
      said.append(word, from, open);
      said.append(values[Integer.parseInt(word, open + 1, close, 10)]);
      from = close + 1;
    }
    return said.append(word, from, word.length()).toString();
  }

  private String word(String key) {
    String word = words.get(key);
    if (word == null) {
      throw new IllegalArgumentException("no file of texts has the key " + key);
    }
    return word;
  }
}
