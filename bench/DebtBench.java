import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** How long the register of technical debt takes to come in, and its pages. */
final class DebtBench {
  private static final List<String> EFFECTS = List.of("slows", "risks", "waits");
  private static final List<String> SEVERITIES = List.of("critical", "high", "medium", "low");
  private static final List<String> PAGES =
      List.of(
          "/debt",
          "/debt?effect=risks&state=late",
          "/debt?sort=cost",
          "/debt?sort=newest",
          "/debt/stakeholders",
          "/debt/plan",
          "/debt/777");

  private DebtBench() {}

  public static void main(String[] args) throws Exception {
    int items = Integer.parseInt(args[1]);
    try (Folder folder = Folder.make()) {
      Served.head("%,d items of debt".formatted(items));
      Path file = folder.of("debt.csv");
      written(file, items);
      Path data = folder.of("data");
      Served.row("import, with its start", took(args[0], file, data), "");
      Served.row("the same again", took(args[0], file, data), "");
      try (Served served = new Served(args[0], data)) {
        String captain = served.captain();
        for (String path : PAGES) {
          Served.row(path, served.timed(path, captain, 30, 150), "≤ 100 ms (95th)");
        }
        Served.row("resident memory afterwards", "%d MiB".formatted(served.resident()), "");
      }
    }
  }

  private static void written(Path file, int items) throws IOException {
    Random random = new Random(7);
    StringBuilder lines =
        new StringBuilder(
            "title,effect,severity,place,principal_low,principal_high,interest_low,interest_high\n");
    for (int i = 0; i < items; i++) {
      int hours = 4 + random.nextInt(200);
      int cost = random.nextInt(12);
      lines.append(
          "Matter %d of %s,%s,%s,organisation,%d,%d,%d,%d\n"
              .formatted(
                  i,
                  Integer.toString(random.nextInt(100_000), 36),
                  EFFECTS.get(random.nextInt(3)),
                  SEVERITIES.get(random.nextInt(4)),
                  hours,
                  hours + random.nextInt(80),
                  cost,
                  cost + 1 + random.nextInt(6)));
    }
    Files.writeString(file, lines);
  }

  private static String took(String launcher, Path file, Path data) throws Exception {
    long begun = System.nanoTime();
    Process one =
        new ProcessBuilder(launcher, "debt", "import", file.toString(), "--data", data.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (one.waitFor() != 0) {
      throw new IllegalStateException("debt import ends with " + one.exitValue());
    }
    return "%,.0f ms".formatted((System.nanoTime() - begun) / 1e6);
  }
}
