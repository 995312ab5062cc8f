import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import pilothouse.debt.interest.Change;
import pilothouse.debt.interest.Choice;
import pilothouse.debt.interest.Choosing;
import pilothouse.debt.interest.Interest;
import pilothouse.debt.interest.Item;
import pilothouse.debt.interest.Merged;
import pilothouse.debt.interest.Meter;
import pilothouse.debt.interest.Plot;
import pilothouse.debt.interest.Wish;
import pilothouse.metrics.Window;

/**
 * How long the interest of debt takes to measure, how often its interval holds the truth, and how
 * long the choice takes. Everything is invented.
 */
final class InterestBench {
  private static final int RUNS = 15;
  private static final int REPOSITORIES = 60;
  private static final int FILES = 1_000;
  private static final Instant TO = Instant.parse("2026-11-01T00:00:00Z");
  private static final Window YEAR = new Window(TO.minus(365, ChronoUnit.DAYS), TO, ZoneOffset.UTC);

  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    int items = Integer.parseInt(args[0]);
    int changes = Integer.parseInt(args[1]);
    System.out.printf("%n| %,d items over %,d changes | measured | to reach |%n", items, changes);
    System.out.println("|---|---:|---:|");
    measured(items, changes);
    System.out.println("\n| the choice among 500 | measured | proven | to reach |");
    System.out.println("|---|---:|---:|---:|");
    for (int needing : new int[] {0, 50, 150, 400}) {
      chosen(needing);
    }
    System.out.println("\n| compared touches | intervals that hold the truth, of 95 % |");
    System.out.println("|---:|---:|");
    for (int n : new int[] {6, 10, 20, 40, 100}) {
      System.out.printf("| %d | %.1f %% |%n", n, 100 * held(n));
    }
  }

  private static void measured(int count, int changes) {
    Merged merged = merged(changes);
    List<Item> items = items(count);
    double[] made = new double[RUNS];
    double[] all = new double[RUNS];
    double[] again = new double[RUNS];
    double[] rough = new double[RUNS];
    double[] shared = new double[RUNS];
    List<Interest> found = List.of();
    for (int run = 0; run < RUNS; run++) {
      long begun = System.nanoTime();
      Meter meter = Meter.of(merged);
      made[run] = since(begun);
      found = meter.measure(items, YEAR);
      all[run] = since(begun);
      begun = System.nanoTime();
      meter.measure(items, YEAR);
      again[run] = since(begun);
      begun = System.nanoTime();
      meter.measure(items, new Window(YEAR.from(), YEAR.to().minusSeconds(1), ZoneOffset.UTC));
      rough[run] = since(begun);
      begun = System.nanoTime();
      meter.shares(items, YEAR);
      shared[run] = since(begun);
    }
    int[] touches = found.stream().mapToInt(Interest::touches).sorted().toArray();
    row("columns made ready", made, "");
    row("**all, made ready and measured, intervals included**", all, "≤ 1,000 ms");
    row("measured again", again, "");
    row("of another window (a month of the trend)", rough, "");
    row("shares in sums, for changes that several items have", shared, "");
    System.out.printf(
        "%nTouches of an item: median %,d, 95th percentile %,d, most %,d; %,d with an interval.%n",
        touches[count / 2],
        touches[count * 95 / 100],
        touches[count - 1],
        found.stream().filter(one -> one.low() != null).count());
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e6;
  }

  private static void row(String what, double[] millis, String aim) {
    double first = millis[0];
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "| %s | %,.0f ms; the first %,.0f ms, the slowest %,.0f ms | %s |%n",
        what, sorted[RUNS / 2], first, sorted[RUNS - 1], aim);
  }

  /** Few files are touched by most changes, and large changes touch more files. */
  private static Merged merged(int count) {
    Random random = new Random(11);
    int names = REPOSITORIES * FILES;
    int[] start = new int[count + 1];
    int[] touched = new int[count * 12];
    String[] key = new String[count];
    int[] repository = new int[count];
    int[] team = new int[count];
    long[] at = new long[count];
    double[] hours = new double[count];
    int[] lines = new int[count];
    for (int i = 0; i < count; i++) {
      repository[i] = random.nextInt(REPOSITORIES);
      key[i] = "forge/acme/r" + repository[i] + "#change/" + i;
      team[i] = repository[i] / 2;
      at[i] = YEAR.from().getEpochSecond() + random.nextInt(365 * 86_400);
      lines[i] = (int) Math.exp(3.5 + 1.6 * random.nextGaussian());
      hours[i] = Math.exp(2 + lines[i] / 1e3 + random.nextGaussian());
      int files = 1 + Math.min(11, lines[i] / 30 + random.nextInt(5));
      for (int file = 0; file < files; file++) {
        int one = (int) (FILES * Math.pow(random.nextDouble(), 2.5));
        touched[start[i] + file] = repository[i] * FILES + one;
      }
      start[i + 1] = start[i] + files;
    }
    String[] path = new String[names];
    int[] of = new int[names];
    int[] now = new int[names];
    for (int name = 0; name < names; name++) {
      of[name] = name / FILES;
      path[name] = path(name % FILES);
      now[name] = name % 50 == 49 ? -1 : name % 20 == 19 ? name - 1 : name;
    }
    return new Merged(
        key,
        repository,
        team,
        at,
        hours,
        lines,
        start,
        Arrays.copyOf(touched, start[count]),
        names("team", REPOSITORIES / 2),
        new Merged.Names(names("r", REPOSITORIES), of, path, now));
  }

  private static String path(int file) {
    return "src/main/java/acme/part%d/File%d.java".formatted(file % 40, file);
  }

  private static String[] names(String name, int count) {
    String[] names = new String[count];
    Arrays.setAll(names, i -> name + i);
    return names;
  }

  /** A third are folders, a third a file, a third some files. */
  private static List<Item> items(int count) {
    Random random = new Random(12);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String repository = "r" + random.nextInt(REPOSITORIES);
      List<String> paths = new ArrayList<>();
      if (i % 3 == 0) {
        paths.add("src/main/java/acme/part" + random.nextInt(40));
      } else {
        for (int file = 0; file < (i % 3 == 1 ? 1 : 5); file++) {
          paths.add(path((int) (FILES * Math.pow(random.nextDouble(), 2))));
        }
      }
      items.add(new Item("item" + i, List.of(new Plot(repository, paths))));
    }
    return items;
  }

  private static void chosen(int needing) {
    Random random = new Random(13);
    double[] millis = new double[RUNS];
    int proven = 0;
    double gap = 0;
    for (int run = 0; run < RUNS; run++) {
      List<Wish> wishes = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        List<String> needs = new ArrayList<>();
        if (i > 0 && random.nextInt(500) < needing) {
          for (int need = 0; need <= random.nextInt(3); need++) {
            needs.add("w" + random.nextInt(i));
          }
        }
        wishes.add(new Wish("w" + i, 1 + random.nextInt(120), 500 * random.nextDouble(), needs));
      }
      long begun = System.nanoTime();
      Choice choice = Choosing.best(wishes, 3_000);
      millis[run] = since(begun);
      proven += choice.exact() ? 1 : 0;
      gap = Math.max(gap, choice.bound() / choice.saving() - 1);
    }
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    System.out.printf(
        "| %d with one to three prerequisites, 3,000 hours | %,.0f ms, the slowest %,.0f ms | %d of %d, at most %.3f %% open | ≤ 1,000 ms |%n",
        needing, sorted[RUNS / 2], sorted[RUNS - 1], proven, RUNS, 100 * gap);
  }

  /** Touches cost as much as twice the others do, in every band. */
  private static double held(int n) {
    int holding = 0;
    int worlds = 2_000;
    Random random = new Random(14);
    for (int world = 0; world < worlds; world++) {
      List<Change> changes = new ArrayList<>();
      for (int i = 0; i < n + 400; i++) {
        int band = random.nextInt(4);
        int lines = new int[] {5, 30, 120, 600}[band];
        boolean touches = i < n;
        double hours = (touches ? 12 : 8) + 4 * random.nextGaussian() * (1 + 0.3 * band);
        hours = Math.max(0, hours + band * 6);
        Instant at = TO.minus(1 + i, ChronoUnit.HOURS);
        changes.add(
            new Change("c" + i, "r", "t", at, hours, lines, List.of(touches ? "old" : "new")));
      }
      Item item = new Item("i", List.of(new Plot("r", List.of("old"))));
      Interest found =
          Meter.of(Change.merged(changes, List.of())).measure(List.of(item), YEAR).getFirst();
      Double low = found.low();
      Double high = found.high();
      holding += low != null && high != null && low <= 4 && 4 <= high ? 1 : 0;
    }
    return (double) holding / worlds;
  }
}
