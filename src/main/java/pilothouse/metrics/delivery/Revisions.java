package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History;

/**
 * What revisions mean in a history: whole ids, short ones of seven digits and more where only one
 * commit begins so, and names of tags.
 */
final class Revisions {
  static final int UNKNOWN = -1;
  static final int AMBIGUOUS = -2;
  private static final int SHORTEST = 7;
  private final Map<String, Integer> found = new HashMap<>();

  /** Looks all of them up in one pass over the commits. */
  static Revisions of(History history, Collection<String> wanted) {
    Revisions revisions = new Revisions();
    List<String> hex = new ArrayList<>();
    boolean names = false;
    for (String revision : wanted) {
      String plain = plain(revision);
      if (!revisions.found.containsKey(plain)) {
        revisions.found.put(plain, UNKNOWN);
        boolean id = isId(plain);
        names |= !id || plain.length() < 40;
        if (id) {
          hex.add(plain);
        }
      }
    }
    if (!hex.isEmpty()) {
      revisions.scan(history.commits(), hex);
    }
    if (names) {
      for (History.Tag tag : history.tags()) {
        revisions.found.computeIfPresent(
            tag.name().toLowerCase(Locale.ROOT), (name, at) -> at >= 0 ? at : tag.commit());
      }
    }
    return revisions;
  }

  /** The commit that is meant, {@link #UNKNOWN} or {@link #AMBIGUOUS}. */
  int of(@Nullable String revision) {
    return revision == null ? UNKNOWN : found.getOrDefault(plain(revision), UNKNOWN);
  }

  /** In lower case, without blanks around it and without what tells a tag. */
  static String plain(String revision) {
    return isPlain(revision) ? revision : cleaned(revision);
  }

  /** Digits and small letters alone: nearly all revisions. */
  private static boolean isPlain(String revision) {
    for (int i = 0; i < revision.length(); i++) {
      char c = revision.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String revision) {
    String plain = revision.strip().toLowerCase(Locale.ROOT);
    return plain.startsWith("refs/tags/") ? plain.substring(10) : plain;
  }

  private static boolean isId(String text) {
    if (text.length() < SHORTEST || text.length() > 64) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void scan(Commits commits, List<String> hex) {
    int size = Integer.highestOneBit(Math.max(16, 4 * hex.size()));
    int[] heads = new int[size];
    int[] nexts = new int[hex.size() + 1];
    int[] prefixes = new int[hex.size() + 1];
    for (int i = 0; i < hex.size(); i++) {
      int prefix = HexFormat.fromHexDigits(hex.get(i), 0, SHORTEST);
      int slot = slot(prefix, size);
      prefixes[i + 1] = prefix;
      nexts[i + 1] = heads[slot];
      heads[slot] = i + 1;
    }
    byte[] ids = commits.ids();
    int width = commits.idWidth();
    for (int c = 0; c < commits.size(); c++) {
      int at = c * width;
      int prefix =
          (ids[at] & 0xff) << 20
              | (ids[at + 1] & 0xff) << 12
              | (ids[at + 2] & 0xff) << 4
              | (ids[at + 3] & 0xf0) >> 4;
      for (int i = heads[slot(prefix, size)]; i > 0; i = nexts[i]) {
        if (prefixes[i] == prefix) {
          take(commits, c, hex.get(i - 1));
        }
      }
    }
  }

  private static int slot(int prefix, int size) {
    return (prefix * 0x9e3779b1 >>> 7) & (size - 1);
  }

  private void take(Commits commits, int commit, String wanted) {
    if (wanted.length() <= 2 * commits.idWidth() && commits.id(commit).startsWith(wanted)) {
      found.merge(wanted, commit, (before, now) -> before == UNKNOWN ? now : AMBIGUOUS);
    }
  }
}
