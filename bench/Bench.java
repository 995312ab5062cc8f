import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One table of what Pilothouse costs on a repository, as ratios to git in the same run on the same
 * machine. Whole processes are measured, the launcher included.
 */
final class Bench {
  private static final int RUNS = 3;
  private static final int NEW_COMMITS = 100;
  private static final int PAGES = 300;

  private final String launcher;
  private final String repository;
  private final Path folder;

  private Bench(String launcher, String repository, Path folder) {
    this.launcher = launcher;
    this.repository = repository;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("pilothouse-bench");
    try {
      new Bench(args[0], Path.of(args[1]).toRealPath().toString(), folder).measure();
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private void measure() throws Exception {
    run(launcher, "--version");
    System.out.printf(
        "%s, %d processors, %s %s, JDK %s, %s%n%s, %s commits without merges, start-up cache: %s%n%n",
        LocalDate.now(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        System.getProperty("java.version"),
        text("git", "--version"),
        Path.of(repository),
        text("git", "-C", repository, "rev-list", "--count", "--no-merges", "HEAD"),
        cache());
    System.out.println("| what | measured | to reach |\n|---|---:|---:|");
    cold();
    again();
    grown();
    served();
    equal();
  }

  /** Every row of ours against git's; before git 2.50 its script is not always the shortest. */
  private void equal() throws Exception {
    Map<String, Set<String>> git = new HashMap<>();
    int total = 0;
    String[] words = {
      "git",
      "-C",
      repository,
      "-c",
      "core.attributesFile=/dev/null",
      "log",
      "--numstat",
      "--minimal",
      "--no-renames",
      "--no-merges",
      "--format=%H"
    };
    for (Rows rows = new Rows(words); rows.next(); total++) {
      git.computeIfAbsent(rows.commit, id -> new HashSet<>()).add(rows.line);
    }
    int same = 0;
    int shorter = 0;
    int other = 0;
    for (Rows rows = new Rows(launcher, "numstat", repository); rows.next(); ) {
      Set<String> theirs = git.getOrDefault(rows.commit, Set.of());
      if (theirs.contains(rows.line)) {
        same++;
      } else if (theirs.stream().anyMatch(row -> isShorter(rows.line, row))) {
        shorter++;
      } else {
        other++;
      }
    }
    row(
        "rows equal to `git log --numstat --minimal`",
        "%,d of %,d; shorter than git's: %,d; otherwise: %,d"
            .formatted(same, total, shorter, other),
        "all; before git 2.50 some are shorter");
  }

  private static boolean isShorter(String ours, String theirs) {
    String[] mine = ours.split("\t", 3);
    String[] his = theirs.split("\t", 3);
    boolean numbers = mine[0].matches("\\d+") && his[0].matches("\\d+");
    return numbers && mine[2].equals(his[2]) && number(mine) < number(his);
  }

  private static long number(String[] row) {
    return Long.parseLong(row[0]) + Long.parseLong(row[1]);
  }

  /** Rows of a numstat text, each with its commit. */
  private static final class Rows {
    private final BufferedReader text;
    private String commit = "";
    private String line = "";

    Rows(String... command) throws IOException {
      text =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .inputReader();
    }

    boolean next() throws IOException {
      for (String read = text.readLine(); read != null; read = text.readLine()) {
        if (read.indexOf('\t') > 0) {
          line = read;
          return true;
        }
        commit = read.isEmpty() ? commit : read;
      }
      return false;
    }
  }

  /** Alternating runs, so that a noisy neighbour hits both. */
  private void cold() throws Exception {
    List<Run> git = new ArrayList<>();
    List<Run> ours = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      git.add(run("git", "-C", repository, "log", "--numstat", "--no-merges"));
      ours.add(run(launcher, "check", repository, "--data", folder.resolve("cold" + i).toString()));
    }
    double theirs = median(git);
    double mine = median(ours);
    row("`git log --numstat --no-merges`", seconds(theirs), "");
    row("`check`, cold", seconds(mine), "");
    row("ratio to git", "%.2f ×".formatted(mine / theirs), "≤ 0.40 ×");
    long peak = ours.stream().mapToLong(Run::peak).max().orElse(0);
    row("peak memory", peak == 0 ? "not known here" : peak + " MiB", "≤ 700 MiB");
  }

  private void again() throws Exception {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(run(launcher, "check", repository, "--data", folder.resolve("cold0").toString()));
    }
    row("`check` again, nothing new", seconds(median(runs)), "≤ 1.00 s");
  }

  /** A copy that stands 100 commits back is read, then goes forward and is read again. */
  private void grown() throws Exception {
    String head = text("git", "-C", repository, "rev-parse", "HEAD");
    String old =
        text("git", "-C", repository, "rev-list", "--skip=" + NEW_COMMITS, "-n", "1", head);
    if (old.isEmpty()) {
      row("`check` with 100 new commits", "fewer than 100 commits", "≤ 1.50 s");
      return;
    }
    String copy = folder.resolve("copy.git").toString();
    run("git", "clone", "--quiet", "--bare", "--no-tags", repository, copy);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      String data = folder.resolve("grown" + i).toString();
      run("git", "-C", copy, "update-ref", "--no-deref", "HEAD", old);
      run(launcher, "check", copy, "--data", data);
      run("git", "-C", copy, "update-ref", "--no-deref", "HEAD", head);
      runs.add(run(launcher, "check", copy, "--data", data));
    }
    String count = text("git", "-C", repository, "rev-list", "--count", old + ".." + head);
    row("`check` with " + count + " new commits", seconds(median(runs)), "≤ 1.50 s");
  }

  private void served() throws Exception {
    long start = System.nanoTime();
    Process up =
        new ProcessBuilder(
                launcher,
                "up",
                repository,
                "--port",
                "0",
                "--no-browser",
                "--data",
                folder.resolve("cold0").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = up.inputReader();
        HttpClient client = client()) {
      String said = lines.readLine();
      if (said == null || !said.contains("http://")) {
        throw new IllegalStateException("up did not say where it is: " + said);
      }
      URI page = URI.create(said.replaceAll(".*(http://\\S+).*", "$1"));
      fetch(client, page);
      row("`up`: first page after start", seconds((System.nanoTime() - start) / 1e9), "≤ 1.50 s");
      double[] millis = new double[PAGES];
      for (int i = 0; i < PAGES; i++) {
        long from = System.nanoTime();
        fetch(client, page);
        millis[i] = (System.nanoTime() - from) / 1e6;
      }
      Arrays.sort(millis, PAGES / 3, PAGES);
      double p95 = millis[PAGES / 3 + (PAGES - PAGES / 3) * 95 / 100];
      row("`up`: warm page, 95th percentile", "%.1f ms".formatted(p95), "≤ 30 ms");
      long resident = status(up.pid(), "VmRSS:");
      row("`up`: resident memory", resident + " MiB", "≤ 250 MiB");
    } finally {
      up.destroy();
      up.waitFor();
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  }

  private static void fetch(HttpClient client, URI page) throws Exception {
    var answer =
        client.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(page + " answered " + answer.statusCode());
    }
  }

  /** A process that ran: wall time in seconds, peak memory in MiB (0 where it cannot be told). */
  private record Run(double seconds, long peak) {}

  private static Run run(String... command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long peak = 0;
    while (!process.waitFor(java.time.Duration.ofMillis(20))) {
      peak = Math.max(peak, status(process.pid(), "VmHWM:"));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " ended with " + process.exitValue());
    }
    return new Run(seconds, peak);
  }

  private static long status(long process, String line) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process + "/status"))) {
      return lines
          .filter(text -> text.startsWith(line))
          .mapToLong(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException gone) {
      return 0;
    }
  }

  private String cache() {
    String[] files = Path.of(launcher).resolveSibling("target/run/aot").toFile().list();
    boolean there = files != null && Arrays.stream(files).anyMatch(name -> name.endsWith(".aot"));
    return there ? "yes" : "not yet made";
  }

  private static String text(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).start();
    String text = new String(process.getInputStream().readAllBytes()).strip();
    process.waitFor();
    return text;
  }

  private static double median(List<Run> runs) {
    return runs.stream().mapToDouble(Run::seconds).sorted().toArray()[runs.size() / 2];
  }

  private static String seconds(double seconds) {
    return "%.2f s".formatted(seconds);
  }

  private static void row(String what, String measured, String goal) {
    System.out.printf("| %s | %s | %s |%n", what, measured, goal);
  }
}
