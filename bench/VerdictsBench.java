import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import pilothouse.metrics.Series;
import pilothouse.metrics.Xmr;
import pilothouse.metrics.judging.Dated;
import pilothouse.metrics.judging.Expect;
import pilothouse.metrics.judging.Judgement;
import pilothouse.metrics.judging.Judging;
import pilothouse.metrics.judging.Verdict;

/**
 * How often verdicts are wrong, on series of which the truth is known: beside the plain rules of
 * the process behaviour chart and a plain t-test (Welch) of all points before against all after.
 */
final class VerdictsBench {
  private static final long SEED = 20_261_121;

  private record Length(int before, int after, int step) {
    String says() {
      return "%d + %d %s".formatted(before, after, step == 1 ? "days" : "weeks");
    }
  }

  private static final List<Length> WEEKS =
      List.of(new Length(12, 8, 7), new Length(20, 12, 7), new Length(52, 26, 7));
  private static final List<Length> DAYS =
      List.of(new Length(21, 14, 1), new Length(60, 30, 1), new Length(730, 365, 1));

  /** Shares of series: moved up, moved down, and for ours those of which it cannot tell. */
  private record Rates(double up, double down, double cannot) {
    double moved() {
      return up + down;
    }
  }

  private interface Judge {
    /** 1, -1, 0; 9 where it cannot tell. */
    int judge(List<Dated> points);
  }

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    int runs = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
    System.out.printf("%,d series a cell, seed %d; shares in percent.%n%n", runs, SEED);
    System.out.println("Nothing moved: how often each says that it did.%n".formatted());
    System.out.println("| noise | points | ours | plain rules | t-test | ours cannot tell |");
    System.out.println("|---|---|---:|---:|---:|---:|");
    each((world, length) -> still(world, length, runs));
    for (double size : new double[] {1, 2}) {
      for (Worlds.Shift shift :
          size == 1 ? List.of(Worlds.Shift.STEP) : List.of(Worlds.Shift.values())) {
        System.out.printf("%n%s: how often each finds it.%n%n", shift.says(size));
        System.out.println(
            "| noise | points | ours | plain rules | t-test | t-test that alarms as rarely as ours | ours cannot tell |");
        System.out.println("|---|---|---:|---:|---:|---:|---:|");
        each((world, length) -> moved(world, length, runs, size, shift));
      }
    }
    Looks.print(Math.max(1, runs / 4), SEED);
    time();
  }

  private static void each(BiConsumer<Worlds, Length> row) {
    for (Worlds world : Worlds.values()) {
      boolean daily = world == Worlds.SEASON || world == Worlds.SEASON_ALIKE;
      List<Length> lengths = new ArrayList<>(daily ? List.of() : WEEKS);
      if (world == Worlds.YEAR) {
        lengths.add(new Length(104, 26, 7));
      }
      lengths.addAll(daily ? DAYS : List.of(DAYS.get(2)));
      lengths.forEach(length -> row.accept(world, length));
    }
  }

  private static void still(Worlds world, Length length, int runs) {
    List<List<Dated>> all = series(world, length, runs, 0, Worlds.Shift.STEP);
    Rates ours = rates(all, VerdictsBench::ours);
    print(
        world,
        length,
        ours.moved(),
        rates(all, VerdictsBench::plain).moved(),
        rates(all, points -> test(points, 0)).moved(),
        ours.cannot());
  }

  private static void moved(
      Worlds world, Length length, int runs, double size, Worlds.Shift shift) {
    List<List<Dated>> still = series(world, length, runs, 0, shift);
    double rare = rates(still, VerdictsBench::ours).moved();
    double[] sizes =
        still.stream().mapToDouble(points -> Math.abs(t(points)[0])).sorted().toArray();
    double bound = sizes[Math.min(runs - 1, (int) Math.ceil(runs * (1 - rare)))];
    List<List<Dated>> all = series(world, length, runs, size, shift);
    Rates ours = rates(all, VerdictsBench::ours);
    print(
        world,
        length,
        ours.up(),
        rates(all, VerdictsBench::plain).up(),
        rates(all, points -> test(points, 0)).up(),
        rates(all, points -> test(points, bound)).up(),
        ours.cannot());
  }

  private static void print(Worlds world, Length length, double... shares) {
    System.out.printf("| %s | %s |", world.says, length.says());
    for (double share : shares) {
      System.out.printf(" %.1f |", 100 * share);
    }
    System.out.println();
  }

  private static List<List<Dated>> series(
      Worlds world, Length length, int runs, double size, Worlds.Shift shift) {
    SplittableRandom dice = new SplittableRandom(SEED + world.ordinal());
    List<List<Dated>> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      all.add(
          world.series(dice.split(), length.before(), length.after(), length.step(), size, shift));
    }
    return all;
  }

  private static Rates rates(List<List<Dated>> all, Judge judge) {
    int[] counts = new int[3];
    for (List<Dated> points : all) {
      int said = judge.judge(points);
      if (said != 0) {
        counts[said == 1 ? 0 : said == -1 ? 1 : 2]++;
      }
    }
    double n = all.size();
    return new Rates(counts[0] / n, counts[1] / n, counts[2] / n);
  }

  private static int ours(List<Dated> points) {
    Judgement judged = Judging.judge(points, Worlds.EFFECT, Expect.UP, Double::toString);
    return switch (judged.verdict()) {
      case MOVED_BETTER -> 1;
      case MOVED_WORSE -> -1;
      case CANNOT_TELL -> 9;
      default -> 0;
    };
  }

  /**
   * Limits locked on the last 20 points before, and any of the three rules after: the first side
   * that fires.
   */
  private static int plain(List<Dated> points) {
    double[] before = values(points, true);
    double[] base = Arrays.copyOfRange(before, Math.max(0, before.length - 20), before.length);
    Series.Limits limits = Xmr.limits(base, Double.NEGATIVE_INFINITY);
    double[] after = values(points, false);
    for (Series.Signal signal : Xmr.signals(after, limits)) {
      return after[signal.point()] > limits.centre() ? 1 : -1;
    }
    return 0;
  }

  /** Welch's t-test of all before against all after: at 5 %, or at a bound that is given. */
  private static int test(List<Dated> points, double given) {
    double[] t = t(points);
    return Math.abs(t[0]) < (given > 0 ? given : bound(t[1])) ? 0 : t[0] > 0 ? 1 : -1;
  }

  /** The t of all before against all after, and its degrees of freedom. */
  private static double[] t(List<Dated> points) {
    double[] before = values(points, true);
    double[] after = values(points, false);
    double v = variance(before) / before.length;
    double w = variance(after) / after.length;
    if (v + w == 0) {
      return new double[] {0, 10};
    }
    double freedom = (v + w) * (v + w) / (v * v / (before.length - 1) + w * w / (after.length - 1));
    double move =
        Arrays.stream(after).average().orElse(0) - Arrays.stream(before).average().orElse(0);
    return new double[] {move / Math.sqrt(v + w), freedom};
  }

  /** The 97.5 % point of Student's t, by Hill's expansion: right to the third digit from 4 on. */
  private static double bound(double freedom) {
    double z = 1.959963985;
    double z2 = z * z;
    double a = z * (z2 + 1) / 4;
    double b = z * (5 * z2 * z2 + 16 * z2 + 3) / 96;
    double c = z * (3 * z2 * z2 * z2 + 19 * z2 * z2 + 17 * z2 - 15) / 384;
    return z + a / freedom + b / (freedom * freedom) + c / (freedom * freedom * freedom);
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum()
        / (values.length - 1);
  }

  private static double[] values(List<Dated> points, boolean before) {
    return points.stream()
        .filter(point -> point.day().isBefore(Worlds.EFFECT) == before)
        .mapToDouble(Dated::value)
        .toArray();
  }

  /** One verdict over three years of days. */
  private static void time() {
    SplittableRandom dice = new SplittableRandom(SEED);
    double[] millis = new double[500];
    int moved = 0;
    for (int i = 0; i < millis.length; i++) {
      List<Dated> points = Worlds.SEASON_ALIKE.series(dice, 730, 365, 1, 1, Worlds.Shift.STEP);
      long start = System.nanoTime();
      Verdict verdict = Judging.judge(points, Worlds.EFFECT, Expect.UP, Double::toString).verdict();
      millis[i] = (System.nanoTime() - start) / 1e6;
      moved += verdict.isMove() ? 1 : 0;
    }
    double first = millis[0];
    Arrays.sort(millis);
    System.out.printf(
        "%nA verdict over three years of days (1,095 points), %d runs of which %d moved: median %.2f ms, 95th percentile %.2f ms, the first %.2f ms; to reach: 5 ms.%n",
        millis.length, moved, millis[250], millis[475], first);
  }
}
