package pilothouse.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import pilothouse.storage.Said;

/**
 * One change. It never holds a secret, a sealed value, a password's hash or the body of a delivery.
 *
 * @param what noun and verb, such as {@code team declared}
 * @param why empty where no reason was given
 * @param before the fields that changed, as they were
 * @param after the same fields, as they are
 */
public record Entry(
    Instant at,
    Who who,
    String what,
    Subject subject,
    String why,
    SequencedMap<String, String> before,
    SequencedMap<String, String> after) {
  /** The fields that name who said it, where another one wrote it down. */
  private static final Set<String> NAMING = Set.of("said by", "answered by");

  private static final int WHAT = 60;
  private static final int WHY = 1_000;

  public Entry {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    what = Bounds.text(what, WHAT);
    why = Bounds.text(why, WHY);
    before = Bounds.fields(before);
    after = Bounds.fields(after);
  }

  /** A change of which no field is told. */
  public static Entry of(Instant at, Who who, String what, Subject subject, String why) {
    return new Entry(at, who, what, subject, why, new TreeMap<>(), new TreeMap<>());
  }

  /** What somebody said; what a file says tells which one. */
  public static Entry of(Instant at, Said said, String what, Subject subject) {
    boolean bare = said.why().isEmpty() && !said.source().equals(Said.BY_HAND);
    String why = bare && !said.source().isEmpty() ? "from " + said.source() : said.why();
    return of(at, Who.of(said), what, subject, why);
  }

  /** The same from one state to another: fields that are equal in both, or empty, are left out. */
  public Entry changing(Map<String, String> from, Map<String, String> to) {
    SequencedMap<String, String> was = new TreeMap<>(from);
    SequencedMap<String, String> is = new TreeMap<>(to);
    was.entrySet().removeIf(field -> isSame(field, to));
    is.entrySet().removeIf(field -> isSame(field, from));
    return new Entry(at, who, what, subject, why, was, is);
  }

  /** The same with these fields told, which were not there before. */
  public Entry with(Map<String, String> fields) {
    return changing(Map.of(), fields);
  }

  /** The same as those are told it who are not told who acted. */
  Entry by(Who somebody) {
    SequencedMap<String, String> is = new TreeMap<>(after);
    is.keySet().removeAll(NAMING);
    return new Entry(at, somebody, what, subject, why, before, is);
  }

  /** Whether a text stands in it, as entries are searched. */
  boolean says(String text) {
    return String.join(
            " ", what, subject.name(), why, Canonical.json(before), Canonical.json(after))
        .toLowerCase(Locale.ROOT)
        .contains(text.toLowerCase(Locale.ROOT));
  }

  private static boolean isSame(Map.Entry<String, String> field, Map<String, String> other) {
    return field.getValue().equals(other.getOrDefault(field.getKey(), ""));
  }
}
