package pilothouse.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import pilothouse.metrics.Reading;
import pilothouse.metrics.delivery.Definition;
import pilothouse.text.Addresses;
import pilothouse.views.Aim;
import pilothouse.views.Helm;
import pilothouse.views.Stretch;
import pilothouse.views.Stretched;
import pilothouse.views.View;

/**
 * What a page of delivery looks at: which service, which span of time, by which definition, said
 * for whom. It writes the addresses of every page that looks at the same.
 *
 * @param system empty for all of them
 * @param page below the service's own address
 * @param aim all of the organisation, or the team whose services are looked at
 * @param scopes that one may switch to
 */
public record Lookout(
    String system,
    String page,
    Stretch stretch,
    Definition definition,
    Reader reader,
    Aim aim,
    List<Aim.Group> scopes)
    implements Stretched {
  public Lookout {
    scopes = List.copyOf(scopes);
  }

  /** One of all services, or of a service whatever team answers for it. */
  Lookout(String system, String page, Stretch stretch, Definition definition, Reader reader) {
    this(system, page, stretch, definition, reader, Aim.ORGANISATION, List.of());
  }

  /** The same of a part of the organisation, and with what one may switch to. */
  Lookout aiming(Aim at, List<Aim.Group> others) {
    return new Lookout(system, page, stretch, definition, reader, at, others);
  }

  /** The switch of the page. */
  public Helm helm() {
    String words = wordingCode();
    return new Helm(
        here(),
        scopes,
        null,
        List.of(),
        stretch.span(),
        lately(),
        byDays(),
        definitions(),
        words.isEmpty() ? Map.of() : Map.of("words", words));
  }

  /** The address of the service's page of that name; the empty name is its first page. */
  public String link(String name) {
    return base() + (name.isEmpty() ? "" : "/" + name) + question(query());
  }

  /** The page that is looked at, without what is asked of it. */
  public String here() {
    return base() + (page.isEmpty() ? "" : "/" + page);
  }

  /** All services. */
  public String fleet() {
    return "/delivery" + question(query());
  }

  /** The page with the usual period. */
  public String lately() {
    return here() + question(rest());
  }

  /** The page with the same period as two days. */
  public String byDays() {
    return here() + question(joined(stretch.days(), rest()));
  }

  /** The page by another definition. */
  public String by(Definition other) {
    return new Lookout(system, page, stretch, other, reader, aim, List.of()).link(page);
  }

  /** The page, said for somebody else. */
  public String to(Reader other) {
    return to(other, page).link(page);
  }

  /** Another service's first page. */
  public Lookout at(String other) {
    return new Lookout(other, "", stretch, definition, reader);
  }

  /** The numbers of the service as JSON. */
  public String json() {
    return api("");
  }

  /** One number as JSON. */
  public String json(String metric) {
    return "/api/v1/metrics/"
        + Addresses.part(metric)
        + question(
            joined(
                "scope=system:" + Addresses.part(system),
                joined(stretch.days(), "definition=" + definition.id())));
  }

  /** The numbers of all services as JSON. */
  public String fleetJson() {
    return "/api/v1/services" + question(plain());
  }

  /** The numbers of all services as a table. */
  public String fleetCsv() {
    return "/delivery.csv" + question(plain());
  }

  private String api(String part) {
    return "/api/v1/services/" + Addresses.slug(system) + part + question(plain());
  }

  /** The changes of a stage. */
  public String stage(String id) {
    return link("changes") + (query().isEmpty() ? "?" : "&") + "stage=" + Addresses.part(id);
  }

  /** The service's name as a part of an address. */
  public String slug() {
    return Addresses.slug(system);
  }

  /** Where the service is declared, its name filled in. */
  public String declare() {
    return "/catalog?name=" + Addresses.part(system) + "#new";
  }

  /** The production deployments as JSON. */
  public String deployments() {
    return api("/deployments");
  }

  /** The incidents and their causes as JSON. */
  public String incidents() {
    return api("/causes");
  }

  /** Where a word about a cause is sent. */
  public String causes() {
    return link("causes");
  }

  /** Where a deployment of another service is chosen as the cause. */
  public String elsewhere(String incident) {
    return causes() + (query().isEmpty() ? "?" : "&") + "incident=" + Addresses.part(incident);
  }

  /** The definitions that one may switch to. */
  public List<View.Choice> definitions() {
    return Arrays.stream(Definition.values())
        .map(each -> new View.Choice(each.id(), each.title(), each == definition))
        .toList();
  }

  /** Whether the guide's own definition is followed. */
  public boolean isUsual() {
    return definition == Definition.DORA;
  }

  /** The first instant of the window, as programs read it. */
  String from() {
    return stretch.window().from().toString();
  }

  /** The first instant after the window, as programs read it. */
  String to() {
    return stretch.window().to().toString();
  }

  /** For whom it is said, empty for engineers. */
  public String wordingCode() {
    return reader == Reader.ENGINEER ? "" : reader.code();
  }

  @Override
  public String says() {
    return system;
  }

  @Override
  public String receipt(Reading reading) {
    return link(Addresses.part(reading.metric().id()));
  }

  private String base() {
    return system.isEmpty() ? "/delivery" : "/delivery/" + Addresses.slug(system);
  }

  private String query() {
    return joined(stretch.span().query(), rest());
  }

  /** What programs are asked: numbers are said for nobody. */
  private String plain() {
    return to(Reader.ENGINEER, page).query();
  }

  private Lookout to(Reader other, String there) {
    return new Lookout(system, there, stretch, definition, other, aim, List.of());
  }

  private String rest() {
    String by = definition == Definition.DORA ? "" : "definition=" + definition.id();
    String of = aim.isAll() ? "" : "scope=" + Addresses.part(aim.text());
    return joined(joined(of, by), wordingCode().isEmpty() ? "" : "words=" + wordingCode());
  }

  private static String joined(String one, String other) {
    StringJoiner joined = new StringJoiner("&");
    for (String part : List.of(one, other)) {
      if (!part.isEmpty()) {
        joined.add(part);
      }
    }
    return joined.toString();
  }

  private static String question(String query) {
    return query.isEmpty() ? "" : "?" + query;
  }
}
