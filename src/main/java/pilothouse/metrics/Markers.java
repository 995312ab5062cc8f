package pilothouse.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pilothouse.evidence.Files;

/** Markers of the slice, oldest first; those that nobody can date stand last. */
record Markers(List<Marker> all, int generated) {
  static Markers of(Slice slice) {
    Files files = slice.history.files();
    List<Marker> markers = new ArrayList<>();
    int generated = 0;
    for (int row = 0; row < files.size(); row++) {
      int path = files.path()[row];
      for (int m = files.markerStart()[row]; m < files.markerStart()[row + 1]; m++) {
        if (!slice.paths().inScope(path)) {
          break;
        }
        if (slice.paths().isGenerated(path)) {
          generated++;
          continue;
        }
        int commit = files.markerCommit()[m];
        Instant written =
            commit < 0 ? null : Instant.ofEpochSecond(slice.commits().authoredAt()[commit]);
        markers.add(
            new Marker(
                slice.history.paths()[path],
                files.markerLine()[m],
                files.markerText()[m],
                written,
                commit < 0 ? "" : slice.commits().id(commit)));
      }
    }
    markers.sort(
        Comparator.comparing(Marker::written, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Marker::path)
            .thenComparingInt(Marker::line));
    return new Markers(markers, generated);
  }

  List<Marker> dated() {
    return all.stream().filter(marker -> marker.written() != null).toList();
  }
}
