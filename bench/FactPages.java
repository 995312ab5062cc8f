import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The pages of delivery asked of the real program: the first request after its start, the same
 * again, and after a new fact. Beside each wall time stands the processor time of the program.
 */
final class FactPages implements AutoCloseable {
  private static final int STARTS = 3;
  private static final int WARM = 60;
  private static final String PERIOD = "?from=2026-05-05&to=2026-11-02";
  private static final String ALL = "delivery" + PERIOD;

  /** The same numbers with all their digits and how many facts each counts. */
  private static final String TABLE = "delivery.csv" + PERIOD;

  private static final String ONE = "delivery/service-7" + PERIOD;
  private static final String OTHER = "delivery/service-8" + PERIOD;

  private final Process up;
  private final URI home;
  private final HttpClient client = HttpClient.newHttpClient();

  private FactPages(String launcher, Path folder, String memory)
      throws IOException, InterruptedException {
    up =
        new ProcessBuilder(
                launcher,
                "up",
                "--port",
                "0",
                "--no-browser",
                "--memory",
                memory,
                "--data",
                folder.toString())
            .directory(folder.toFile()) // Outside any repository, which it would read.
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = up.inputReader().readLine();
    if (said == null || !said.contains("http://")) {
      throw new IllegalStateException("up did not say where it is: " + said);
    }
    home = URI.create(said.replaceAll(".*(http://[^/\\s]+).*", "$1/"));
    settle();
  }

  /** Waits until what the program does by itself after its start ends: it prepares its pages. */
  private void settle() throws IOException, InterruptedException {
    double before = -1;
    for (int i = 0; i < 60 && processor() != before; i++) {
      before = processor();
      Thread.sleep(500);
    }
  }

  /** Prints all rows. */
  static void measure(String launcher, Path folder, String memory) throws Exception {
    for (int i = 0; i < STARTS; i++) {
      try (FactPages pages = new FactPages(launcher, folder, memory)) {
        pages.row("page of all services, first after the start", "delivery", "≤ 300 ms");
        pages.row("the same of a period that nobody looked at", ALL, "≤ 300 ms");
        if (i == STARTS - 1) {
          pages.warm("page of all services, warm", ALL, "≤ 50 ms");
          pages.afterNews();
          pages.row("page of one service, first", ONE, "≤ 30 ms");
          pages.warm("page of one service, warm", ONE, "≤ 30 ms");
          System.out.printf("| resident memory | %d MiB | |%n", pages.resident());
        }
      }
      try (FactPages pages = new FactPages(launcher, folder, memory)) {
        pages.row("page of one service, first after the start", "delivery/service-7", "≤ 30 ms");
        pages.row("page of another one, of another period", OTHER, "≤ 30 ms");
      }
    }
  }

  private void row(String what, String page, String goal) throws Exception {
    double before = processor();
    double wall = millis(page);
    print(what, "%.0f ms".formatted(wall), processor() - before, goal);
  }

  private void warm(String what, String page, String goal) throws Exception {
    for (int i = 0; i < WARM / 3; i++) {
      millis(page);
    }
    double before = processor();
    double[] walls = new double[WARM];
    for (int i = 0; i < WARM; i++) {
      walls[i] = millis(page);
    }
    double spent = (processor() - before) / WARM;
    Arrays.sort(walls);
    String wall =
        "%.1f ms, 95th percentile %.1f ms".formatted(walls[WARM / 2], walls[WARM * 95 / 100]);
    print(what, wall, spent, goal);
  }

  /** One deployment each time, until the numbers tell of it; then another, and the page. */
  private void afterNews() throws Exception {
    double[] shows = new double[9];
    double[] pages = new double[shows.length];
    String service = body(ALL).replaceAll("(?s).*?/delivery/(service-\\d+).*", "$1");
    double before = processor();
    for (int i = 0; i < shows.length; i++) {
      String known = body(TABLE);
      long start = System.nanoTime();
      tell(service, i);
      while (body(TABLE).equals(known)) {
        if (System.nanoTime() - start > 10_000_000_000L) {
          throw new IllegalStateException("a new deployment does not show within ten seconds");
        }
      }
      shows[i] = (System.nanoTime() - start) / 1e6;
      tell(service, shows.length + i);
      pages[i] = millis(ALL);
    }
    double spent = (processor() - before) / shows.length;
    Arrays.sort(shows);
    Arrays.sort(pages);
    print("page of all services with a new fact", "%.1f ms".formatted(pages[4]), spent, "≤ 50 ms");
    print("from sending a fact until it shows", "%.0f ms".formatted(shows[4]), spent, "at once");
  }

  private void tell(String service, int number) throws Exception {
    Instant end = Instant.parse("2026-11-02T08:00:00Z").plusSeconds(number);
    String json =
        """
        {"id": "bench-%d-%d", "service": "%s", "repository": "acme/%s",
         "environment": "production", "revision": "%040x", "started_at": "%s",
         "finished_at": "%s", "outcome": "success"}
        """
            .formatted(
                System.nanoTime(),
                number,
                service,
                service,
                System.nanoTime(),
                end.minusSeconds(60),
                end);
    HttpRequest request =
        HttpRequest.newBuilder(home.resolve("in/deployment"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status / 100 != 2) {
      throw new IllegalStateException("the deployment was answered " + status);
    }
  }

  private double millis(String page) throws Exception {
    long start = System.nanoTime();
    body(page);
    return (System.nanoTime() - start) / 1e6;
  }

  private String body(String page) throws Exception {
    var request = HttpRequest.newBuilder(home.resolve(page)).build();
    var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(page + " answered " + answer.statusCode());
    }
    return answer.body();
  }

  private static void print(String what, String wall, double spent, String goal) {
    System.out.printf("| %s | %s; %.0f ms of processor | %s |%n", what, wall, spent, goal);
  }

  /** Milliseconds of processor time that the program took; the kernel counts in hundredths. */
  private double processor() throws IOException {
    String[] stat = Files.readString(Path.of("/proc/" + up.pid() + "/stat")).split(" ");
    return (Long.parseLong(stat[13]) + Long.parseLong(stat[14])) * 10.0;
  }

  private long resident() throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc/" + up.pid() + "/status"));
    String line =
        status.stream().filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
  }

  @Override
  public void close() throws Exception {
    client.close();
    up.destroy();
    up.waitFor();
  }
}
