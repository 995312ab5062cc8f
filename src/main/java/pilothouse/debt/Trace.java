package pilothouse.debt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pilothouse.evidence.Changes;
import pilothouse.evidence.History;

/** Where the paths of one repository led to, under all names that its files ever had. */
final class Trace {
  private final Set<String> folders = new HashSet<>();
  private final Set<String> here = new HashSet<>();
  private final Map<Integer, String> today = new HashMap<>();
  private final TreeMap<String, Integer> ever = new TreeMap<>();

  private Trace() {}

  static Trace of(History history) {
    Trace trace = new Trace();
    for (int i = 0; i < history.files().size(); i++) {
      String path = history.paths()[history.files().path()[i]];
      trace.here.add(path);
      trace.today.put(history.files().file()[i], path);
      for (int at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
        if (!trace.folders.add(path.substring(0, at))) {
          break;
        }
      }
    }
    Changes changes = history.changes();
    for (int row = 0; row < changes.size(); row++) {
      trace.ever.put(history.paths()[changes.path()[row]], changes.file()[row]);
    }
    return trace;
  }

  Found find(Spot spot) {
    String path = spot.path();
    if (path.isEmpty() || here.contains(path) || folders.contains(path)) {
      return new Found(spot, Fate.HERE, path);
    }
    Integer file = ever.get(path);
    if (file != null) {
      String now = today.get(file);
      return now == null ? new Found(spot, Fate.GONE, path) : new Found(spot, Fate.MOVED, now);
    }
    return folder(spot);
  }

  /** A folder went where most of its files went. */
  private Found folder(Spot spot) {
    String path = spot.path();
    Map<String, Integer> targets = new TreeMap<>();
    Map<String, Integer> inside = ever.subMap(path + "/", path + "0");
    inside.forEach((old, file) -> {
      String now = today.get(file);
      String rest = old.substring(path.length());
      if (now != null && now.endsWith(rest) && now.length() > rest.length()) {
        targets.merge(now.substring(0, now.length() - rest.length()), 1, Integer::sum);
      }
    });
    return targets.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> new Found(spot, Fate.MOVED, most.getKey()))
        .orElse(new Found(spot, inside.isEmpty() ? Fate.UNKNOWN : Fate.GONE, path));
  }
}
