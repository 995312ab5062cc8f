package pilothouse.evidence.work;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History;

/** The commits of one repository that changes name, found in one pass; and what they touched. */
final class Landed {
  private static final int DIGITS = 16;
  private final History history;
  private final Map<Long, Integer> found = new HashMap<>();
  private final BitSet claimed = new BitSet();

  private Landed(History history) {
    this.history = history;
  }

  /** Those of the wanted that are known, by their whole ids. */
  static Landed of(History history, Collection<String> revisions) {
    Landed landed = new Landed(history);
    revisions.forEach(revision -> {
      Long start = start(revision);
      if (start != null) {
        landed.found.put(start, -1);
      }
    });
    Commits commits = history.commits();
    for (int commit = 0; commit < commits.size() && !landed.found.isEmpty(); commit++) {
      long start = start(commits, commit);
      if (landed.found.containsKey(start)) {
        landed.found.put(start, commit);
      }
    }
    return landed;
  }

  private static @Nullable Long start(String revision) {
    String plain = revision.strip().toLowerCase(Locale.ROOT);
    return plain.matches("[0-9a-f]{40,64}")
        ? (Long) Long.parseUnsignedLong(plain.substring(0, DIGITS), 16)
        : null;
  }

  private static long start(Commits commits, int commit) {
    long start = 0;
    for (int i = commit * commits.idWidth(); i < commit * commits.idWidth() + DIGITS / 2; i++) {
      start = start << 8 | (commits.ids()[i] & 0xff);
    }
    return start;
  }

  History history() {
    return history;
  }

  /** The commits of a change; from now on they are no commits of their own. */
  int[] claim(Collection<String> revisions) {
    return revisions.stream()
        .map(Landed::start)
        .mapToInt(start -> start == null ? -1 : found.getOrDefault(start, -1))
        .filter(commit -> commit >= 0)
        .distinct()
        .peek(claimed::set)
        .toArray();
  }

  boolean isClaimed(int commit) {
    return claimed.get(commit);
  }

  String subject(int commit) {
    String subject = history.commits().subjects()[commit];
    return subject == null ? "" : subject;
  }

  /** Lines that the commits added and deleted; null where none are counted. */
  @Nullable Integer lines(int... commits) {
    if (commits.length == 0 || !history.coverage().linesCounted()) {
      return null;
    }
    long lines = 0;
    boolean any = false;
    for (int commit : commits) {
      for (int row = first(commit); row < first(commit + 1); row++) {
        any = true;
        lines += history.changes().linesAdded(row) + history.changes().linesDeleted(row);
      }
    }
    return any ? (Integer) (int) Math.min(lines, Integer.MAX_VALUE) : null;
  }

  /** The paths that the commits touched, at most so many. */
  List<String> paths(int most, int... commits) {
    List<String> paths = new ArrayList<>();
    for (int commit : commits) {
      for (int row = first(commit); row < first(commit + 1) && paths.size() < most; row++) {
        paths.add(history.paths()[history.changes().path()[row]]);
      }
    }
    return paths;
  }

  private int first(int commit) {
    return history.changes().start()[commit];
  }
}
