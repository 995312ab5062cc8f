package pilothouse.evidence.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Files;
import pilothouse.evidence.History;

/** What the files of a history were called: each path for each file that had it. */
final class FileNames {
  private final History history;
  private final Map<Long, Integer> known = new HashMap<>();
  private final List<String> paths = new ArrayList<>();
  private final List<Integer> files = new ArrayList<>();

  /** The name of each row of changes. */
  private final int[] ofRow;

  private final int[] presentOf;

  private FileNames(History history) {
    this.history = history;
    this.ofRow = new int[history.changes().size()];
    this.presentOf = new int[history.changes().fileCount()];
  }

  static FileNames of(History history) {
    FileNames names = new FileNames(history);
    Arrays.fill(names.presentOf, -1);
    Files head = history.files();
    for (int i = 0; i < head.size(); i++) {
      if (head.file()[i] >= 0 && head.file()[i] < names.presentOf.length) {
        names.presentOf[head.file()[i]] = names.name(head.path()[i], head.file()[i]);
      }
    }
    Changes changes = history.changes();
    Arrays.setAll(names.ofRow, row -> names.name(changes.path()[row], changes.file()[row]));
    return names;
  }

  private int name(int path, int file) {
    return known.computeIfAbsent(
        (long) path << 32 | file,
        key -> {
          paths.add(history.paths()[path]);
          files.add(file);
          return paths.size() - 1;
        });
  }

  /** The name that a row of changes speaks of. */
  int ofRow(int row) {
    return ofRow[row];
  }

  String[] paths() {
    return paths.toArray(String[]::new);
  }

  /** For each name what the same file is called now, or −1. */
  int[] now() {
    return files.stream()
        .mapToInt(file -> file < 0 || file >= presentOf.length ? -1 : presentOf[file])
        .toArray();
  }
}
