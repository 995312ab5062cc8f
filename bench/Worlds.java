import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import pilothouse.metrics.judging.Dated;

/** Series of which it is known whether they moved, and by how much. */
enum Worlds {
  INDEPENDENT("independent, normal"),
  SKEWED("independent, long tail (lognormal)"),
  COUNTS("counts, 3 in the mean"),
  SPARSE("sparse: counts, 0.15 in the mean"),
  SEASON("weekly season, weekends 4σ lower"),
  ALIKE_3("autocorrelated 0.3"),
  ALIKE_6("autocorrelated 0.6"),
  ALIKE_8("autocorrelated 0.8"),
  SEASON_ALIKE("weekly season and autocorrelated 0.4"),
  YEAR("yearly season, from −1.5σ to 1.5σ"),
  TREND("on its way before: 0.1σ a point"),
  MOVED("moved by 3σ once, 30 points before"),
  WANDER("wanders: each point from the one before");

  static final LocalDate EFFECT = LocalDate.of(2026, 3, 2);
  final String says;

  Worlds(String says) {
    this.says = says;
  }

  /** How a shift comes about. */
  enum Shift {
    STEP,
    SLOPE;

    String says(double size) {
      return this == STEP
          ? "A step of %.0fσ".formatted(size)
          : "A slope from the effect on, to %.0fσ at the end".formatted(2 * size);
    }
  }

  /**
   * A series.
   *
   * @param step days from a point to the next
   * @param size of the shift, in standard deviations of the noise; a slope reaches twice of it at
   *     the end, so that both move the mean alike
   */
  List<Dated> series(
      SplittableRandom dice, int before, int after, int step, double size, Shift shift) {
    double memory =
        switch (this) {
          case ALIKE_3 -> 0.3;
          case ALIKE_6 -> 0.6;
          case ALIKE_8 -> 0.8;
          case SEASON_ALIKE -> 0.4;
          case WANDER -> 1;
          default -> 0;
        };
    double phase = this == YEAR ? 2 * Math.PI * dice.nextDouble() : 0;
    double last = memory < 1 ? dice.nextGaussian() : 0;
    List<Dated> points = new ArrayList<>(before + after);
    for (int i = 0; i < before + after; i++) {
      LocalDate day = EFFECT.plusDays((long) (i - before) * step);
      double fresh = dice.nextGaussian();
      last = memory < 1 ? memory * last + Math.sqrt(1 - memory * memory) * fresh : last + fresh;
      double moved =
          i < before ? 0 : shift == Shift.STEP ? size : size * 2 * (i - before + 0.5) / after;
      points.add(new Dated(day, value(dice, last + season(day, phase), i - before, day, moved)));
    }
    return points;
  }

  /** What comes back every year, at its height at some time of it. */
  private double season(LocalDate day, double phase) {
    return this == YEAR ? 1.5 * Math.sin(2 * Math.PI * day.toEpochDay() / 365.25 + phase) : 0;
  }

  private double value(SplittableRandom dice, double noise, int at, LocalDate day, double moved) {
    boolean weekend = day.getDayOfWeek().getValue() > 5;
    return switch (this) {
      case SKEWED -> Math.exp(0.6 * noise) + moved * 0.79;
      case COUNTS -> poisson(dice, Math.max(0.05, 3 + moved * Math.sqrt(3)));
      case SPARSE -> poisson(dice, Math.max(0, 0.15 + moved * Math.sqrt(0.15)));
      case SEASON, SEASON_ALIKE -> noise + moved - (weekend ? 4 : 0);
      case MOVED -> noise + moved + (at >= -30 ? 3 : 0);
      case TREND -> noise + moved + 0.1 * at;
      default -> noise + moved;
    };
  }

  private static double poisson(SplittableRandom dice, double mean) {
    double left = Math.exp(-mean);
    int count = 0;
    for (double product = dice.nextDouble(); product > left; product *= dice.nextDouble()) {
      count++;
    }
    return count;
  }
}
