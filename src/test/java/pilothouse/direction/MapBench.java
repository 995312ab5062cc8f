package pilothouse.direction;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import pilothouse.chart.Charts;
import pilothouse.web.Where;

/** How long a map takes from its rows in memory to its picture, in one process. */
final class MapBench {
  private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");
  private static final int TIMES = 100;

  private MapBench() {}

  public static void main(String[] args) {
    int nodes = Integer.parseInt(args[0]);
    int beliefs = Integer.parseInt(args[1]);
    List<Measure> measures = new ArrayList<>();
    List<Belief> all = new ArrayList<>();
    Random random = new Random(11);
    for (int i = 0; i < nodes * 3 / 4; i++) {
      measures.add(measure(i, Measure.LEVELS.get(i < nodes / 20 ? 0 : i < nodes / 3 ? 1 : 2)));
    }
    for (int i = 0; i < nodes - measures.size(); i++) {
      all.add(belief(i, End.label("work " + i), measures.get(random.nextInt(measures.size()))));
    }
    while (all.size() < beliefs) {
      int lower = nodes / 20 + random.nextInt(measures.size() - nodes / 20);
      int level = lower < nodes / 3 ? nodes / 20 : nodes / 3;
      boolean beside = random.nextInt(10) == 0;
      Measure upper = measures.get(random.nextInt(beside ? lower : level));
      all.add(belief(all.size(), measures.get(lower).end(), upper));
    }
    measure(measures, all);
  }

  private static void measure(List<Measure> measures, List<Belief> beliefs) {
    ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    long[] took = new long[TIMES];
    long[] worked = new long[TIMES];
    int length = 0;
    for (int i = 0; i < TIMES; i++) {
      long begun = System.nanoTime();
      long work = thread.getCurrentThreadCpuTime();
      Ladder ladder = Ladder.of(List.of(), measures, beliefs, _ -> true);
      length = Charts.graph(MapPages.graph(ladder)).length();
      took[i] = System.nanoTime() - begun;
      worked[i] = thread.getCurrentThreadCpuTime() - work;
    }
    System.out.printf(
        "%d measures, %d beliefs, %d KiB of SVG, goal 200 ms%n",
        measures.size(), beliefs.size(), length / 1024);
    print("on the clock", took);
    print("of one processor", worked);
  }

  private static void print(String what, long[] took) {
    long[] warm = Arrays.copyOfRange(took, 20, TIMES);
    Arrays.sort(warm);
    System.out.printf(
        "%-16s first %.0f ms, then median %.1f ms, p95 %.1f ms%n",
        what, took[0] / 1e6, warm[warm.length / 2] / 1e6, warm[warm.length * 95 / 100] / 1e6);
  }

  private static Measure measure(int i, String level) {
    return new Measure(
        "m" + i, Where.ORGANISATION, level, "Number " + i + " of " + level, "", AT, "");
  }

  private static Belief belief(int i, String lower, Measure upper) {
    String says = "because the one is made of the other";
    return new Belief("b" + i, lower, upper.end(), Where.ORGANISATION, says, AT, "");
  }
}
