package pilothouse.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pilothouse.text.Say;

/** Sorts spans into classes that double or so: an hour, a day, a week, a month, a year. */
final class Histogram {
  private static final double DAY = 86_400;
  private static final double[] EDGES = {
    3_600, DAY, 2 * DAY, 4 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 60 * DAY, 90 * DAY, 180 * DAY,
    365 * DAY
  };
  private static final String[] LABELS = {
    "< 1 h", "< 1 d", "< 2 d", "< 4 d", "< 1 wk", "< 2 wk", "< 30 d", "< 60 d", "< 90 d", "< 180 d",
    "< 1 y", "≥ 1 y"
  };

  private Histogram() {}

  static List<Bar> of(long[] seconds) {
    int[] counts = new int[LABELS.length];
    for (double span : seconds) {
      int at = Arrays.binarySearch(EDGES, span);
      counts[at >= 0 ? at + 1 : -at - 1]++;
    }
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < LABELS.length; i++) {
      bars.add(new Bar(LABELS[i], counts[i], Say.counted(counts[i], "change")));
    }
    return bars;
  }
}
