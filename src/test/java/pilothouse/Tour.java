package pilothouse;

import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import pilothouse.evidence.facts.Fact;
import pilothouse.git.Progress;

/**
 * Somebody who speaks another language walks through a ship: fills in its forms, brings files, and
 * looks at every kind of page that links lead to.
 */
final class Tour implements AutoCloseable {
  private static final Pattern LINK = Pattern.compile("<a[^>]* href=\"(/[^\"#]*)");

  /** What a source is called in addresses and settings is no word. */
  private static final Pattern SOURCE = Pattern.compile("\\?source=([a-z]+)");

  /** Fields in which people write what they like; the others take words of the program. */
  private static final Set<String> FREE =
      Set.of(
          "title",
          "kind",
          "focus",
          "why",
          "name",
          "one",
          "person",
          "target",
          "email",
          "who",
          "group",
          "by",
          "function",
          "description",
          "pattern",
          "owner",
          "place",
          "file");

  private static final Map<String, String> MAILS =
      Map.of(
          "smtp_host", "127.0.0.1",
          "smtp_port", "9",
          "smtp_tls", "none",
          "smtp_from", "pilot@ferry.example",
          "outgoing_allowed", "127.0.0.1");

  private static final String PASSWORD = "a+rope+of+seven+strands";

  private static final String TABLE =
      """
      Ident;Application;Env;Deployed At;Result
      1;ferry;production;31.01.2026 12:00;success
      2;ferry;production;never;failed
      """;

  private final Ship ship;
  private final String language;
  private final Set<String> data = new TreeSet<>(Set.of("Deployed At", "village", "ferry"));
  private String cookie = "";

  private Tour(Ship ship, String language) {
    this.ship = ship;
    this.language = language;
  }

  /** On a ship on which each kind of page has something to show. */
  static Tour of(Map<String, String> settings, String language) {
    Map<String, String> all = new HashMap<>(MAILS);
    all.putAll(settings);
    Ship ship = Ship.set(all, Progress.SILENT, Village.repository());
    ship.read("ferry").told(VillageDelivery.facts()).delivered();
    Tour tour = new Tour(ship, language);
    VillageDelivery.facts().forEach(tour::hear);
    SOURCE
        .matcher(tour.page("/sources", language))
        .results()
        .forEach(name -> tour.data.add(name.group(1)));
    tour.declare();
    tour.bring();
    ship.settled();
    return tour;
  }

  Ship ship() {
    return ship;
  }

  /** What people typed and tools told: not ours to say. */
  Set<String> data() {
    return Set.copyOf(data);
  }

  private void declare() {
    say("/teams", "title=Harbour");
    say("/catalog", "title=Harbour+lights&owner=harbour&repository=ferry&folder=web");
    say("/people/identities", "say=join&name=Mara+Lind&one=mara%2C+mara%40ferry.example");
    say("/teams/harbour/members", "person=Mara+Lind");
    say("/teams", "title=Pier&type=platform&focus=Stege+und+Lampen");
    say("/catalog", "title=Pier+lamp&owner=pier&kind=Leuchte");
    say("/catalog", "title=Buoy");
    say("/catalog/pier-lamp", "title=Pier+lamp&owner=pier&kind=Laterne&why=umgetauft");
    say("/rules", "kind=environment&pattern=kai-*&target=yes&why=bewohnt");
    say("/notices", "way=email&target=mara%40ferry.example&rhythm=daily&hour=8");
    say("/quickcheck", "lead=3&frequency=2&recovery=1&fails=20&rework=5");
  }

  private void bring() {
    for (String kind : List.of("kind=deployments&name=d.csv", "kind=deployments&zone=UTC&set=x")) {
      send("/api/v1/imports?" + kind, "text/csv", TABLE);
    }
    send("/api/v1/imports?kind=deployments&mapping=guess&zone=UTC&name=g.csv", "text/csv", TABLE);
    send("/api/v1/imports?kind=junit&name=r.xml", "text/xml", "<testsuite/>");
  }

  /** Makes the first account, and from then on does all as that one. */
  void signIn() {
    HttpResponse<String> made =
        say(
            "/account/first",
            "email=ada%40ferry.example&name=Ada+Lind&password=" + PASSWORD + "&again=" + PASSWORD);
    cookie = Crew.cookie(made);
    say("/account/tokens", "name=Ausfuhr&read=yes&change=yes&places=organisation&days=9");
    say("/administration/tokens", "name=Einfuhr&say=yes&scim=yes&places=team%3Aharbour&days=9");
    for (String role : List.of("reader&scope=organisation", "lead&scope=team&place=pier")) {
      say("/administration/roles", "who=bo%40ferry.example&role=" + role);
    }
    HttpResponse<String> invited =
        say("/administration/roles", "who=cem%40ferry.example&role=member&scope=organisation");
    String link = invited.body().replaceAll("(?s).*(/invitations/[\\w-]+).*", "$1");
    Tour other = new Tour(ship, language);
    other.say(link, "name=Cem&password=" + PASSWORD + "&again=" + PASSWORD);
    String cem =
        page("/administration", language).replaceAll("(?s).*/people/([\\w-]+)\">Cem<.*", "$1");
    say("/administration/people/" + cem + "/close", "why=umgezogen");
    say("/account/notes", "title=Ebbe&text=Flut&scope=own");
    say("/administration/groups/teams", "group=scim%2FMole&team=harbour&role=member");
  }

  /** The first account from another browser, with a key beside its password, at the second step. */
  Tour atTheSecondStep() {
    ship.storage()
        .write(rows ->
            rows.execute(
                "insert into passkey (id, account, name, data, count, synced, ways, made_at)"
                    + " select 'AAAA', id, 'Molenlicht', '', 0, 0, '', made_at from account"
                    + " where email = 'ada@ferry.example'"));
    Tour other = new Tour(ship, language);
    other.cookie =
        Crew.cookie(other.say("/sign-in", "email=ada%40ferry.example&password=" + PASSWORD));
    return other;
  }

  /** Sends a form; where it leads is another page. */
  HttpResponse<String> say(String path, String form) {
    for (String field : form.split("&", -1)) {
      String value = URLDecoder.decode(field.replaceFirst("^[^=]*=", ""), StandardCharsets.UTF_8);
      if (FREE.contains(field.replaceFirst("=.*", ""))) {
        data.add(value);
        data.add(value.toLowerCase(Locale.ROOT).replace(' ', '-'));
        data.addAll(List.of(value.split(",? ", -1)));
      }
    }
    return send(path, form);
  }

  /** The same of what makes no sense: all that stands in it, and in its address, is made up. */
  HttpResponse<String> refused(String path, String form) {
    for (String value : (path + "&" + form).split("[/&]([a-z_]+=)?", -1)) {
      data.add(URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return send(path, form);
  }

  private HttpResponse<String> send(String path, String form) {
    return send(path, "application/x-www-form-urlencoded", form);
  }

  private HttpResponse<String> send(String path, String type, String body) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", type)
            .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html");
    return ship.send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) {
    return request(path, language);
  }

  private HttpRequest.Builder request(String path, String accepted) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ship.at(path)).header("Accept-Language", accepted);
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  /** A page as a browser gets it that asks for these languages. */
  String page(String path, String accepted) {
    return ship.send(request(path, accepted)).body();
  }

  /** Keeps the texts of what a tool told. */
  private void hear(Fact fact) {
    try {
      for (RecordComponent part : fact.getClass().getRecordComponents()) {
        part.getAccessor().setAccessible(true);
        if (part.getAccessor().invoke(fact) instanceof String text
            && !text.matches(".*(\\d\\d|[/#:]).*")) {
          String words = text.replace('-', ' ');
          data.add(text);
          data.add(Character.toUpperCase(words.charAt(0)) + words.substring(1));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All pages that links lead to from some, each address once without what follows its “?”. */
  Map<String, String> pages(List<String> first) {
    Map<String, String> pages = new TreeMap<>();
    Set<String> seen = new HashSet<>(first);
    ArrayDeque<String> open = new ArrayDeque<>(first);
    Set<String> kinds = new HashSet<>();
    while (!open.isEmpty()) {
      String path = open.poll();
      HttpResponse<String> answer = ship.send(request(path));
      boolean html = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
      kinds.add(path.replaceAll("\\?.*", ""));
      if (html && !answer.body().isEmpty()) {
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

  /** Every text that is kept, of every table. */
  Set<String> kept() {
    return ship.storage()
        .read(rows -> {
          Set<String> kept = new TreeSet<>();
          try (var tables =
              rows.getConnection()
                  .getMetaData()
                  .getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
              String table = tables.getString("TABLE_NAME");
              if (!table.startsWith("sqlite_") && !table.startsWith("pg_")) {
                rows.createQuery("select * from \"" + table + "\"")
                    .mapToMap()
                    .forEach(row ->
                        row.forEach((column, value) -> {
                          if (value instanceof String text) {
                            kept.add(table + "." + column + ": " + text);
                          }
                        }));
              }
            }
          } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
          }
          return kept;
        });
  }

  @Override
  public void close() {
    ship.close();
  }
}
