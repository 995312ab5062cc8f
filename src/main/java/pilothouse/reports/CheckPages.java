package pilothouse.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.metrics.Knowledge;
import pilothouse.metrics.Reading;
import pilothouse.text.Say;
import pilothouse.views.Figure;
import pilothouse.views.Sentence;
import pilothouse.views.Shown;
import pilothouse.views.Sounding;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** The first page: the health check of one repository, or the list when there are more. */
public final class CheckPages {
  /** What of the flow fits on the one page; the rest stands on the page of the flow. */
  private static final Set<String> ON_THE_PAGE =
      Set.of(
          "changes-per-week",
          "active-people",
          "change-size",
          "change-lead-time",
          "release-frequency",
          "trunk-based-share");

  private final Views views;
  private final Function<View, HealthCheck> check;
  private final Function<View, Knowledge> knowledge;

  /**
   * Pages of health checks.
   *
   * @param check makes a repository's check
   * @param knowledge counts who could tell about the code
   */
  public CheckPages(
      Views views, Function<View, HealthCheck> check, Function<View, Knowledge> knowledge) {
    this.views = views;
    this.check = check;
    this.knowledge = knowledge;
  }

  /** Their addresses. */
  public List<Route> routes() {
    return List.of(
        Route.read("/", this::first),
        Route.read("/systems", this::systems),
        Route.read("/systems/{repository}", this::one),
        Route.read("/systems/{repository}/people", this::people));
  }

  /** The check of a view, kept; also behind the flow and debt pages. */
  public HealthCheck of(View view) {
    return views
        .keep("check", HealthCheck.class, view, () -> check.apply(view))
        .noting(view.span().says());
  }

  /** A row of the list of systems; without cells nothing has been read yet. */
  public record Row(
      Sounding sounding, String address, @Nullable View view, List<HealthCheck.Quarter> quarters) {}

  /** A quarter as its card shows it. */
  public record Card(
      HealthCheck.Quarter quarter,
      String look,
      @Nullable Said headline,
      List<Said> findings,
      List<Shown> facts,
      List<Entry> lines,
      String more,
      String moreWords) {}

  /** A finding with its number cut out, and where that leads. */
  public record Said(String look, Sentence sentence, String receipt) {}

  /** A line under a quarter; the address may be empty. */
  public record Entry(String text, String address, boolean path, String value, String receipt) {}

  private Answer first(Request request) {
    List<Sounding> soundings = views.soundings();
    if (soundings.isEmpty()) {
      return Answer.page("reports/empty", "Nothing has been read yet", Map.of());
    }
    return soundings.size() == 1 ? show(soundings.getFirst(), request) : systems(request);
  }

  private Answer one(Request request) {
    return show(views.sounding(request), request);
  }

  private Answer show(Sounding sounding, Request request) {
    View view = views.view(sounding, request);
    if (view == null) {
      return Answer.page(
          "views/waiting",
          sounding.repository(),
          Map.of("sounding", sounding, "base", View.base(sounding)));
    }
    return page(view, of(view), read(sounding));
  }

  /** The page of a check; {@code read} says when the repository was read. */
  public static Answer.Page page(View view, HealthCheck made, String read) {
    return new Answer.Page(
        200,
        "reports/check",
        "Health check of " + view.says(),
        false,
        Map.of(
            "view", view,
            "check", made,
            "cards",
                made.quarters().stream().map(quarter -> card(view, quarter, made.basis())).toList(),
            "figures", figures(view, made),
            "read", read));
  }

  private static List<Figure> figures(View view, HealthCheck made) {
    return made.flow().stream()
        .filter(reading -> ON_THE_PAGE.contains(reading.metric().id()))
        .map(reading -> figure(view, reading, made.basis()))
        .toList();
  }

  private static Figure figure(View view, Reading reading, HealthCheck.Basis basis) {
    Figure figure = Figure.of(view, reading);
    return new Figure(
        shown(view, reading, basis), figure.happened(), figure.picture(), figure.rows());
  }

  /** The reading; why it is unknown only where the top of the page does not say it already. */
  private static Shown shown(View view, Reading reading, HealthCheck.Basis basis) {
    Shown shown = Shown.of(view, reading);
    return basis.tells(reading.unknown()) ? shown.brief() : shown;
  }

  private String read(Sounding sounding) {
    return sounding.read() == null
        ? "being read"
        : "read " + Say.ago(sounding.read(), views.clock().instant());
  }

  private Answer systems(Request request) {
    List<Row> rows = new ArrayList<>();
    for (Sounding sounding : views.soundings()) {
      View view = views.view(sounding, request);
      rows.add(
          new Row(
              sounding, View.base(sounding), view, view == null ? List.of() : of(view).quarters()));
    }
    return rows.isEmpty()
        ? Answer.page("reports/empty", "Nothing has been read yet", Map.of())
        : Answer.page("reports/systems", "Systems", Map.of("rows", rows));
  }

  private Answer people(Request request) {
    View view = views.view(request);
    Knowledge known = views.keep("knowledge", Knowledge.class, view, () -> knowledge.apply(view));
    List<Shown> facts =
        of(view).quarters().stream()
            .filter(quarter -> quarter.place() == HealthCheck.Place.TEAM)
            .flatMap(quarter -> quarter.readings().stream())
            .map(reading -> Shown.of(view, reading))
            .toList();
    return Answer.page(
        "reports/people",
        "People of " + view.says() + ", as counts",
        Map.of("view", view, "known", known, "facts", facts));
  }

  private static Card card(View view, HealthCheck.Quarter quarter, HealthCheck.Basis basis) {
    String page =
        switch (quarter.place()) {
          case SYSTEM_RISK -> "files";
          case TEAM -> "people";
          case DEBT -> "debt";
          default -> "flow";
        };
    String words =
        switch (quarter.place()) {
          case SYSTEM_RISK -> "All files";
          case TEAM -> "People as counts";
          case DEBT -> "All candidates";
          default -> "Flow and releases";
        };
    Said headline =
        quarter.findings().stream()
            .filter(finding -> finding.says().equals(quarter.headline()))
            .map(finding -> said(view, finding))
            .findFirst()
            .orElse(null);
    return new Card(
        quarter,
        quarter.state().name().toLowerCase(Locale.ROOT),
        headline,
        quarter.findings().stream()
            .filter(finding -> !finding.says().equals(quarter.headline()))
            .map(finding -> said(view, finding))
            .toList(),
        quarter.readings().stream().map(reading -> shown(view, reading, basis)).toList(),
        quarter.lines().stream().map(line -> entry(view, line)).toList(),
        view.link(page),
        words);
  }

  private static Said said(View view, Finding finding) {
    return new Said(
        finding.severity().name().toLowerCase(Locale.ROOT),
        Sentence.of(finding.says()),
        view.receipt(finding.receipt().metric(), finding.receipt().folder()));
  }

  private static Entry entry(View view, HealthCheck.Line line) {
    return new Entry(
        line.text(),
        line.path().isEmpty() ? "" : view.path(line.path()),
        line.text().equals(line.path()),
        line.value(),
        view.receipt(line.receipt().metric(), line.receipt().folder()));
  }
}
