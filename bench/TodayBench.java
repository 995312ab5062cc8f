import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How long the first page takes with very many promises, some of which ask for somebody. */
final class TodayBench {
  private static final int TIMES = 200;
  private static final int CHANGES = 20;

  private TodayBench() {}

  public static void main(String[] args) throws Exception {
    int promises = Integer.parseInt(args[1]);
    int findings = Integer.parseInt(args[2]);
    try (Folder folder = Folder.make()) {
      String captain;
      String lead;
      Served.head("The first page with %,d promises".formatted(promises));
      try (Served served = new Served(args[0], folder.of("data"))) {
        captain = served.captain();
        long begun = System.nanoTime();
        TodayWorld world = new TodayWorld(served, promises, findings);
        world.tell();
        Served.row("made through the API, and reminded of", said(begun), "");
        lead = served.join("lead@bench.example", "lead", "team", "harbour-team-000");
        Served.row("findings", count(served, captain), "");
        warm(served, captain, lead);
        changed(served, world, captain);
        Served.row("resident memory afterwards", served.resident() + " MiB", "");
      }
      begun(args[0], folder, captain);
    }
  }

  private static void warm(Served served, String captain, String lead) throws Exception {
    row(served, "/", captain, "≤ 50 ms (95th)");
    row(served, "/", lead, "≤ 50 ms (95th)");
    row(served, "/findings", captain, "");
    row(served, "/promises", captain, "");
    row(served, "/promises?of=mine", captain, "");
    row(served, "/api/v1/findings", captain, "");
  }

  /** A promise is kept, and the first page is looked at. */
  private static void changed(Served served, TodayWorld world, String captain) throws Exception {
    List<String> ids = new ArrayList<>();
    String all = served.get("/api/v1/promises?most=" + CHANGES, captain);
    for (String part : all.split("\"id\" ?: ?\"")) {
      ids.add(part.substring(0, Math.max(0, part.indexOf('"'))));
    }
    long[] nanos = new long[CHANGES];
    long[] keeping = new long[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
      long begun = System.nanoTime();
      world.post("/api/v1/promises/" + ids.get(i + 1) + "/keep", "{\"evidence\": \"it is there\"}");
      keeping[i] = System.nanoTime() - begun;
      begun = System.nanoTime();
      served.get("/", captain);
      nanos[i] = System.nanoTime() - begun;
    }
    Served.row("keeping a promise", Served.spread(keeping), "");
    Served.row("/ after one was kept", Served.spread(nanos), "≤ 300 ms (95th)");
    Served.row("one made, and seen on /promises", made(served, world, captain), "");
  }

  private static String made(Served served, TodayWorld world, String captain) throws Exception {
    world.post(
        "/api/v1/promises", "{\"what\": \"One more\", \"due\": \"%s\"}".formatted(LocalDate.now()));
    long begun = System.nanoTime();
    served.get("/promises", captain);
    return said(begun);
  }

  /** The first page of a program that begins with all of it. */
  private static void begun(String launcher, Folder folder, String captain) throws Exception {
    long begun = System.nanoTime();
    try (Served served = new Served(launcher, folder.of("data"))) {
      served.get("/", captain);
      Served.row("from the start to the first page", said(begun), "");
      long again = System.nanoTime();
      served.get("/", captain);
      Served.row("/ again", said(again), "");
    }
  }

  private static String count(Served served, String cookie) throws Exception {
    String all = served.get("/api/v1/findings", cookie);
    return all.replaceAll("(?s)^\\{\\s*\"count\" ?: ?(\\d+).*", "$1");
  }

  private static String said(long begun) {
    return "%,.0f ms".formatted((System.nanoTime() - begun) / 1e6);
  }

  private static void row(Served served, String path, String cookie, String aim) throws Exception {
    Served.row(path, served.timed(path, cookie, 50, TIMES), aim);
  }
}
