package pilothouse.evidence.git;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.git.Graph;

/**
 * Which commit takes which one back: by the id after "This reverts commit", else by the subject
 * {@code Revert "…"}, the latest earlier commit with the quoted subject.
 */
final class Reverts {
  static final int NONE = -1;
  static final int UNKNOWN = -2;
  private static final String BEGIN = "Revert \"";

  private final Graph graph;
  private final Map<String, Integer> byId = new HashMap<>();
  private final Map<String, Integer> bySubject = new HashMap<>();

  private Reverts(Graph graph) {
    this.graph = graph;
  }

  /** By commit: the index of the reverted one, {@link #NONE} or {@link #UNKNOWN}. */
  static int[] find(Graph graph) {
    return new Reverts(graph).find();
  }

  private int[] find() {
    rememberIds();
    rememberSubjects();
    var reverts = new int[graph.size()];
    Arrays.fill(reverts, NONE);
    for (int commit = 0; commit < reverts.length; commit++) {
      String id = graph.reverted()[commit];
      String quoted = quoted(graph.subjects()[commit]);
      if (id != null || quoted != null) {
        reverts[commit] = reverted(commit, id, quoted);
      }
      bySubject.replace(graph.subjects()[commit], commit);
    }
    return reverts;
  }

  private int reverted(int commit, @Nullable String id, @Nullable String quoted) {
    int named = id == null ? UNKNOWN : byId.getOrDefault(id.toLowerCase(Locale.ROOT), UNKNOWN);
    if (named >= 0 && named != commit) {
      return named;
    }
    int same = quoted == null ? UNKNOWN : bySubject.getOrDefault(quoted, UNKNOWN);
    return same >= 0 ? same : UNKNOWN;
  }

  /** What stands between the first and the last quotation mark, or null when it is no revert. */
  private static @Nullable String quoted(String subject) {
    if (!subject.startsWith(BEGIN)) {
      return null;
    }
    int end = Math.max(subject.lastIndexOf('"'), BEGIN.length());
    return subject.substring(BEGIN.length(), Math.min(end, subject.length()));
  }

  /** Only subjects that a revert quotes are kept; -2 until one is met on the way. */
  private void rememberSubjects() {
    for (String subject : graph.subjects()) {
      String quoted = quoted(subject);
      if (quoted != null) {
        bySubject.put(quoted, UNKNOWN);
      }
    }
  }

  /** One pass over all commits finds whole ids; an abbreviated one is looked for by itself. */
  private void rememberIds() {
    int digits = graph.idWidth() * 2;
    for (String id : graph.reverted()) {
      if (id != null) {
        byId.put(id.toLowerCase(Locale.ROOT), UNKNOWN);
      }
    }
    if (byId.isEmpty()) {
      return;
    }
    long[] wanted =
        byId.keySet().stream()
            .filter(id -> id.length() == digits)
            .mapToLong(id -> Long.parseUnsignedLong(id, 0, 16, 16))
            .sorted()
            .toArray();
    for (int commit = 0; commit < graph.size(); commit++) {
      if (Arrays.binarySearch(wanted, prefix(commit)) >= 0) {
        byId.replace(graph.id(commit), commit);
      }
    }
    byId.replaceAll((id, found) -> id.length() < digits ? abbreviated(id) : found);
  }

  private long prefix(int commit) {
    long prefix = 0;
    int at = commit * graph.idWidth();
    for (int i = 0; i < 8; i++) {
      prefix = prefix << 8 | (graph.ids()[at + i] & 0xff);
    }
    return prefix;
  }

  /** The one commit whose id begins so; unknown when it is none, or more than one. */
  private int abbreviated(String id) {
    int found = UNKNOWN;
    int digits = Math.min(id.length(), 16);
    long wanted = Long.parseUnsignedLong(id, 0, digits, 16);
    for (int commit = 0; commit < graph.size(); commit++) {
      boolean same = prefix(commit) >>> (64 - 4 * digits) == wanted;
      if (same && graph.id(commit).startsWith(id)) {
        if (found >= 0) {
          return UNKNOWN;
        }
        found = commit;
      }
    }
    return found;
  }
}
