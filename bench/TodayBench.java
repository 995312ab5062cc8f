import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How long the first page takes with very many promises, some of which ask for somebody. */
final class TodayBench {
  private static final int SIDE_BY_SIDE = 8;
  private static final int TIMES = 200;

  private TodayBench() {}

  public static void main(String[] args) throws Exception {
    int promises = Integer.parseInt(args[1]);
    int findings = Integer.parseInt(args[2]);
    try (Folder folder = Folder.make();
        Served served = new Served(args[0], folder.of("data"))) {
      String captain = served.captain();
      long begun = System.nanoTime();
      tell(served, captain, promises, findings);
      Served.head("The first page with %,d promises, %,d findings".formatted(promises, findings));
      Served.row("made through the API", "%.0f s".formatted((System.nanoTime() - begun) / 1e9), "");
      long first = System.nanoTime();
      served.get("/", captain);
      Served.row(
          "first page after a change", "%.0f ms".formatted((System.nanoTime() - first) / 1e6), "");
      row(served, "/", captain, "≤ 50 ms (95th)");
      row(served, "/findings", captain, "");
      row(served, "/promises", captain, "");
      row(served, "/promises?of=mine", captain, "");
      row(served, "/api/v1/findings", captain, "");
      Served.row("resident memory afterwards", served.resident() + " MiB", "");
    }
  }

  private static void tell(Served served, String cookie, int promises, int findings)
      throws Exception {
    LocalDate today = LocalDate.now();
    List<Future<Integer>> sent = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      for (int i = 0; i < promises; i++) {
        LocalDate due = i < findings ? today.minusDays(i % 6 + 1) : today.plusDays(30 + i % 300);
        String json =
            "{\"what\": \"Promise number %d\", \"due\": \"%s\", \"cost_per_week\": %d}"
                .formatted(i, due, i % 1000);
        Callable<Integer> one =
            () -> {
              HttpResponse<String> answer =
                  served.send(
                      served
                          .at("/api/v1/promises")
                          .header("Cookie", cookie)
                          .header("Content-Type", "application/json")
                          .POST(HttpRequest.BodyPublishers.ofString(json)));
              return answer.statusCode();
            };
        sent.add(threads.submit(one));
      }
    }
    for (Future<Integer> answer : sent) {
      if (answer.get() != 200) {
        throw new IllegalStateException("a promise was answered with " + answer.get());
      }
    }
  }

  private static void row(Served served, String path, String cookie, String aim) throws Exception {
    long[] nanos = new long[TIMES];
    for (int i = -50; i < TIMES; i++) {
      long begun = System.nanoTime();
      served.get(path, cookie);
      if (i >= 0) {
        nanos[i] = System.nanoTime() - begun;
      }
    }
    Served.row(path, Served.spread(nanos), aim);
  }
}
