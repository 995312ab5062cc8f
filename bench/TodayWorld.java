import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Very many promises, told through the API: most are due one day, some soon, some are overdue, and
 * of these most so long that they went up the ladder; some were put off.
 */
record TodayWorld(Served served, int promises, int findings) {
  private static final int SIDE_BY_SIDE = 8;
  private static final int PUT_OFF = 25;
  private static final Organisation ORGANISATION = new Organisation(400, 40, 120);

  /** Tells it all, and waits until what has to be called to mind was. */
  void tell() throws Exception {
    ORGANISATION.tell(served);
    List<Future<String>> sent = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
      for (int i = 0; i < promises; i++) {
        String json = promise(i);
        Callable<String> one = () -> post("/api/v1/promises", json);
        sent.add(threads.submit(one));
      }
    }
    String oldest = "";
    for (int i = 0; i < promises; i++) {
      String id = sent.get(i).get().replaceAll("(?s).*?\"id\" ?: ?\"([^\"]+)\".*", "$1");
      oldest = days(i) >= 14 && i < findings ? id : oldest;
    }
    putOff();
    settle(oldest);
  }

  private String promise(int i) {
    LocalDate today = LocalDate.now();
    LocalDate due = i < findings ? today.minusDays(days(i)) : today.plusDays(8 + i % 300);
    String place =
        switch (i % 3) {
          case 0 -> "organisation";
          case 1 -> "team:" + ORGANISATION.team(i % 40);
          default -> "system:" + ORGANISATION.system(i % 120);
        };
    String cost = i % 4 == 0 ? ", \"cost_per_week\": " + i % 1000 : "";
    String owner =
        i % 50 == 0 ? "" : ", \"owner\": \"%s\"".formatted(Organisation.address(i % 400));
    return "{\"what\": \"Promise number %d\", \"due\": \"%s\", \"place\": \"%s\"%s%s}"
        .formatted(i, due, place, owner, cost);
  }

  /** From a week ahead to six weeks late. */
  private static int days(int i) {
    return i % 49 - 7;
  }

  private void putOff() throws Exception {
    String all = served.get("/api/v1/findings", served.captain());
    String[] ids = all.split("\"id\" ?: ?\"");
    String until = LocalDate.now().plusDays(7).toString();
    for (int i = 1; i <= Math.min(PUT_OFF, ids.length - 1); i++) {
      String id = ids[i].substring(0, ids[i].indexOf('"'));
      post(
          "/api/v1/findings/later",
          "{\"finding\": \"%s\", \"until\": \"%s\", \"why\": \"after the release\"}"
              .formatted(id, until));
    }
  }

  /** The rounds write down each reminder and each step up the ladder: a minute or two. */
  private void settle(String overdue) throws Exception {
    for (int i = 0; i < 60; i++) {
      String turns = served.get("/api/v1/promises/" + overdue, served.captain());
      if (turns.split("escalated", -1).length > 2) {
        return;
      }
      Thread.sleep(5_000);
    }
    throw new IllegalStateException("nothing went up the ladder in five minutes");
  }

  String post(String path, String json) throws Exception {
    HttpResponse<String> answer =
        served.send(
            served
                .at(path)
                .header("Cookie", served.captain())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " says " + answer.statusCode() + answer.body());
    }
    return answer.body();
  }
}
