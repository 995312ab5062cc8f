import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import pilothouse.metrics.Series;
import pilothouse.metrics.Xmr;
import pilothouse.metrics.judging.Dated;
import pilothouse.metrics.judging.Expect;
import pilothouse.metrics.judging.Judgement;
import pilothouse.metrics.judging.Judging;
import pilothouse.metrics.judging.Lately;

/** A year of looks at one number, a look with each new week: what a person lives with. */
final class Looks {
  private static final int BEFORE = 104;
  private static final int YEAR = 52;
  private static final List<Worlds> NOISE =
      List.of(Worlds.INDEPENDENT, Worlds.COUNTS, Worlds.ALIKE_6, Worlds.YEAR);

  private Looks() {}

  static void print(int runs, long seed) {
    System.out.printf(
        "%nA year of looks, one with each new week after two years: numbers with an alarm, and new alarms a number.%n%n");
    System.out.println(
        "| noise | ours: numbers, alarms | at 5 %% a look: numbers, alarms | plain rules: numbers, alarms |"
            .formatted());
    System.out.println("|---|---:|---:|---:|");
    for (Worlds world : NOISE) {
      List<List<Dated>> all = series(world, runs, seed, 0);
      System.out.printf(
          "| %s | %s | %s | %s |%n",
          world.says, rate(all, Looks::ours), rate(all, Looks::usual), rate(all, Looks::plain));
    }
    System.out.printf("%nA step at the beginning of that year: found within 4, 8, 12 looks.%n%n");
    System.out.println("| noise | step | ours |");
    System.out.println("|---|---|---:|");
    for (Worlds world : NOISE) {
      for (double size : new double[] {1, 2, 3}) {
        List<List<Dated>> all = series(world, runs, seed, size);
        System.out.printf(
            "| %s | %.0fσ | %.0f, %.0f, %.0f |%n",
            world.says, size, found(all, 4), found(all, 8), found(all, 12));
      }
    }
  }

  private static List<List<Dated>> series(Worlds world, int runs, long seed, double size) {
    SplittableRandom dice = new SplittableRandom(seed + world.ordinal());
    List<List<Dated>> all = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      all.add(world.series(dice.split(), BEFORE, YEAR, 7, size, Worlds.Shift.STEP));
    }
    return all;
  }

  /** Percent of numbers that alarmed in the year, and how often each did so anew. */
  private static String rate(List<List<Dated>> all, Predicate<List<Dated>> alarms) {
    int numbers = 0;
    int times = 0;
    for (List<Dated> points : all) {
      boolean before = false;
      int own = 0;
      for (int look = 1; look <= YEAR; look++) {
        boolean now = alarms.test(points.subList(0, BEFORE + look));
        own += now && !before ? 1 : 0;
        before = now;
      }
      numbers += own > 0 ? 1 : 0;
      times += own;
    }
    return "%.1f, %.2f".formatted(100.0 * numbers / all.size(), (double) times / all.size());
  }

  private static double found(List<List<Dated>> all, int looks) {
    int found = 0;
    for (List<Dated> points : all) {
      for (int look = 1; look <= looks; look++) {
        Optional<Judgement> moved =
            Lately.moved(points.subList(0, BEFORE + look), Expect.UP, Double::toString);
        if (moved.isPresent()) {
          found++;
          break;
        }
      }
    }
    return 100.0 * found / all.size();
  }

  private static boolean ours(List<Dated> points) {
    return Lately.moved(points, Expect.UP, Double::toString).isPresent();
  }

  /** The same with the level of a single verdict. */
  private static boolean usual(List<Dated> points) {
    for (int newest : new int[] {8, 3}) {
      Dated first = points.get(points.size() - newest);
      if (Judging.judge(points, first.day(), Expect.UP, Double::toString).verdict().isMove()) {
        return true;
      }
    }
    return false;
  }

  /** Any rule at the newest point, against limits of the last 20 points before the year. */
  private static boolean plain(List<Dated> points) {
    double[] values = points.stream().skip(BEFORE - 20).mapToDouble(Dated::value).toArray();
    double[] base = java.util.Arrays.copyOf(values, 20);
    Series.Limits limits = Xmr.limits(base, Double.NEGATIVE_INFINITY);
    return Xmr.signals(values, limits).stream()
        .anyMatch(signal -> signal.point() == values.length - 1);
  }
}
