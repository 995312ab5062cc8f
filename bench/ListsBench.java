import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long lists take in a large organisation, for whoever sees all and for a team's reader. */
final class ListsBench {
  private static final Pattern LAST = Pattern.compile("after=([^&\"]+)[^\"]*\" rel=\"next\"");
  private static final int TIMES = 60;
  private final Served served;
  private final Organisation organisation;

  private ListsBench(Served served, Organisation organisation) {
    this.served = served;
    this.organisation = organisation;
  }

  public static void main(String[] args) throws Exception {
    Organisation organisation =
        new Organisation(
            Integer.parseInt(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    try (Folder folder = Folder.make();
        Served served = new Served(args[0], folder.of("data"))) {
      long begun = System.nanoTime();
      organisation.tell(served);
      double took = (System.nanoTime() - begun) / 1e9;
      Served.head("Lists of " + organisation);
      Served.row("told through the API", "%.0f s".formatted(took), "");
      new ListsBench(served, organisation).measure();
      Served.row("resident memory afterwards", served.resident() + " MiB", "");
    }
  }

  private void measure() throws Exception {
    String reader = served.join("reader@bench.example", "member", "team", organisation.team(3));
    for (String list : List.of("/catalog", "/teams", "/people/identities")) {
      asked(list, served.captain(), "who sees all");
      if (!list.startsWith("/people")) {
        asked(list, reader, "a team’s member");
      }
    }
    for (String list : List.of("/administration", "/journal", "/delivery", "/systems", "/rules")) {
      row(list, list, served.captain(), "who sees all");
    }
    for (String list : List.of("/journal", "/delivery", "/systems")) {
      row(list, list, reader, "a team’s member");
    }
    for (String list : List.of("/api/v1/catalog", "/api/v1/teams", "/api/v1/people")) {
      row(list, list, served.captain(), "who sees all");
    }
    row("one team", "/teams/" + organisation.team(3), served.captain(), "who sees all");
    row("one system", "/catalog/" + organisation.system(3), served.captain(), "who sees all");
  }

  private void asked(String list, String cookie, String who) throws Exception {
    List<String> parts = parts(list, cookie);
    Map<String, String> pages = new LinkedHashMap<>();
    pages.put(list + ", first part", parts.getFirst());
    if (parts.size() > 1) {
      pages.put(list + ", middle", parts.get(parts.size() / 2));
      pages.put(list + ", last", parts.getLast());
    }
    pages.put(list + "?q=light", list + "?q=light");
    pages.put(list + "?q= of nothing", list + "?q=nosuchthing");
    for (Map.Entry<String, String> page : pages.entrySet()) {
      row(page.getKey(), page.getValue(), cookie, who);
    }
  }

  /** The addresses of all parts, as the links lead. */
  private List<String> parts(String list, String cookie) throws Exception {
    List<String> parts = new ArrayList<>(List.of(list));
    Matcher next = LAST.matcher(served.get(list, cookie));
    while (next.find()) {
      parts.add(list + "?after=" + next.group(1));
      next = LAST.matcher(served.get(parts.getLast(), cookie));
    }
    return parts;
  }

  private void row(String what, String path, String cookie, String who) throws Exception {
    Served.row(what + ", " + who, served.timed(path, cookie, 20, TIMES), "≤ 100 ms (95th)");
  }
}
