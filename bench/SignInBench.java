import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How long signing in with a password takes: one after another, and four at once. */
final class SignInBench {
  private static final int PEOPLE = 20;
  private static final int ROUNDS = Integer.getInteger("rounds", 10);

  public static void main(String[] args) throws Exception {
    Served.head("Signing in");
    try (Folder folder = Folder.make();
        Served served = new Served(args[0], folder.of("data"))) {
      for (int i = 0; i < PEOPLE; i++) {
        served.join(email(i), "reader", "organisation", "");
      }
      measure(served, 1, 1);
      Served.row(
          "one after another: median, 95th, 99th percentile",
          Served.spread(measure(served, 1, ROUNDS)),
          "≤ 300 ms (95th)");
      double before = served.processorSeconds();
      long[] four = measure(served, 4, ROUNDS);
      double each = (served.processorSeconds() - before) / four.length;
      Served.row("four at once: median, 95th, 99th percentile", Served.spread(four), "");
      Served.row("processor time of one", "%.0f ms".formatted(each * 1e3), "");
      Served.row("resident memory afterwards", served.resident() + " MiB", "");
    }
  }

  private static String email(int i) {
    return "hand" + i + "@bench.example";
  }

  private static long[] measure(Served served, int atOnce, int rounds) throws Exception {
    List<Future<Long>> all = new ArrayList<>();
    try (ExecutorService people = Executors.newFixedThreadPool(atOnce)) {
      for (int i = 0; i < PEOPLE * rounds; i++) {
        String email = email(i % PEOPLE);
        all.add(people.submit(() -> signIn(served, email)));
      }
    }
    long[] nanos = new long[all.size()];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = all.get(i).get();
    }
    return nanos;
  }

  private static long signIn(Served served, String email) throws Exception {
    long begun = System.nanoTime();
    HttpResponse<String> in =
        served.post("/sign-in", "none=1", Map.of("email", email, "password", Served.PASSWORD));
    long took = System.nanoTime() - begun;
    if (in.statusCode() != 303) {
      throw new IllegalStateException("Signing in answers " + in.statusCode());
    }
    return took;
  }
}
