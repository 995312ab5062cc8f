package pilothouse.git;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Objects that were needed and could not be read; filled by all workers. */
final class Gone {
  private static final int LISTED = 1_000;
  private final Set<String> ids = new TreeSet<>();

  /** Notes an object, once. */
  synchronized void add(byte[] bytes, int at, int width) {
    ids.add(HexFormat.of().formatHex(bytes, at, at + width));
  }

  /** Notes an object of which only the start of the id is known. */
  synchronized void add(long prefix) {
    String start = HexFormat.of().toHexDigits(prefix);
    if (ids.stream().noneMatch(id -> id.startsWith(start))) {
      ids.add(start + "…");
    }
  }

  /** How many are missing. */
  synchronized int count() {
    return ids.size();
  }

  /** The first of them in order. */
  synchronized List<String> listed() {
    return ids.stream().limit(LISTED).toList();
  }
}
