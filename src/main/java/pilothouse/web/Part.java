package pilothouse.web;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/** A part of a list, and the key after which the next one begins; empty at the end. */
public record Part<T>(List<T> rows, String next) {
  /** How many stand on a page. */
  public static final int SHOWN = 50;

  /** How many a program is told at once. */
  public static final int MOST = 200;

  private static final int LONGEST = 80;

  public Part {
    rows = List.copyOf(rows);
  }

  /** The first ones of a list that the caller may see: no more is read than is needed. */
  public static <T> Part<T> of(
      Stream<T> all, Predicate<T> seen, int most, Function<T, String> key) {
    List<T> rows = new ArrayList<>();
    Iterator<T> each = all.filter(seen).iterator();
    while (each.hasNext() && rows.size() < most) {
      rows.add(each.next());
    }
    return new Part<>(rows, each.hasNext() ? key.apply(rows.getLast()) : "");
  }

  /** How many a program asks for. */
  public static int asked(Request request) {
    return Math.clamp(request.number("most", MOST), 1, MOST);
  }

  /** The key as programs are told it; null at the end. */
  public @Nullable String following() {
    return next.isEmpty() ? null : next;
  }

  /**
   * The key of an address, which is a time or a day and an id; empty for the first part.
   *
   * @throws Refused where it is none
   */
  public static String after(@Nullable String asked) {
    String key = asked == null ? "" : asked.strip();
    if (!key.isEmpty() && (key.length() > LONGEST || key.indexOf(' ') < 0)) {
      throw Refused.bad(Texts.say("web.part.bad-after"), Texts.say("web.part.follow-links"));
    }
    return key;
  }
}
