package pilothouse.git;

/** Who wrote the lines of files last, as columns of runs of lines. */
final class RunColumns {
  final int[] start;
  final IntList commit = new IntList();
  final IntList lines = new IntList();

  RunColumns(int files) {
    start = new int[files + 1];
  }

  void add(int file, int[] commits) {
    int line = 0;
    while (line < commits.length) {
      int end = line + 1;
      while (end < commits.length && commits[end] == commits[line]) {
        end++;
      }
      commit.add(commits[line]);
      lines.add(end - line);
      line = end;
    }
    start[file + 1] = commit.size();
  }
}
