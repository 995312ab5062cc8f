package pilothouse.debt.interest;

/**
 * What a stratum holds without an item's touches, by rank: nothing is copied.
 *
 * @param ranks of the touches in the stratum, the least first
 */
record Others(Frame frame, int stratum, int[] ranks) {

  int size() {
    return frame.size(stratum) - ranks.length;
  }

  /** The hours of the so-and-so-many-th, from 0. */
  double at(int place) {
    int low = 0;
    int high = ranks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean isAfter = ranks[middle] - middle > place;
      low = isAfter ? low : middle + 1;
      high = isAfter ? middle : high;
    }
    return frame.hours()[frame.start()[stratum] + place + low];
  }

  double median() {
    int size = size();
    return (at((size - 1) / 2) + at(size / 2)) / 2;
  }

  /** The hours of the change of that rank in the stratum. */
  double hours(int rank) {
    return frame.hours()[frame.start()[stratum] + rank];
  }
}
