package pilothouse.metrics.judging;

/** A straight line through equally spaced points, by least squares. */
record Line(double middle, double slope, int points) {

  static Line of(double[] values) {
    int n = values.length;
    double mean = 0;
    for (double value : values) {
      mean += value / n;
    }
    double with = 0;
    for (int i = 0; i < n; i++) {
      with += (i - (n - 1) / 2.0) * (values[i] - mean);
    }
    return new Line(mean, n < 2 ? 0 : with / spread(n), n);
  }

  /** Σ(t − t̄)² of so many steps. */
  static double spread(int n) {
    return n * ((double) n * n - 1) / 12;
  }

  double at(double step) {
    return middle + slope * (step - (points - 1) / 2.0);
  }

  /** What the line leaves over of the values it was drawn through. */
  double[] rest(double[] values) {
    double[] rest = new double[values.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = values[i] - at(i);
    }
    return rest;
  }
}
