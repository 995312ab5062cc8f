package pilothouse.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which added file is a deleted one under a new name: equal contents first, then the best
 * pair with more than half of its lines shared, measured against the longer file.
 */
final class Renames {
  /** A commit with more pairs than this only has files of the same name compared. */
  private static final long MOST_PAIRS = 4_096;

  private static final long EMPTY_SHA1 = 0xe69de29bb2d1d643L;
  private static final double HALF = 0.5;

  private final RowTable table;
  private final Pairs pairs;
  private final PathTable paths;
  private final List<Candidate> candidates = new ArrayList<>();
  private int crowded;

  /** An old row and a new one that may be the same file. */
  private record Candidate(int commit, int old, int fresh, int pair, boolean sameName) {}

  Renames(RowTable table, Pairs pairs, PathTable paths) {
    this.table = table;
    this.pairs = pairs;
    this.paths = paths;
  }

  /** How many commits had too many candidates to compare them all. */
  int crowded() {
    return crowded;
  }

  /** Pairs equal contents of a commit, and asks for the comparisons that the rest needs. */
  void propose(int commit) {
    List<Integer> gone = rows(commit, 'D');
    List<Integer> come = gone.isEmpty() ? List.of() : rows(commit, 'A');
    if (gone.isEmpty() || come.isEmpty()) {
      return;
    }
    pairEqual(gone, come);
    if ((long) gone.size() * come.size() <= MOST_PAIRS) {
      come.forEach(fresh -> gone.forEach(old -> ask(commit, old, fresh)));
    } else {
      crowded++;
      proposeNamesakes(commit, gone, come);
    }
  }

  private void proposeNamesakes(int commit, List<Integer> gone, List<Integer> come) {
    Map<String, List<Integer>> byName = new HashMap<>();
    for (int old : gone) {
      byName.computeIfAbsent(name(old), name -> new ArrayList<>()).add(old);
    }
    long asked = 0;
    for (int fresh : come) {
      List<Integer> namesakes = byName.getOrDefault(name(fresh), List.of());
      for (int i = 0; i < namesakes.size() && asked < MOST_PAIRS; i++) {
        ask(commit, namesakes.get(i), fresh);
        asked++;
      }
    }
  }

  private String name(int row) {
    return new String(paths.name(table.rows.path[row]), StandardCharsets.ISO_8859_1);
  }

  private void ask(int commit, int old, int fresh) {
    int before = pairs.blob(table.rows.oldPlace[old]);
    int after = pairs.blob(table.rows.newPlace[fresh]);
    int pair = pairs.pair(before, after, true);
    candidates.add(new Candidate(commit, old, fresh, pair, sameName(old, fresh)));
  }

  private List<Integer> rows(int commit, char kind) {
    List<Integer> found = new ArrayList<>();
    RowBuffer rows = table.rows;
    for (int row = table.start[commit]; row < table.start[commit + 1]; row++) {
      long place = kind == 'D' ? rows.oldPlace[row] : rows.newPlace[row];
      long blob = kind == 'D' ? rows.oldBlob[row] : rows.newBlob[row];
      if (rows.kind[row] == kind && place >= 0 && blob != EMPTY_SHA1) {
        found.add(row);
      }
    }
    return found;
  }

  /** Takes pairs of equal contents out of both lists, those of the same name first. */
  private void pairEqual(List<Integer> gone, List<Integer> come) {
    LongIntMap byContent = new LongIntMap(gone.size());
    List<List<Integer>> groups = new ArrayList<>();
    for (int old : gone) {
      if (byContent.putIfAbsent(table.rows.oldPlace[old], groups.size()) < 0) {
        groups.add(new ArrayList<>());
      }
      groups.get(byContent.get(table.rows.oldPlace[old])).add(old);
    }
    for (boolean named : new boolean[] {true, false}) {
      for (int fresh : come) {
        int group = byContent.get(table.rows.newPlace[fresh]);
        if (group >= 0 && table.from[fresh] < 0) {
          groups.get(group).stream()
              .filter(old -> table.movedTo[old] < 0 && (!named || sameName(old, fresh)))
              .findFirst()
              .ifPresent(old -> moved(old, fresh));
        }
      }
    }
    gone.removeIf(old -> table.movedTo[old] >= 0);
    come.removeIf(fresh -> table.from[fresh] >= 0);
  }

  private boolean sameName(int old, int fresh) {
    return Arrays.equals(paths.name(table.rows.path[old]), paths.name(table.rows.path[fresh]));
  }

  private void moved(int old, int fresh) {
    table.movedTo[old] = fresh;
    table.from[fresh] = old;
  }

  /** Chooses among the compared candidates, and counts each renamed file by its edits. */
  void decide() {
    candidates.stream()
        .filter(candidate -> alike(candidate) > HALF)
        .sorted(
            Comparator.comparingInt(Candidate::commit)
                .thenComparing(Comparator.comparingDouble(this::alike).reversed())
                .thenComparing(candidate -> !candidate.sameName)
                .thenComparingInt(Candidate::old)
                .thenComparingInt(Candidate::fresh))
        .forEach(candidate -> {
          if (table.movedTo[candidate.old] < 0 && table.from[candidate.fresh] < 0) {
            moved(candidate.old, candidate.fresh);
          }
        });
    candidates.clear();
    for (int row = 0; row < table.size(); row++) {
      if (table.isNew(row) && table.from[row] >= 0) {
        edit(table.from[row], row);
      }
    }
  }

  private double alike(Candidate candidate) {
    int longer =
        Math.max(pairs.lines[pairs.old(candidate.pair)], pairs.lines[pairs.fresh(candidate.pair)]);
    return longer <= 0 ? 0 : (double) pairs.staying[candidate.pair] / longer;
  }

  private void edit(int old, int fresh) {
    long before = table.rows.oldPlace[old];
    long after = table.rows.newPlace[fresh];
    boolean counted = table.added[fresh] >= 0 && table.deleted[old] >= 0;
    table.editedDeleted[old] = counted ? 0 : table.deleted[old];
    table.editedAdded[old] = counted ? 0 : table.added[old];
    if (!counted) {
      return;
    }
    int common = before == after ? table.added[fresh] : pairs.common[pairs.find(before, after)];
    table.editedAdded[fresh] = table.added[fresh] - common;
    table.editedDeleted[fresh] = table.deleted[old] - common;
  }
}
