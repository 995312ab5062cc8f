import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What pages take while many people click: some see all, most have a role in one team. Each asks
 * for a page every three seconds in the mean.
 */
final class ClickingBench {
  /** Nanoseconds between two clicks of one person, in the mean. */
  private static final long PAUSE = Integer.getInteger("pause", 3_000) * 1_000_000L;

  private static final int TEAMS = 20;
  private static final Organisation ORGANISATION = new Organisation(300, TEAMS, 60);

  public static void main(String[] args) throws Exception {
    int people = Integer.parseInt(args[1]);
    double seconds = Double.parseDouble(args[2]);
    String repository = Path.of(args[0]).getParent().toString();
    try (Folder folder = Folder.make();
        Served served = new Served(args[0], folder.of("data"), repository)) {
      ORGANISATION.tell(served);
      facts(served);
      Clicks clicks = new Clicks(served.port, PAUSE);
      for (int i = 0; i < people; i++) {
        boolean all = i % 4 == 0;
        String team = ORGANISATION.team(i % TEAMS);
        String cookie =
            served.join(
                "hand%d@bench.example".formatted(i),
                i % 3 == 0 ? "member" : "reader",
                all ? "organisation" : "team",
                all ? "" : team);
        clicks.person(cookie, pages(i % TEAMS, all, i % 3 == 0));
      }
      System.err.println("pid " + served.process.pid());
      if (args.length > 3 && !args[3].isEmpty()) {
        System.err.println("waiting " + args[3] + " s");
        Thread.sleep(Long.parseLong(args[3]) * 1000);
      }
      Served.head("%d people clicking".formatted(people));
      double before = served.processorSeconds();
      double own = own();
      double warm = Math.max(20, seconds / 3);
      clicks.run(warm, seconds);
      double used = served.processorSeconds() - before;
      own = own() - own;
      Served.row(
          "answers", "%,d, %.0f a second".formatted(clicks.count, clicks.count / seconds), "");
      Served.row("median, 95th, 99th percentile", Served.spread(clicks.nanos()), "≤ 50 ms (95th)");
      Served.row("answers that were no page", "%d %s".formatted(clicks.errors, clicks.wrong), "0");
      Served.row(
          "processor: the server, the clicking",
          "%.0f %%, %.0f %% of one"
              .formatted(100 * used / (warm + seconds), 100 * own / (warm + seconds)),
          "");
      Served.row("resident memory afterwards", served.resident() + " MiB", "");
      for (Map.Entry<String, long[]> page : clicks.pages().entrySet()) {
        if (page.getValue().length > clicks.count / 60) {
          Served.row(page.getKey(), Served.spread(page.getValue()), "");
        }
      }
      Served.row(
          "load afterwards",
          Files.readString(Path.of("/proc/loadavg")).replaceAll(" .*\\s*", ""),
          "");
    }
  }

  private static double own() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(time -> time.toNanos() / 1e9)
        .orElse(0.0);
  }

  /** The pages that people look at; those of one's own team more than others. */
  private static List<String> pages(int team, boolean all, boolean knowsPeople) {
    String system = ORGANISATION.system(team);
    String own = "/teams/" + ORGANISATION.team(team);
    List<String> pages =
        new ArrayList<>(
            List.of(
                "/",
                "/delivery",
                "/delivery?period=8w",
                "/delivery/" + system,
                "/delivery/" + system + "/deployment-frequency",
                "/catalog",
                "/catalog/" + system,
                "/teams",
                "/journal",
                "/search?q=" + system.substring(0, 4),
                "/account"));
    if (knowsPeople) {
      pages.add(own);
    }
    if (all) {
      pages.addAll(List.of("/systems", "/rules", "/sources"));
    }
    return pages;
  }

  /** Half a year of deployments of every system, one each working day. */
  private static void facts(Served served) throws Exception {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    for (int i = 0; i < 60; i++) {
      StringBuilder body = new StringBuilder("[");
      for (int day = 1; day <= 130; day++) {
        Instant at = now.minus(day * 33L + i, ChronoUnit.HOURS);
        body.append(day == 1 ? "" : ",")
            .append(
                """
                {"id":"d-%1$d-%2$d","service":"%3$s","environment":"production","revision":"%4$040x",
                 "started_at":"%5$s","finished_at":"%6$s","outcome":"success"}
                """
                    .formatted(
                        i, day, ORGANISATION.system(i), i * 1000L + day, at, at.plusSeconds(200)));
      }
      HttpResponse<String> taken =
          served.send(
              served
                  .at("/in/deployment")
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(body.append("]").toString())));
      if (taken.statusCode() >= 300) {
        throw new IllegalStateException(taken.statusCode() + taken.body());
      }
    }
  }
}
