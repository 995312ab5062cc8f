package pilothouse.metrics;

/** Which means of a Poisson count are not at odds with so many events. */
final class Poisson {
  private static final int HALVINGS = 80;

  private Poisson() {}

  /** The mean under which so many or more have the chance {@code tail}; 0 for no events. */
  static double low(long events, double tail) {
    if (events == 0) {
      return 0;
    }
    double below = 0;
    double above = events;
    for (int i = 0; i < HALVINGS; i++) {
      double mean = (below + above) / 2;
      if (atLeast(events, mean) < tail) {
        below = mean;
      } else {
        above = mean;
      }
    }
    return above;
  }

  /** The mean under which so many or fewer have the chance {@code tail}. */
  static double high(long events, double tail) {
    double below = events;
    double above = events + 12 * Math.sqrt(events + 1.0) + 12;
    for (int i = 0; i < HALVINGS; i++) {
      double mean = (below + above) / 2;
      if (atMost(events, mean) > tail) {
        below = mean;
      } else {
        above = mean;
      }
    }
    return below;
  }

  private static double one(long events, double mean) {
    return mean == 0
        ? events == 0 ? 1 : 0
        : Math.exp(events * Math.log(mean) - mean - Binomial.logFactorial(events));
  }

  /** For means up to the events: each further term is smaller. */
  private static double atLeast(long events, double mean) {
    double term = one(events, mean);
    double sum = 0;
    for (long k = events; term > sum * 1e-16 && term > 0; k++) {
      sum += term;
      term *= mean / (k + 1);
    }
    return sum;
  }

  /** For means from the events on: each further term is smaller. */
  private static double atMost(long events, double mean) {
    double term = one(events, mean);
    double sum = 0;
    for (long k = events; k >= 0 && term > sum * 1e-16; k--) {
      sum += term;
      term *= k / mean;
    }
    return sum;
  }
}
