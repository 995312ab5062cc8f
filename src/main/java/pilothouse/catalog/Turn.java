package pilothouse.catalog;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Addresses;
import pilothouse.text.Folded;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Telling;

/**
 * Which part of a list somebody asks for. A part begins after a name and not at a number, so that
 * what is added or taken away meanwhile neither moves a line to another part nor shows it twice.
 *
 * @param after empty for the first part
 * @param typed what was written to look for
 * @param words its words
 * @param folded the same, as texts are compared
 * @param most how many lines at most
 */
record Turn(String after, String typed, List<String> words, List<String> folded, int most) {
  /** How many lines a page has. */
  static final int SHOWN = 50;

  private static final int MOST = 200;
  private static final int WORDS = 8;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,79}");

  /** A part of a list, and the name after which the next one begins; empty at the end. */
  record Slice<T>(List<T> rows, String next) {}

  /** What a page asks for. */
  static Turn of(Request request) {
    return of(request, SHOWN);
  }

  /** What a program asks for, which may say how many lines. */
  static Turn ofProgram(Request request) {
    return of(request, Math.min(request.number("most", SHOWN), MOST));
  }

  private static Turn of(Request request, int most) {
    String after = text(request.query("after"));
    if (!after.isEmpty() && !NAME.matcher(after).matches()) {
      throw Refused.bad(
          Texts.say("catalog.turn.after-in-the-address"),
          Texts.say("catalog.turn.follow-the-links-of"));
    }
    String typed = text(request.query("q"));
    List<String> words =
        Arrays.stream(typed.split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .limit(WORDS)
            .toList();
    return new Turn(after, typed, words, words.stream().map(Folded::of).toList(), most);
  }

  private static String text(@Nullable String asked) {
    return asked == null ? "" : asked.strip();
  }

  /** The same, told to programs. */
  static Telling telling(String says) {
    return Telling.of(says)
        .with("q", "only those whose names hold these words")
        .with("after", "only those after this name, as next says")
        .withNumber("most", "how many at once, at most " + MOST);
  }

  /** Whether each word stands in one of the texts; signs above letters and case do not count. */
  boolean fits(String... texts) {
    if (folded.isEmpty()) {
      return true;
    }
    List<String> plain = Stream.of(texts).map(Folded::of).toList();
    return folded.stream().allMatch(word -> plain.stream().anyMatch(text -> text.contains(word)));
  }

  /** One more than are shown: whether there is a next part. */
  int reach() {
    return most + 1;
  }

  /** The part that is shown, of what was found with one more. */
  <T> Slice<T> slice(List<T> found, Function<T, String> name) {
    return found.size() <= most
        ? new Slice<>(found, "")
        : new Slice<>(found.subList(0, most), name.apply(found.get(most - 1)));
  }

  /** What stands after the question mark of the next part's address; empty where there is none. */
  String next(Slice<?> slice, String... others) {
    if (slice.next().isEmpty()) {
      return "";
    }
    StringBuilder address = new StringBuilder("?after=").append(Addresses.part(slice.next()));
    add(address, "q", typed);
    for (int i = 0; i < others.length; i += 2) {
      add(address, others[i], others[i + 1]);
    }
    return address.toString();
  }

  private static void add(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.append('&').append(name).append('=').append(Addresses.part(value));
    }
  }
}
