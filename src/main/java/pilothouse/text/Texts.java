package pilothouse.text;

import java.text.NumberFormat;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of pages in one language, by key. Whoever answers a request does it in one language;
 * everything that is said meanwhile is said in it, and in English where nobody chose.
 */
public final class Texts {
  private static final ScopedValue<Texts> CHOSEN = ScopedValue.newInstance();
  private static final Texts ENGLISH = Languages.english();
  private static final Anew ANEW = new Anew(ENGLISH.words);
  private final Locale locale;
  private final Map<String, Phrase> words;
  private final Plurals plurals;
  private final Writing writing;

  /**
   * A language.
   *
   * @param words by key; every key that is asked for must be there
   * @throws IllegalArgumentException where what the file says of the language cannot be read
   */
  Texts(Locale locale, Map<String, Phrase> words) {
    this.locale = locale;
    this.words = Map.copyOf(words);
    this.plurals = new Plurals(say("language.plurals", words));
    this.writing = new Writing(locale, key -> say(key, words));
  }

  private static String say(String key, Map<String, Phrase> words) {
    return phrase(key, words.get(key)).with();
  }

  /**
   * What this language has of its own, else what another has.
   *
   * @throws IllegalArgumentException where a text asks for a value that nobody gives
   */
  Texts over(Locale language, Map<String, Phrase> own) {
    Map<String, Phrase> all = new HashMap<>(words);
    own.forEach((key, phrase) -> {
      Phrase english = words.getOrDefault(key, words.get(key.replaceFirst("[a-z]+$", "other")));
      if (english != null && phrase.values() > english.values()) {
        throw new IllegalArgumentException(
            "%s asks for {%d}, which is not given there".formatted(key, phrase.values() - 1));
      }
      if (english != null && phrase.links() != english.links()) {
        throw new IllegalArgumentException(
            "%s has %d links, as [words]({0}), and needs %d"
                .formatted(key, phrase.links(), english.links()));
      }
      all.put(key, phrase);
    });
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

  /** The same for what throws nothing that is checked: work that goes on on another thread. */
  public <T> T saying(Supplier<T> work) {
    return ScopedValue.where(CHOSEN, this).call(work::get);
  }

  /**
   * The words of a key, with what belongs into them.
   *
   * @param values for {@code {0}}, {@code {1}} and so on: texts, and numbers as they are to be seen
   * @throws IllegalArgumentException when no file has the key
   */
  public static String say(String key, @Nullable Object... values) {
    return phrase(key).with(values);
  }

  /**
   * The words of a key in English, whatever is spoken: for what is kept, and said anew when
   * somebody reads it. A whole number has its commas.
   *
   * @param key begins with {@code kept.}
   */
  public static String kept(String key, @Nullable Object... values) {
    @Nullable Object[] written = values.clone();
    for (int i = 0; i < written.length; i++) {
      if (written[i] instanceof Integer || written[i] instanceof Long) {
        written[i] = NumberFormat.getIntegerInstance(Locale.ENGLISH).format(written[i]);
      }
    }
    return phrase(key, ENGLISH.words.get(key)).with(written);
  }

  /** What {@link #kept} said, in the language that is spoken now; what nobody knows as it is. */
  public static String anew(String kept) {
    return now() == ENGLISH ? kept : ANEW.said(kept);
  }

  /** The words of some keys, as the heads of columns. */
  public static List<String> all(String... keys) {
    return Stream.of(keys).map(Texts::say).toList();
  }

  /** The words of a key that is made of what is kept; what is kept itself where there are none. */
  public static String known(String key, String kept) {
    Phrase phrase = now().words.get(key + kept.replace(' ', '-'));
    return phrase == null ? kept : phrase.with();
  }

  /** The words of so many: {@code {0}} is the number, the rest follows. */
  public static String counted(String key, long count, @Nullable Object... values) {
    @Nullable Object[] all = new @Nullable Object[values.length + 1];
    all[0] = Say.count(count);
    System.arraycopy(values, 0, all, 1, values.length);
    return phrase(key, count).with(all);
  }

  /** The words of a key, to be written with their marks. */
  public static Phrase phrase(String key) {
    return phrase(key, now().words.get(key));
  }

  /** The words of so many, to be written with their marks. */
  public static Phrase phrase(String key, long count) {
    String form = key + "." + now().plurals.of(count);
    Phrase phrase = now().words.get(form);
    return phrase == null ? phrase(key + ".other") : phrase;
  }

  /**
   * The words of so many of something, by its English name; null where no file has any.
   *
   * @param count null for what is not whole
   */
  static @Nullable String nouns(String noun, @Nullable Long count, String number) {
    Texts here = now();
    String key = "noun." + noun.replace(' ', '-') + ".";
    Phrase phrase = count == null ? null : here.words.get(key + here.plurals.of(count));
    phrase = phrase == null ? here.words.get(key + "other") : phrase;
    return phrase == null ? null : phrase.with(number);
  }

  /** All keys. */
  public Set<String> keys() {
    return words.keySet();
  }

  /** As {@code lang} names it. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** A moment by one of the language's short forms: {@code language.month} and the like. */
  public String dated(String key, TemporalAccessor moment) {
    return writing.dated(key, moment);
  }

  /** Which numbers and days go with it. */
  Locale locale() {
    return locale;
  }

  Writing writing() {
    return writing;
  }

  private static Phrase phrase(String key, @Nullable Phrase phrase) {
    if (phrase == null) {
      throw new IllegalArgumentException("no file of texts has the key " + key);
    }
    return phrase;
  }
}
