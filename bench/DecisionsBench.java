import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** How long a folder of decisions takes to come in and to go out. */
final class DecisionsBench {
  private static final int TIMES = 5;
  private static final String NYGARD =
      """
      # %1$d. Decide matter %1$d

      Date: 2021-03-04

      ## Status

      %3$s

      ## Context

      %2$s

      ## Decision

      %2$s

      ## Consequences

      %2$s
      """;
  private static final String MADR =
      """
      ---
      status: accepted
      date: 2023-05-06
      decision-makers: Ada Lind, Boris Okoye
      ---

      # Decide matter %1$d

      ## Context and Problem Statement

      %2$s

      ## Decision Drivers

      * It must be quick
      * It must be cheap

      ## Considered Options

      * First way
      * Second way
      * Third way

      ## Decision Outcome

      Chosen option: "First way", because %2$s

      ### Consequences

      * Good, because %2$s
      * Bad, because %2$s

      ## Pros and Cons of the Options

      ### First way

      * Good, because it is quick
      * Bad, because it is dear

      ### Second way

      * Good, because it is cheap
      * Neutral, because nobody knows it

      ## More Information

      Amends [an earlier one](%3$s)
      """;

  private final String launcher;
  private final Random random = new Random(7);

  private DecisionsBench(String launcher) {
    this.launcher = launcher;
  }

  public static void main(String[] args) throws Exception {
    int files = Integer.parseInt(args[1]);
    try (Folder folder = Folder.make()) {
      Served.head("%,d files of decisions".formatted(files));
      new DecisionsBench(args[0]).run(folder, files);
    }
  }

  private void run(Folder folder, int files) throws Exception {
    Path adrs = folder.of("adr");
    written(adrs, files);
    long[] fresh = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      fresh[i] = timed("import", adrs, folder.of("data" + i));
    }
    Served.row("import into a fresh database, with its start", spread(fresh), "≤ 2 s");
    Path data = folder.of("data0");
    row("the same again", "import", adrs, data);
    row("export into the same folder", "export", adrs, data);
    Served.row("export into another one", spread(timed("export", folder.of("other"), data)), "");
    changed(adrs, files);
    Served.row("import, where each tenth changed", spread(timed("import", adrs, data)), "≤ 2 s");
    try (Served served = new Served(launcher, data)) {
      String captain = served.captain();
      for (String path : List.of("/decisions", "/decisions/7", "/decisions/by/folder")) {
        Served.row(path, served.timed(path, captain, 20, 100), "≤ 50 ms (95th)");
      }
      Served.row("resident memory afterwards", served.resident() + " MiB", "");
    }
  }

  private void row(String what, String act, Path adrs, Path data) throws Exception {
    long[] nanos = new long[TIMES];
    for (int i = 0; i < TIMES; i++) {
      nanos[i] = timed(act, adrs, data);
    }
    Served.row(what, spread(nanos), "≤ 2 s");
  }

  private static String spread(long... nanos) {
    Arrays.sort(nanos);
    return "%,.0f to %,.0f ms".formatted(nanos[0] / 1e6, nanos[nanos.length - 1] / 1e6);
  }

  private void written(Path adrs, int files) throws IOException {
    Files.createDirectories(adrs);
    for (int i = 1; i <= files; i++) {
      String old = "%04d-matter.md".formatted(Math.max(1, i - 1));
      String status =
          i % 10 == 0 ? "Superseded by [%d](%04d-matter.md)".formatted(i + 1, i + 1) : "Accepted";
      String text =
          i % 2 == 0 ? NYGARD.formatted(i, words(), status) : MADR.formatted(i, words(), old);
      Files.writeString(adrs.resolve("%04d-matter.md".formatted(i)), text);
    }
  }

  private void changed(Path adrs, int files) throws IOException {
    for (int i = 1; i <= files; i += 10) {
      Path file = adrs.resolve("%04d-matter.md".formatted(i));
      Files.writeString(file, Files.readString(file).replace("It must be quick", words()));
    }
  }

  private String words() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      words.add(Integer.toString(random.nextInt(100_000), 36));
    }
    return String.join(" ", words);
  }

  private long timed(String act, Path adrs, Path data) throws Exception {
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(launcher, "decisions", act, adrs.toString(), "--data", data.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    return System.nanoTime() - begun;
  }
}
