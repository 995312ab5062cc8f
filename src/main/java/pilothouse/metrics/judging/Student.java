package pilothouse.metrics.judging;

/** Tails of Student's t and of Fisher's F, by the continued fraction of the incomplete beta. */
final class Student {
  private static final double TINY = 1e-300;

  private Student() {}

  /** The chance of |t| or more under so many degrees of freedom, both sides together. */
  static double tails(double t, double freedom) {
    return beta(freedom / 2, 0.5, freedom / (freedom + t * t));
  }

  /** The chance of F or more. */
  static double above(double f, double upper, double lower) {
    return f <= 0 ? 1 : beta(lower / 2, upper / 2, lower / (lower + upper * f));
  }

  /** The t that both tails together pass with this chance. */
  static double bound(double tails, double freedom) {
    double low = 0;
    double high = 1;
    while (tails(high, freedom) > tails && high < 1e9) {
      high *= 2;
    }
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (tails(middle, freedom) > tails) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The regularised incomplete beta function. */
  static double beta(double a, double b, double x) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(a, b, x) / a
        : 1 - front * fraction(b, a, 1 - x) / b;
  }

  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / away(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m < 400; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < 1e-12) {
        break;
      }
    }
    return value;
  }

  private static double away(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** Stirling's series, from ten on; what is smaller is led there by Γ(x + 1) = x·Γ(x). */
  private static double logGamma(double x) {
    double shift = 0;
    double at = x;
    for (; at < 10; at++) {
      shift += Math.log(at);
    }
    double inverse = 1 / (at * at);
    double series = (1.0 / 12 - inverse * (1.0 / 360 - inverse / 1260)) / at;
    return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift;
  }
}
