package pilothouse.git;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks from the tips to the roots and gathers every commit on the way. */
final class GraphReader {
  private final Objects objects;
  private final ObjectReader reader;
  private final Amendments amendments;
  private final Gone gone;
  private final Progress progress;
  private final boolean amended;
  private final @Nullable Known known;

  private final LongIntMap numbers = new LongIntMap(1 << 14);
  private final List<@Nullable Commit> commits = new ArrayList<>();
  private final Deque<byte[]> open = new ArrayDeque<>();

  GraphReader(
      Objects objects,
      ObjectReader reader,
      Amendments amendments,
      @Nullable Scan previous,
      Gone gone,
      Progress progress) {
    this.objects = objects;
    this.reader = reader;
    this.amendments = amendments;
    this.gone = gone;
    this.progress = progress;
    this.known = previous == null ? null : new Known(previous.graph());
    amended = !amendments.shallow().isEmpty() || !amendments.grafts().isEmpty();
  }

  /**
   * Gathers all commits that the tips lead to.
   *
   * @param head id of the head commit, or null
   * @param tips ids of other commits to start from
   */
  GraphOrder.Walked read(byte @Nullable [] head, List<byte[]> tips) {
    if (head != null) {
      open.push(head);
      follow();
      if (numbers.get(Bytes.big(head, 0)) < 0 || commits.getFirst() == null) {
        throw new GitTrouble(
            "The head commit "
                + HexFormat.of().formatHex(head)
                + " cannot be read: run `git fsck`, or clone the repository again.");
      }
    }
    for (byte[] tip : tips) {
      open.push(tip);
      follow();
    }
    List<Commit> found = new ArrayList<>(commits.size());
    for (Commit commit : commits) {
      if (commit != null) {
        found.add(commit);
      }
    }
    return GraphOrder.of(found, head, objects.width());
  }

  private void follow() {
    while (!open.isEmpty()) {
      byte[] id = open.pop();
      if (numbers.putIfAbsent(Bytes.big(id, 0), commits.size()) >= 0) {
        continue;
      }
      Commit commit = commit(id);
      commits.add(commit);
      if (commit != null) {
        for (byte[] parent : commit.parents()) {
          if (numbers.get(Bytes.big(parent, 0)) < 0) {
            open.push(parent);
          }
        }
      }
      if ((commits.size() & 1023) == 0) {
        progress.step(Progress.Phase.COMMITS, commits.size(), 0);
      }
    }
  }

  private @Nullable Commit commit(byte[] id) {
    Commit there = known == null ? null : known.commit(id);
    if (there != null) {
      return there;
    }
    long place = objects.find(id, 0);
    if (place != Objects.MISSING) {
      try {
        Whole.Content content = reader.read(place);
        return amend(Commit.parse(id, content.bytes(), content.size()));
      } catch (Damage broken) {
        gone.add(id, 0, id.length);
        return null;
      }
    }
    gone.add(id, 0, id.length);
    return null;
  }

  private Commit amend(Commit commit) {
    if (!amended) {
      return commit;
    }
    String hex = HexFormat.of().formatHex(commit.id());
    Set<String> shallow = amendments.shallow();
    List<String> grafted = shallow.contains(hex) ? List.of() : amendments.grafts().get(hex);
    return grafted == null
        ? commit
        : commit.withParents(grafted.stream().map(HexFormat.of()::parseHex).toList());
  }

  /** Commits of the scan before, so that they need not be read again. */
  private static final class Known {
    private final Graph graph;
    private final LongIntMap numbers;

    Known(Graph graph) {
      this.graph = graph;
      numbers = new LongIntMap(graph.size());
      for (int commit = 0; commit < graph.size(); commit++) {
        numbers.put(Bytes.big(graph.ids(), commit * graph.idWidth()), commit);
      }
    }

    @Nullable Commit commit(byte[] id) {
      int number = numbers.get(Bytes.big(id, 0));
      int at = number * graph.idWidth();
      if (number < 0
          || !Arrays.equals(graph.ids(), at, at + graph.idWidth(), id, 0, graph.idWidth())) {
        return null;
      }
      return Commit.of(graph, number);
    }
  }
}
