package pilothouse.search;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pilothouse.journal.Written;
import pilothouse.storage.Instants;

/**
 * What people wrote. Most of it is kept as a whole, since it changes; what is said of a promise
 * never does, so of promises those that were made since are added.
 */
final class Writings {
  static final String PROMISES = "promises";

  /** So many promises are added while somebody waits; more of them behind. */
  private static final int AT_ONCE = 2_000;

  /** What was made a moment earlier may have been kept a moment later. */
  private static final Duration LATE = Duration.ofMinutes(15);

  private final Findable.Said said;
  private final Shelves shelves;

  Writings(Findable.Said said, Shelves shelves) {
    this.said = said;
    this.shelves = shelves;
  }

  /** Tells whether anything was changed since. */
  String version() {
    return String.valueOf(said.journal().head().seq());
  }

  /** All but promises. */
  List<Document> all() {
    return said.written().get().stream().map(Writings::of).toList();
  }

  /** Adds the promises that were made since, where they are few; all of them behind. */
  void promises(Map<String, String> kept, String version, boolean behind) {
    String before = kept.getOrDefault(PROMISES, "");
    if (before.startsWith(version + " ")) {
      return;
    }
    String last = before.substring(before.indexOf(' ') + 1);
    String from = last.isEmpty() ? last : Instants.text(Instants.parse(last).minus(LATE));
    Written.Since made = said.promises().written(from, behind ? Integer.MAX_VALUE : AT_ONCE);
    if (behind || made.all().size() < AT_ONCE) {
      String upTo = made.last().compareTo(last) > 0 ? made.last() : last;
      List<Document> documents = made.all().stream().map(Writings::of).toList();
      shelves.keep(PROMISES, version + " " + upTo, documents, false);
    }
  }

  private static Document of(Written one) {
    Kind kind = Kind.valueOf(one.kind().toUpperCase(Locale.ROOT));
    String key = one.also().equals(one.place()) ? one.id() : one.id() + " " + one.also().text();
    return Document.of(kind, key, one.title(), one.says(), one.address(), one.place());
  }
}
