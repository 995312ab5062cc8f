package pilothouse.git;

import java.util.ArrayList;
import java.util.List;

/** The markers of files as columns, with the commits that wrote their lines last. */
final class MarkerColumns {
  final int[] start;
  final IntList line = new IntList();
  final IntList commit = new IntList();
  final List<String> text = new ArrayList<>();

  MarkerColumns(int files) {
    start = new int[files + 1];
  }

  void add(int file, List<HeadTexts.Marker> markers, int[] commits) {
    for (HeadTexts.Marker marker : markers) {
      line.add(marker.line());
      boolean told = marker.line() <= commits.length;
      commit.add(told ? commits[marker.line() - 1] : LineHistory.UNTOLD);
      text.add(marker.text());
    }
    start[file + 1] = line.size();
  }
}
