package pilothouse.metrics.judging;

/**
 * How alike neighbouring points are: the correlation of each with the next, mended for the bias of
 * short series. Where neighbours are alike, many points are worth few.
 *
 * @param next 0 where each stands for itself, up to 0.98
 */
record Memory(double next) {
  static final double MOST = 0.98;

  /**
   * The memory of segments, each around its own line.
   *
   * @param segments consecutive points; a break lies between two
   */
  static Memory of(double[]... segments) {
    double with = 0;
    double own = 0;
    int points = 0;
    int parameters = 0;
    for (double[] segment : segments) {
      if (segment.length < 4) {
        continue;
      }
      double[] rest = Line.of(segment).rest(segment);
      for (int i = 0; i < rest.length; i++) {
        own += rest[i] * rest[i];
        with += i == 0 ? 0 : rest[i] * rest[i - 1];
      }
      points += segment.length;
      parameters++;
    }
    if (own <= 0 || points < 8) {
      return new Memory(0);
    }
    double raw = with / own;
    double mended = raw + (2 + 4 * raw) * parameters / points;
    return new Memory(
        Math.clamp(mended + 0.5 * Math.sqrt(Math.max(0, 1 - mended * mended) / points), 0, MOST));
  }

  /** By how much the variance of a mean of so many points grows. */
  double swells(int points) {
    double sum = 1;
    double power = 1;
    for (int k = 1; k < points && power > 1e-9; k++) {
      power *= next;
      sum += 2 * (1 - (double) k / points) * power;
    }
    return sum;
  }

  /** How many points that stand for themselves so many are worth. */
  double worth(int points) {
    return points / swells(points);
  }
}
