package pilothouse.evidence.tables;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Unfit;

/** One line of a table as slices of characters; used again for each line. */
final class Row {
  char[] chars = new char[0];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int count;
  private long line;
  private @Nullable Unfit trouble;

  /** Begins another line. */
  void begin(long at) {
    line = at;
    count = 0;
    trouble = null;
  }

  void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  /** Moves all slices, because the characters moved. */
  void shift(int by) {
    for (int i = 0; i < count; i++) {
      starts[i] -= by;
      ends[i] -= by;
    }
  }

  /** The line cannot be taken. */
  void spoil(Unfit why) {
    trouble = why;
  }

  /** Why the line cannot be taken; null when it can. */
  @Nullable Unfit trouble() {
    return trouble;
  }

  /** Where it began in the file, from 1. */
  long line() {
    return line;
  }

  int count() {
    return count;
  }

  /** Where a column's characters begin, blanks around them left out. */
  int start(int column) {
    int start = starts[column];
    while (start < ends[column] && chars[start] <= ' ') {
      start++;
    }
    return start;
  }

  /** Where a column's characters end, blanks around them left out. */
  int end(int column) {
    int end = ends[column];
    while (end > starts[column] && chars[end - 1] <= ' ') {
      end--;
    }
    return end;
  }

  /** A column as text, blanks around it left out; empty when the line is too short. */
  String text(int column) {
    if (column >= count) {
      return "";
    }
    int start = start(column);
    return new String(chars, start, Math.max(0, end(column) - start));
  }
}
