import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How long the page of the map takes over HTTP: outcomes, numbers and beliefs that are stored, work
 * that was finished, the picture placed and drawn.
 */
final class MapPageBench {
  private static final int TIMES = 100;
  private static final int WORK = 2_000;
  private static final List<String> LEVELS = List.of("business", "product", "system");
  private final Random random = new Random(11);
  private final List<List<String>> ends =
      List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  private final Served served;
  private final Organisation organisation = new Organisation(100, 40, 120);

  private MapPageBench(Served served) {
    this.served = served;
  }

  public static void main(String[] args) throws Exception {
    int nodes = Integer.parseInt(args[1]);
    int beliefs = Integer.parseInt(args[2]);
    try (Folder folder = Folder.make()) {
      String captain;
      Served.head("The page of a map of %,d things, %,d beliefs".formatted(nodes, beliefs));
      try (Served served = new Served(args[0], folder.of("data"))) {
        captain = served.captain();
        new MapPageBench(served).tell(nodes, beliefs);
        Served.row("size of the page", served.get("/map", captain).length() / 1024 + " KiB", "");
        row(served, "/map", captain, "≤ 200 ms (95th)");
        row(served, "/map/work", captain, "");
        row(served, "/api/v1/map", captain, "");
        row(served, "/outcomes", captain, "");
      }
      try (Served served = new Served(args[0], folder.of("data"))) {
        served.get("/account", captain);
        Served.row(
            "/map, the first page of a new process but one", once(served, captain), "≤ 200 ms");
        Served.row("/map again", once(served, captain), "");
      }
    }
  }

  private void tell(int nodes, int beliefs) throws Exception {
    organisation.tell(served);
    work();
    List<String> tops = new ArrayList<>();
    for (int i = 0; i < nodes / 5; i++) {
      String id = outcome(i, tops.isEmpty() || i < 3 ? "" : tops.get(i % tops.size()));
      (i < 3 ? tops : new ArrayList<String>()).add(id);
      ends.get(i < 3 ? 0 : i % 3 == 2 ? 2 : 1).add("outcome:" + id);
    }
    for (int i = 0; i < nodes * 3 / 5; i++) {
      int level = i % 10 == 0 ? 0 : i % 3 == 0 ? 1 : 2;
      ends.get(level).add("measure:" + measure(i, level));
    }
    int told = 0;
    for (int i = 0; i < nodes / 5; i++, told++) {
      believe("label:part " + i, any(1 + i % 2));
    }
    for (int i = 0; told < beliefs && i < 4 * beliefs; i++) {
      int lower = 1 + random.nextInt(2);
      told += believe(any(lower), any(random.nextInt(lower))) ? 1 : 0;
    }
  }

  private String any(int level) {
    List<String> from = ends.get(level);
    return from.get(random.nextInt(from.size()));
  }

  private void work() throws Exception {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    StringBuilder issues = new StringBuilder("repository,number,title,state,labels,closed_at\n");
    for (int i = 1; i <= WORK; i++) {
      issues.append(
          "acme/shop,%d,Issue %d,closed,part %d,%s\n"
              .formatted(i, i, i % 150, now.minus(i % 90, ChronoUnit.DAYS)));
    }
    send("/api/v1/imports/work-items?mapping=guess", "text/csv", issues.toString());
  }

  private String outcome(int i, String serves) throws Exception {
    String place = serves.isEmpty() ? "organisation" : place(i);
    return id(
        send(
            "/api/v1/outcomes",
            "application/json",
            """
            {"place": "%s", "title": "Guests of part %d need less help", "serves": "%s",
             "business": "%s", "due_on": "%s", "reason": "it is what they ask for",
             "owners": [{"function": "engineering", "owner": "%s"}],
             "key_results": [
               {"says": "calls", "unit": "calls a week", "baseline": "120", "target": "60"},
               {"says": "found alone", "unit": "guests", "baseline": "10", "target": "40"}]}
            """
                .formatted(
                    place,
                    i,
                    serves,
                    serves.isEmpty() ? "retention" : "",
                    LocalDate.now().plusDays(80),
                    Organisation.address(i % 100))));
  }

  private String place(int i) {
    return i % 3 == 2
        ? "system:" + organisation.system(i % 120)
        : "team:" + organisation.team(i % 40);
  }

  private String measure(int i, int level) throws Exception {
    return id(
        send(
            "/api/v1/map/measures",
            "application/json",
            "{\"place\": \"%s\", \"level\": \"%s\", \"title\": \"Number %d of %s\"}"
                .formatted(place(i), LEVELS.get(level), i, LEVELS.get(level))));
  }

  /** Whether it was taken: one that is there already, or goes round, is refused. */
  private boolean believe(String lower, String upper) throws Exception {
    HttpResponse<String> answer =
        answer(
            "/api/v1/map/beliefs",
            "application/json",
            "{\"lower\": \"%s\", \"upper\": \"%s\", \"says\": \"the one is made of the other\"}"
                .formatted(lower, upper));
    return answer.statusCode() < 300;
  }

  private HttpResponse<String> answer(String path, String type, String body) throws Exception {
    return served.send(
        served
            .at(path)
            .header("Cookie", served.captain())
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private String send(String path, String type, String body) throws Exception {
    HttpResponse<String> answer = answer(path, type, body);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(path + " says " + answer.statusCode() + answer.body());
    }
    return answer.body();
  }

  private static String id(String json) {
    return json.replaceAll("(?s).*?\"id\" ?: ?\"(?:measure:|outcome:)?([^\"]+)\".*", "$1");
  }

  private static String once(Served served, String cookie) throws Exception {
    long begun = System.nanoTime();
    served.get("/map", cookie);
    return "%.0f ms".formatted((System.nanoTime() - begun) / 1e6);
  }

  private static void row(Served served, String path, String cookie, String aim) throws Exception {
    Served.row(path, served.timed(path, cookie, 20, TIMES), aim);
  }
}
