package pilothouse.views;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.History;

/** The folders of the head's tree that a scope may name, those with most files first. */
final class Folders {
  private static final int MOST = 150;
  private static final int DEEPEST = 3;

  private Folders() {}

  /** The first path of the head's tree that does not stand before the one asked for, or empty. */
  static String at(History history, String path) {
    int low = 0;
    int high = history.files().size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (history.paths()[history.files().path()[middle]].compareTo(path) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == history.files().size() ? "" : history.paths()[history.files().path()[low]];
  }

  static List<String> of(History history) {
    Map<String, Integer> files = new HashMap<>();
    for (int index : history.files().path()) {
      String path = history.paths()[index];
      int slash = path.indexOf('/');
      for (int depth = 0; slash > 0 && depth < DEEPEST; depth++) {
        files.merge(path.substring(0, slash), 1, Integer::sum);
        slash = path.indexOf('/', slash + 1);
      }
    }
    List<String> folders = new ArrayList<>(files.keySet());
    folders.sort(
        Comparator.<String>comparingInt(folder -> -files.getOrDefault(folder, 0))
            .thenComparing(Comparator.naturalOrder()));
    return folders.subList(0, Math.min(MOST, folders.size())).stream().sorted().toList();
  }
}
