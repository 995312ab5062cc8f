package pilothouse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import pilothouse.evidence.work.Touched;

/**
 * Who answers for the changes of repositories: the team of the systems that live there; where there
 * are several, the one whose folders hold most of what a change touched.
 *
 * @param teams of each system, as a scope: {@code team:harbour}
 * @param folders of each system; empty for all of its repository
 */
record Answering(Map<String, String> teams, Map<String, String> folders) {
  Answering {
    teams = Map.copyOf(teams);
    folders = Map.copyOf(folders);
  }

  /** One for each change of the repository. */
  String[] of(Touched touched) {
    TreeSet<String> here = new TreeSet<>();
    touched.systems().forEach(system -> here.add(teams.getOrDefault(system, "")));
    here.remove("");
    String all = here.isEmpty() ? "repository:" + touched.repository() : String.join("+", here);
    String[] found = new String[touched.size()];
    Arrays.fill(found, all);
    if (here.size() > 1) {
      String[] byName = byName(touched);
      Arrays.setAll(found, change -> most(touched, change, byName, all));
    }
    return found;
  }

  /** The team whose folder holds each name, the longest one; empty where none does. */
  private String[] byName(Touched touched) {
    List<String> systems = new ArrayList<>(touched.systems());
    systems.removeIf(system -> !teams.containsKey(system) || folder(system).isEmpty());
    systems.sort(
        Comparator.<String>comparingInt(system -> -folder(system).length())
            .thenComparing(Comparator.naturalOrder()));
    return Arrays.stream(touched.path())
        .map(path ->
            systems.stream()
                .filter(system -> (path + "/").startsWith(folder(system) + "/"))
                .map(system -> teams.getOrDefault(system, ""))
                .findFirst()
                .orElse(""))
        .toArray(String[]::new);
  }

  private String folder(String system) {
    return folders.getOrDefault(system, "");
  }

  private static String most(Touched touched, int change, String[] byName, String all) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = touched.start()[change]; i < touched.start()[change + 1]; i++) {
      counts.merge(byName[touched.touched()[i]], 1, Integer::sum);
    }
    counts.remove("");
    return new TreeMap<>(counts)
        .entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(all);
  }
}
