package pilothouse.debt.interest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes columns of rows. */
final class Columns {
  private final Map<String, Integer> repositories = new LinkedHashMap<>();
  private final Map<String, Integer> teams = new LinkedHashMap<>();
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final List<String> paths = new ArrayList<>();
  private final List<Integer> repositoryOf = new ArrayList<>();

  static Merged of(List<Change> changes, List<Change.Renamed> renamed) {
    return new Columns().merged(changes, renamed);
  }

  private Merged merged(List<Change> changes, List<Change.Renamed> renamed) {
    int size = changes.size();
    int[] start = new int[size + 1];
    List<Integer> touched = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Change change = changes.get(i);
      for (String path : change.paths()) {
        touched.add(name(change.repository(), path));
      }
      start[i + 1] = touched.size();
    }
    Merged.Names all = names(renamed);
    return new Merged(
        changes.stream().map(Change::key).toArray(String[]::new),
        changes.stream().mapToInt(it -> id(repositories, it.repository())).toArray(),
        changes.stream().mapToInt(it -> id(teams, it.team())).toArray(),
        changes.stream().mapToLong(it -> it.mergedAt().getEpochSecond()).toArray(),
        changes.stream()
            .mapToDouble(it -> Objects.requireNonNullElse(it.hours(), Double.NaN))
            .toArray(),
        changes.stream().mapToInt(it -> Objects.requireNonNullElse(it.lines(), -1)).toArray(),
        start,
        touched.stream().mapToInt(Integer::intValue).toArray(),
        teams.keySet().toArray(String[]::new),
        all);
  }

  private Merged.Names names(List<Change.Renamed> renamed) {
    int[][] pairs = new int[renamed.size()][];
    for (int i = 0; i < pairs.length; i++) {
      Change.Renamed one = renamed.get(i);
      String after = one.now();
      int before = name(one.repository(), one.before());
      pairs[i] = new int[] {before, after == null ? -1 : name(one.repository(), after)};
    }
    int[] now = new int[paths.size()];
    Arrays.setAll(now, i -> i);
    for (int[] pair : pairs) {
      now[pair[0]] = pair[1];
    }
    return new Merged.Names(
        repositories.keySet().toArray(String[]::new),
        repositoryOf.stream().mapToInt(Integer::intValue).toArray(),
        paths.toArray(String[]::new),
        now);
  }

  private int name(String repository, String path) {
    return names.computeIfAbsent(
        repository + "\0" + path,
        key -> {
          repositoryOf.add(id(repositories, repository));
          paths.add(path);
          return paths.size() - 1;
        });
  }

  private static int id(Map<String, Integer> ids, String name) {
    return ids.computeIfAbsent(name, key -> ids.size());
  }
}
