import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.Stream;

/** How many rows a second an import takes, from a CSV into a new database, whole processes. */
final class ImportBench {
  private static final int ROWS = 2_000_000;
  private static final long START = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
  private static final int STEP = 40;

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("pilothouse-import-bench");
    try {
      new ProcessBuilder(args[0], "--version").inheritIO().start().waitFor();
      System.out.println("| what | measured | to reach |\n|---|---:|---:|");
      run(args[0], folder, "deployments", deployments(folder));
      run(args[0], folder, "measurements", measurements(folder));
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private static void run(String launcher, Path folder, String kind, Path file) throws Exception {
    for (String dry : new String[] {"--dry-run", "--decimal=point"}) {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(
                  launcher,
                  "import",
                  kind,
                  file.toString(),
                  "--yes",
                  dry,
                  "--data",
                  folder.resolve("data-" + kind).toString())
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the import ended with " + process.exitValue());
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      boolean stores = !dry.equals("--dry-run");
      System.out.printf(
          "| %,d %s, %s | %,.0f rows/s | %s |%n",
          ROWS, kind, stores ? "stored" : "read only", ROWS / seconds, stores ? "≥ 100,000" : "");
    }
  }

  private static Path deployments(Path folder) throws IOException {
    Random random = new Random(1);
    Path file = folder.resolve("deployments.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,service,repository,revision,environment,started_at,finished_at,outcome\n");
      for (int i = 0; i < ROWS; i++) {
        Instant start = Instant.ofEpochSecond(START + (long) i * STEP);
        out.write(
            "%d,service-%d,acme/repo-%d,%016x%016x%08x,%s,%s,%s,%s\n"
                .formatted(
                    i,
                    i % 200,
                    i % 50,
                    random.nextLong(),
                    random.nextLong(),
                    random.nextInt(),
                    i % 3 == 0 ? "staging" : "production",
                    start,
                    start.plusSeconds(30 + random.nextInt(900)),
                    i % 7 == 0 ? "failure" : "success"));
      }
    }
    return file;
  }

  private static Path measurements(Path folder) throws IOException {
    Random random = new Random(1);
    Path file = folder.resolve("measurements.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("metric,scope,at,value,unit\n");
      for (int i = 0; i < ROWS; i++) {
        Instant at = Instant.ofEpochSecond(START + (long) i * STEP);
        out.write(
            "activation-%d,system:service-%d,%s,%.4f,%%\n"
                .formatted(i % 20, i % 200, at, random.nextDouble()));
      }
    }
    return file;
  }
}
