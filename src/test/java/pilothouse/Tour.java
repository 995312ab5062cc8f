package pilothouse;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import pilothouse.git.Progress;

/** Every kind of page that somebody can walk to, as it is in one language. */
final class Tour {
  private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"(/[^\"#]*)");
  private static final Map<String, String> MAILS =
      Map.of(
          "smtp_host", "127.0.0.1",
          "smtp_port", "9",
          "smtp_tls", "none",
          "smtp_from", "pilot@ferry.example",
          "outgoing_allowed", "127.0.0.1");
  private static final String TABLE =
      """
      Ident;Application;Env;Deployed At;Result
      1;ferry;production;31.01.2026 12:00;success
      2;ferry;production;never;failed
      """;

  private Tour() {}

  /** A ship on which each kind of page has something to show. */
  static Ship ship(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(MAILS);
    all.putAll(settings);
    Ship ship = Ship.set(all, Progress.SILENT, Village.repository());
    ship.read("ferry").told(VillageDelivery.facts()).delivered().declared().joined();
    ship.post("/teams", "title=Pier&type=platform&focus=Piers+and+lamps");
    ship.post("/catalog", "title=Pier+lamp&owner=pier&kind=service");
    ship.post("/catalog", "title=Buoy");
    ship.post("/catalog/pier-lamp", "title=Pier+lamp&owner=pier&kind=library&why=renamed");
    ship.post("/notices", "way=email&target=mara%40ferry.example&rhythm=daily&hour=8");
    for (String kind : List.of("kind=deployments&name=d.csv", "kind=deployments&zone=UTC&set=x")) {
      sent(ship, "/api/v1/imports?" + kind, TABLE);
    }
    sent(ship, "/api/v1/imports?kind=deployments&mapping=guess&zone=UTC&name=g.csv", TABLE);
    sent(ship, "/api/v1/imports?kind=junit&name=r.xml", "<testsuite/>");
    return ship.settled();
  }

  private static void sent(Ship ship, String address, String body) {
    ship.send(
        HttpRequest.newBuilder(ship.at(address))
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** All pages that links lead to from some, each address once without what follows its “?”. */
  static Map<String, String> pages(Ship ship, Map<String, String> headers, List<String> first) {
    Map<String, String> pages = new TreeMap<>();
    Set<String> seen = new HashSet<>(first);
    ArrayDeque<String> open = new ArrayDeque<>(first);
    Set<String> kinds = new HashSet<>();
    while (!open.isEmpty()) {
      String path = open.poll();
      HttpRequest.Builder request = HttpRequest.newBuilder(ship.at(path));
      headers.forEach(request::header);
      HttpResponse<String> answer = ship.send(request);
      boolean html = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
      kinds.add(path.replaceAll("\\?.*", ""));
      if (html) {
        pages.put(path, answer.body());
        LINK.matcher(answer.body())
            .results()
            .map(link -> link.group(1).replace("&amp;", "&"))
            .filter(next -> !next.startsWith("/api/") && !next.startsWith("/exports/"))
            .filter(next -> !kinds.contains(next.replaceAll("\\?.*", "")) && seen.add(next))
            .forEach(open::add);
      }
    }
    return pages;
  }

  /** A page's address with names and numbers in it left out. */
  static String kind(String path) {
    return path.replaceAll("\\?.*", "")
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{20,}", "{id}")
        .replaceAll("/\\d+\\b", "/{number}");
  }
}
