package pilothouse.metrics;

/** How many of n tries succeed. */
final class Binomial {
  private static final double TAIL = 0.025;

  private Binomial() {}

  /** The least k with P(at most k of n) ≥ chance. */
  static int quantile(int n, double p, double chance) {
    double spread = Math.sqrt(n * p * (1 - p));
    int k = Math.max(0, (int) (n * p - 9 * spread - 9));
    double odds = p / (1 - p);
    double at =
        Math.exp(
            logFactorial(n)
                - logFactorial(k)
                - logFactorial(n - k)
                + k * Math.log(p)
                + (n - k) * Math.log1p(-p));
    double sum = at;
    while (sum < chance && k < n) {
      at *= (double) (n - k) / (k + 1) * odds;
      k++;
      sum += at;
    }
    return k;
  }

  /** How many values a quantile needs for an end on a side that holds this share of them. */
  static int needed(double share) {
    return (int) Math.ceil(Math.log(TAIL) / Math.log1p(-share));
  }

  /** ln n!, by Stirling's series from 20 on. */
  static double logFactorial(long n) {
    if (n < 20) {
      double product = 1;
      for (long i = 2; i <= n; i++) {
        product *= i;
      }
      return Math.log(product);
    }
    double x = n;
    double series = (1 - (1 - 2 / (7 * x * x)) / (30 * x * x)) / (12 * x);
    return (x + 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
  }
}
