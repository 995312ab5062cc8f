import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;

/**
 * How long budgets take: services with an objective each whose good and all requests are told by
 * the hour, and one whose are told by the minute.
 */
final class ObjectivesBench {
  private static final int TIMES = 100;
  private static final String SLO =
      """
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: answers-%1$d}
      spec:
        service: service-%1$d
        indicator: {metadata: {name: web}, spec: {ratioMetric: {counter: false, good: {}, total: {}}}}
        timeWindow: [{duration: 28d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{target: 0.999}]
      ---
      """;
  private final Random random = new Random(7);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
  private long told;

  private ObjectivesBench() {}

  public static void main(String[] args) throws Exception {
    int services = Integer.parseInt(args[1]);
    int days = Integer.parseInt(args[2]);
    try (Folder folder = Folder.make()) {
      Served.head("%,d service objectives over %,d days".formatted(services, days));
      new ObjectivesBench().run(args[0], folder, services, days);
    }
  }

  private void run(String launcher, Folder folder, int services, int days) throws Exception {
    Path numbers = written(folder.of("numbers.csv"), services, days);
    Path data = folder.of("data");
    long begun = System.nanoTime();
    imported(launcher, numbers, data);
    Served.row(
        "%,d numbers imported".formatted(told),
        "%,.0f ms".formatted((System.nanoTime() - begun) / 1e6),
        "");
    String captain;
    try (Served served = new Served(launcher, data)) {
      captain = served.captain();
      declare(served, services);
      Served.row("/objectives, the first time", once(served, "/objectives", captain), "");
      row(served, "/objectives", captain, "≤ 50 ms (95th)");
      row(served, "/objectives/answers-1", captain, "≤ 50 ms (95th)");
      row(served, "/objectives/answers-0", captain, "≤ 50 ms (95th)");
      row(served, "/api/v1/objectives", captain, "");
      row(served, "/", captain, "");
      Served.row("/objectives after a number of one", after(served, 1), "≤ 300 ms (95th)");
      Served.row("/objectives after a minute's number", after(served, 0), "≤ 300 ms (95th)");
      Served.row("resident memory afterwards", served.resident() + " MiB", "");
    }
    long start = System.nanoTime();
    try (Served served = new Served(launcher, data)) {
      Served.row(
          "/ of a new process",
          once(served, "/", captain) + ", from its start " + since(start),
          "");
      Served.row("/objectives then", once(served, "/objectives", captain), "");
    }
  }

  /** The first service is told of by the minute, the others by the hour. */
  private Path written(Path file, int services, int days) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("metric,scope,at,value\n");
      for (int i = 0; i < services; i++) {
        Duration step = i == 0 ? Duration.ofMinutes(1) : Duration.ofHours(1);
        int span = i == 0 ? Math.min(days, 28) : days;
        for (Instant at = now.minus(Duration.ofDays(span)); at.isBefore(now); at = at.plus(step)) {
          out.write(lines(i, at));
          told += 2;
        }
      }
    }
    return file;
  }

  private String lines(int service, Instant at) {
    int total = 900 + random.nextInt(200);
    int bad = random.nextInt(1_000) < 3 ? random.nextInt(300) : 0;
    return "web-good,system:service-%1$d,%2$s,%3$d\nweb-total,system:service-%1$d,%2$s,%4$d\n"
        .formatted(service, at, total - bad, total);
  }

  private static void imported(String launcher, Path numbers, Path data) throws Exception {
    Process process =
        new ProcessBuilder(
                launcher,
                "import",
                "measurements",
                numbers.toString(),
                "--yes",
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }

  private static void declare(Served served, int services) throws Exception {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < services; i++) {
      all.append(SLO.formatted(i));
    }
    send(served, "/api/v1/objectives", "application/yaml", all.toString());
  }

  private String after(Served served, int service) throws Exception {
    long[] nanos = new long[20];
    for (int i = 0; i < nanos.length; i++) {
      String table = "metric,scope,at,value\n" + lines(service, now.plusSeconds(60L * i));
      send(served, "/api/v1/imports/measurements?mapping=guess", "text/csv", table);
      long begun = System.nanoTime();
      served.get("/objectives", served.captain());
      nanos[i] = System.nanoTime() - begun;
    }
    return Served.spread(nanos);
  }

  private static void send(Served served, String path, String type, String body) throws Exception {
    HttpResponse<String> answer =
        served.send(
            served
                .at(path)
                .header("Cookie", served.captain())
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + " says " + answer.statusCode() + answer.body());
    }
  }

  private static String since(long begun) {
    return "%,.0f ms".formatted((System.nanoTime() - begun) / 1e6);
  }

  private static String once(Served served, String path, String cookie) throws Exception {
    long begun = System.nanoTime();
    served.get(path, cookie);
    return since(begun);
  }

  private static void row(Served served, String path, String cookie, String aim) throws Exception {
    Served.row(path, served.timed(path, cookie, 20, TIMES), aim);
  }
}
