package pilothouse.evidence.work;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;

/**
 * Finds the commits by which change requests came into a history: those that they name; where these
 * are not there, the one whose subject ends with its number; and of a merge what it brought.
 */
final class Arrivals {
  /** As forges write what was squashed, and what was merged. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\(#(\\d{1,9})\\)\\s*$|^Merge pull request #(\\d{1,9})\\b|(?:^|[\\s(])!(\\d{1,9})\\)?\\s*$");

  /** What one merge brings; more is another project. */
  private static final int MOST = 10_000;

  private final Commits commits;
  private final Landed landed;
  private final Map<Integer, Integer> numbered = new HashMap<>();

  private Arrivals(History history, Landed landed) {
    this.commits = history.commits();
    this.landed = landed;
  }

  static Arrivals of(History history, List<ChangeRequest> changes) {
    List<String> wanted = new ArrayList<>();
    changes.forEach(change -> wanted.addAll(named(change)));
    Arrivals arrivals = new Arrivals(history, Landed.of(history, wanted));
    for (int commit = 0; commit < arrivals.commits.size(); commit++) {
      String subject = arrivals.commits.subjects()[commit];
      boolean isSaid = subject != null && (subject.indexOf('#') >= 0 || subject.indexOf('!') >= 0);
      Matcher number = isSaid ? NUMBER.matcher(subject) : null;
      if (number != null && arrivals.commits.onHead().get(commit) && number.find()) {
        arrivals.numbered.putIfAbsent(number(number), commit);
      }
    }
    return arrivals;
  }

  private static int number(Matcher matcher) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(matcher::group)
        .filter(group -> group != null)
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(0);
  }

  private static List<String> named(ChangeRequest change) {
    List<String> named =
        new ArrayList<>(change.commits().stream().map(CommitRef::revision).toList());
    String merged = change.mergeRevision();
    if (merged != null) {
      named.add(merged);
    }
    return named;
  }

  /** The commits of the change that say what it touched; none where none is known. */
  int[] of(ChangeRequest change) {
    int[] found = landed.claim(named(change));
    if (found.length == 0 && change.number() > 0) {
      Integer commit = numbered.get(change.number());
      found = commit == null ? found : new int[] {commit};
    }
    int[] plain = IntStream.of(found).filter(commit -> !commits.isMerge(commit)).toArray();
    return plain.length > 0
        ? plain
        : IntStream.of(found).flatMap(this::brought).distinct().toArray();
  }

  /** What is reached from the other parents of a merge, and not from its first. */
  private IntStream brought(int merge) {
    PriorityQueue<Integer> waiting = new PriorityQueue<>((a, b) -> Integer.compare(b, a));
    BitSet old = new BitSet();
    BitSet fresh = new BitSet();
    int first = commits.parentStart()[merge];
    old.set(commits.parents()[first]);
    waiting.add(commits.parents()[first]);
    for (int i = first + 1; i < commits.parentStart()[merge + 1]; i++) {
      fresh.set(commits.parents()[i]);
      waiting.add(commits.parents()[i]);
    }
    List<Integer> found = new ArrayList<>();
    int left = fresh.cardinality();
    for (int last = -1; left > 0 && found.size() < MOST && !waiting.isEmpty(); ) {
      int commit = waiting.remove();
      if (commit == last) {
        continue;
      }
      last = commit;
      boolean isOld = old.get(commit);
      left -= fresh.get(commit) ? 1 : 0;
      if (!isOld) {
        found.add(commit);
      }
      for (int i = commits.parentStart()[commit]; i < commits.parentStart()[commit + 1]; i++) {
        int parent = commits.parents()[i];
        if (isOld) {
          old.set(parent);
        } else if (!fresh.get(parent)) {
          fresh.set(parent);
          left++;
        }
        waiting.add(parent);
      }
    }
    return found.stream().mapToInt(Integer::intValue);
  }

  /** Lines that the commits added and deleted; −1 where unknown. */
  int lines(int... of) {
    Integer lines = landed.lines(of);
    return lines == null ? -1 : lines;
  }
}
