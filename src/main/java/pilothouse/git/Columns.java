package pilothouse.git;

import java.util.Arrays;

/** Gives paths their final numbers, by first appearance in rows, then in the head's files. */
final class Columns {
  private final Graph graph;
  private final RowTable table;
  private final int[] numbers;
  private final byte[][] texts;

  Columns(Graph graph, RowTable table, PathTable paths, HeadWork files) {
    this.graph = graph;
    this.table = table;
    numbers = new int[paths.size()];
    Arrays.fill(numbers, -1);
    IntList order = new IntList();
    for (int row = 0; row < table.size(); row++) {
      number(table.rows.path[row], order);
    }
    for (int file = 0; file < files.size(); file++) {
      number(files.path(file), order);
    }
    texts = Arrays.stream(order.toArray()).mapToObj(paths::full).toArray(byte[][]::new);
  }

  private void number(int path, IntList order) {
    if (numbers[path] < 0) {
      numbers[path] = order.size();
      order.add(path);
    }
  }

  /** The final number of a path. */
  int path(int tablePath) {
    return numbers[tablePath];
  }

  /** The rows as they stand now; a copy. */
  Rows rows() {
    int size = table.size();
    int[] path = new int[size];
    for (int row = 0; row < size; row++) {
      path[row] = numbers[table.rows.path[row]];
    }
    return new Rows(
        Arrays.copyOf(table.start, graph.size() + 1),
        path,
        Arrays.copyOf(table.rows.kind, size),
        table.added.clone(),
        table.deleted.clone(),
        Arrays.copyOf(table.rows.oldBlob, size),
        Arrays.copyOf(table.rows.newBlob, size),
        table.from.clone(),
        table.movedTo.clone(),
        table.editedAdded.clone(),
        table.editedDeleted.clone(),
        texts);
  }
}
