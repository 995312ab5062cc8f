import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a large database costs: the start, a backup, a restore, and a move. Its rows are bodies of
 * deliveries that no packing makes smaller, 16 KB each, as most rows of a large one are.
 */
final class DataBench {
  private static final int BODY = 16 << 10;
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+?(?= |$)");

  private final String launcher;
  private final Path folder;

  private DataBench(String launcher, Path folder) {
    this.launcher = launcher;
    this.folder = folder;
  }

  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory(Path.of("target"), "bench-data").toAbsolutePath();
    try {
      new DataBench(args[0], folder).measure(Double.parseDouble(args[1]), args[2]);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
  }

  private void measure(double gigabytes, String server) throws Exception {
    String data = folder.resolve("data").toString();
    run("seal", "--list", "--data", data);
    fill(gigabytes);
    System.out.printf(
        "%d processors, JDK %s, database of %.1f GB%n%n| what | measured | peak memory | to reach |%n|---|---:|---:|---:|%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        Files.size(Path.of(data, "pilothouse.db")) / 1e9);
    List<Double> starts = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      starts.add(start(data));
    }
    System.out.printf(
        "| `up`: first page after start, median of three | %.2f s |  | ≤ 3 s |%n",
        starts.stream().sorted().toList().get(1));
    String file = folder.resolve("backup.zip").toString();
    line("backup, read again", run("backup", file, "--data", data));
    System.out.printf("| its file | %.2f GB |  |  |%n", Files.size(Path.of(file)) / 1e9);
    String other = folder.resolve("other").toString();
    line("restore, verified and compared", run("restore", file, "--data", other));
    if (!server.isEmpty()) {
      line("move to PostgreSQL, compared", run("move", "--to", server, "--data", data));
    }
  }

  private static void line(String what, double[] measured) {
    System.out.printf("| %s | %.1f s | %.0f MiB |  |%n", what, measured[0], measured[1]);
  }

  private void fill(double gigabytes) throws SQLException {
    Random random = new Random(1);
    byte[] body = new byte[BODY];
    String url = "jdbc:sqlite:" + folder.resolve("data/pilothouse.db");
    try (Connection connection = DriverManager.getConnection(url);
        PreparedStatement delivery =
            connection.prepareStatement(
                """
                insert into delivery (source, delivery_id, received_at, size, state, reason,
                  facts_new, facts_unchanged, parser, understood_at)
                values ('github', ?, '2026-11-21T10:00:00.000Z', 16384, 'done', '', 0, 1, '0.1.0',
                  '2026-11-21T10:00:01.000Z')
                """);
        PreparedStatement bytes =
            connection.prepareStatement(
                "insert into delivery_body (id, headers, body) values (?, '{}', ?)")) {
      connection.setAutoCommit(false);
      long rows = (long) (gigabytes * 1e9 / BODY);
      for (int i = 1; i <= rows; i++) {
        delivery.setString(1, "bench-" + i);
        delivery.executeUpdate();
        random.nextBytes(body);
        bytes.setInt(1, i);
        bytes.setBytes(2, body);
        bytes.executeUpdate();
        if (i % 10_000 == 0) {
          connection.commit();
        }
      }
      connection.commit();
    }
  }

  /** Seconds from the start until the first page is there. */
  private double start(String data) throws Exception {
    Path out = Files.createTempFile(folder, "up", ".out");
    long begun = System.nanoTime();
    Process up =
        new ProcessBuilder(launcher, "up", "--port", "0", "--no-browser", "--data", data)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (HttpClient client = HttpClient.newHttpClient()) {
      Matcher address = ADDRESS.matcher("");
      while (!address.reset(Files.readString(out)).find() && up.isAlive()) {
        Thread.sleep(5);
      }
      URI page = URI.create(address.group()).resolve("/sources");
      HttpRequest request = HttpRequest.newBuilder(page).build();
      while (client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() != 200) {
        Thread.sleep(5);
      }
      return (System.nanoTime() - begun) / 1e9;
    } finally {
      up.destroy();
      up.waitFor();
    }
  }

  /** Seconds and peak memory in MiB of a whole process. */
  private double[] run(String... words) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(launcher));
    line.addAll(List.of(words));
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    double peak = 0;
    while (process.isAlive()) {
      Path status = Path.of("/proc/" + process.pid() + "/status");
      try {
        Matcher found = PEAK.matcher(Files.readString(status));
        peak = found.find() ? Double.parseDouble(found.group(1)) / 1024 : peak;
      } catch (IOException gone) {
        // It has just ended, or this machine has no such file.
      }
      Thread.sleep(20);
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          String.join(" ", words) + " ended with " + process.exitValue());
    }
    return new double[] {(System.nanoTime() - begun) / 1e9, peak};
  }
}
