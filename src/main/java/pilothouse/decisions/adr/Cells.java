package pilothouse.decisions.adr;

import java.util.ArrayList;
import java.util.List;

/** The cells of a row of a table, as bytes without blanks and bars. */
final class Cells {
  private static final int MOST = 20;

  private Cells() {}

  static List<int[]> of(Lines lines, int line) {
    int at = lines.ink(line);
    int to = lines.to(line);
    if (at >= to || lines.at(at) != '|') {
      return List.of();
    }
    List<int[]> cells = new ArrayList<>();
    int from = at + 1;
    for (int i = from; i < to && cells.size() < MOST; i++) {
      if (lines.at(i) == '|' && lines.at(i - 1) != '\\') {
        cells.add(trimmed(lines, from, i));
        from = i + 1;
      }
    }
    if (from < to && cells.size() < MOST) {
      cells.add(trimmed(lines, from, to));
    }
    return cells;
  }

  private static int[] trimmed(Lines lines, int from, int to) {
    int begin = from;
    int end = to;
    while (begin < end && lines.at(begin) == ' ') {
      begin++;
    }
    while (end > begin && lines.at(end - 1) == ' ') {
      end--;
    }
    return new int[] {begin, end};
  }
}
