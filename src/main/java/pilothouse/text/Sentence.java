package pilothouse.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that is said when somebody reads it, in that one's language: for what is made once and
 * read by many, or made often and seldom read.
 *
 * @param key of the words
 * @param values for {@code {0}} and so on; a sentence among them is said then, too
 */
public record Sentence(String key, List<@Nullable Object> values) {
  public Sentence {
    values = Collections.unmodifiableList(values);
  }

  /** The words of a key, with what belongs into them. */
  public static Sentence of(String key, @Nullable Object... values) {
    return new Sentence(key, Arrays.asList(values.clone()));
  }

  /** The words, in the language that is spoken now. */
  public String words() {
    return Texts.say(key, values.toArray());
  }

  @Override
  public String toString() {
    return words();
  }
}
