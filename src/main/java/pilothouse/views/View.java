package pilothouse.views;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Window;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * One look at one repository: what has been read, which folder, which span of time. It writes the
 * addresses of every page that shows the same scope and period.
 */
public record View(
    Sounding sounding,
    History history,
    Scope scope,
    Window window,
    Span span,
    List<Aim.Group> scopes)
    implements Sight {
  public View {
    scopes = List.copyOf(scopes);
  }

  /** The same with what one may switch to. */
  View offering(List<Aim.Group> others) {
    return new View(sounding, history, scope, window, span, others);
  }

  /** The switch of a page. */
  public Helm helm(String page) {
    return new Helm(
        base() + (page.isEmpty() ? "" : "/" + page),
        scopes,
        scope.folder(),
        folders(),
        span,
        lately(page),
        days(page),
        List.of(),
        Map.of());
  }

  /**
   * The period as it stands in the address.
   *
   * @param query empty for the usual period
   * @param dates the two days, or null when a number of weeks was chosen
   * @param choices of the switch
   * @param says why another period is shown than the usual one, in a sentence; else null
   */
  public record Span(
      String query, @Nullable Dates dates, List<Choice> choices, @Nullable String says) {

    /** The same span with a sentence. */
    Span saying(String sentence) {
      return new Span(query, dates, choices, sentence);
    }
  }

  /** Two days as ISO text, empty where open. */
  public record Dates(String from, String to) {}

  /** A choice of the switch. */
  public record Choice(String code, String words, boolean chosen) {}

  /** The address of the repository's page of that name; the empty name is its first page. */
  public String link(String page) {
    String query = query();
    return base() + (page.isEmpty() ? "" : "/" + page) + (query.isEmpty() ? "" : "?" + query);
  }

  /** The page in another order. */
  public String by(String page, String order) {
    String address = link(page);
    return address + (address.contains("?") ? "&" : "?") + "by=" + order;
  }

  /** The same page for a folder. */
  public String folder(String page, String folder) {
    Scope inside = new Scope(scope.repository(), folder);
    return new View(sounding, history, inside, window, span, List.of()).link(page);
  }

  /** The page of a file. */
  public String file(String path) {
    String query = query();
    return base() + "/file?path=" + Addresses.part(path) + (query.isEmpty() ? "" : "&" + query);
  }

  /** Where a path leads: to the file's page, to the folder's people, or nowhere (then empty). */
  @Override
  public String path(String path) {
    if (Folders.at(history, path).equals(path)) {
      return file(path);
    }
    return Folders.at(history, path + "/").startsWith(path + "/") ? folder("people", path) : "";
  }

  /** The receipt of a metric in this scope and period. */
  public String receipt(String metric) {
    return link("readings/" + Addresses.part(metric));
  }

  /** The receipt of a metric for another folder. */
  public String receipt(String metric, String folder) {
    return folder("readings/" + Addresses.part(metric), folder);
  }

  @Override
  public String receipt(Reading reading) {
    return receipt(reading.metric().id(), reading.scope().folder());
  }

  /** The same as JSON. */
  public String json(String page) {
    return "/api/v1" + link(page);
  }

  /** The page with the usual period. */
  public String lately(String page) {
    return spanned(page, "");
  }

  /** The page with the same period as two days. */
  public String days(String page) {
    LocalDate from = LocalDate.ofInstant(window.from(), window.zone());
    LocalDate to = LocalDate.ofInstant(window.to().minusSeconds(1), window.zone());
    return spanned(page, "from=" + from + "&to=" + to);
  }

  private String spanned(String page, String query) {
    Span other = new Span(query, null, List.of(), null);
    return new View(sounding, history, scope, window, other, List.of()).link(page);
  }

  /** When the newest commit of the window was made; null where there is none. */
  public @Nullable Instant newest() {
    return Ends.lastCommit(history, window.to());
  }

  /** The repository's own address. */
  public String base() {
    return base(sounding);
  }

  /** A repository's own address. */
  public static String base(Sounding sounding) {
    return "/systems/" + Addresses.slug(sounding.repository());
  }

  /** What is looked at, in words. */
  @Override
  public String says() {
    return scope.folder().isEmpty()
        ? scope.repository()
        : scope.repository() + "/" + scope.folder();
  }

  /** The days that were named, or null. */
  public @Nullable Dates dates() {
    return span.dates();
  }

  /** The periods that one may switch to. */
  public List<Choice> choices() {
    return span.choices();
  }

  /** The window in words. */
  @Override
  public String when() {
    return Texts.say(
        "views.view.to",
        Say.day(window.from(), window.zone()),
        Say.day(window.to().minusSeconds(1), window.zone()));
  }

  /** The folders that one may look at. */
  public List<String> folders() {
    return Folders.of(history);
  }

  private String query() {
    String folder = scope.folder().isEmpty() ? "" : "folder=" + Addresses.part(scope.folder());
    return folder.isEmpty() || span.query().isEmpty()
        ? folder + span.query()
        : folder + "&" + span.query();
  }
}
