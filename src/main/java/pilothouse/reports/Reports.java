package pilothouse.reports;

import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import pilothouse.debt.Candidate;
import pilothouse.debt.Debts;
import pilothouse.delivery.Brief;
import pilothouse.delivery.Living;
import pilothouse.evidence.History;
import pilothouse.findings.Finding;
import pilothouse.findings.Findings;
import pilothouse.findings.Needs;
import pilothouse.metrics.Knowledge;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metrics;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Window;
import pilothouse.text.Texts;
import pilothouse.views.Aim;
import pilothouse.views.Board;
import pilothouse.views.View;
import pilothouse.views.Views;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** The door to reports: the one-page health check, its text and its JSON. */
public final class Reports {
  /** Debt candidates of each kind on the page. */
  private static final int DEBTS = 10;

  /** Days that the forecasts look ahead. */
  private static final int AHEAD = 30;

  private static final List<String> FLOW =
      List.of(
          "commits-per-week",
          "changes-per-week",
          "active-people",
          "newcomers",
          "change-size",
          "change-size-p90",
          "change-files",
          "change-files-p90",
          "trunk-based-share",
          "change-lead-time",
          "change-lead-time-p90",
          "release-frequency",
          "release-gap",
          "test-ratio",
          "churn");

  private Reports() {}

  /**
   * The addresses of the first page, the systems and the health checks.
   *
   * @param check makes a repository's check, and keeps it
   * @param knowledge counts who could tell about the code
   * @param delivery what of delivery asks for a look, of what a caller may see of all or of a team
   * @param living what delivery knows of a repository
   * @param standards which of them the systems of a place hold to
   * @param needs what a caller is shown of all that doors tell, with what is brought
   */
  public static List<Route> routes(
      Views views,
      Function<View, HealthCheck> check,
      Function<View, Knowledge> knowledge,
      BiFunction<Caller, Aim, Brief> delivery,
      Function<String, Living> living,
      BiFunction<Where, Caller, Optional<Board.Table>> standards,
      BiFunction<Caller, List<Finding>, Needs> needs) {
    CheckPages pages = new CheckPages(views, check, knowledge, living, standards);
    List<Route> routes = new ArrayList<>(new TodayPages(views, pages, delivery, needs).routes());
    routes.addAll(pages.routes());
    return routes;
  }

  /** The page of one check; {@code read} says when the repository was read. */
  public static Answer.Page page(View view, HealthCheck check, String read) {
    return CheckPages.page(view, check, read);
  }

  /** The health check of one repository; several are told one by one, never blended. */
  public static HealthCheck check(History history, Scope scope, Window window) {
    return check(Metrics.of(history, scope, window));
  }

  /** The health check of what somebody looks at. */
  public static HealthCheck check(View view) {
    return check(view.history(), view.scope(), view.window()).noting(view.span().says());
  }

  /** The health check of metrics that others may use too. */
  public static HealthCheck check(Metrics metrics) {
    List<String> ids = Metrics.catalogue().stream().map(Metric::id).toList();
    Texts here = Texts.now();
    var suggested =
        CompletableFuture.supplyAsync(() -> here.saying(() -> Debts.candidates(metrics, DEBTS)));
    Readings readings = new Readings(metrics, ids);
    List<Candidate> debts = suggested.join();
    Noticing noticing = new Noticing(metrics, readings, debts);
    Quarters quarters = new Quarters(metrics, readings, debts);
    List<Finding> flow = new FlowNotices(metrics, readings).flow();
    List<HealthCheck.Quarter> four =
        List.of(
            quarters.system(noticing.system()),
            quarters.team(new TeamNotices(metrics, readings).team()),
            quarters.dependencies(noticing.dependencies()),
            quarters.debt(noticing.debt()));
    List<Finding> all = new ArrayList<>(flow);
    four.forEach(quarter -> all.addAll(quarter.findings()));
    return new HealthCheck(
        metrics.scope(),
        metrics.window(),
        basis(metrics),
        metrics.history().coverage().linesCounted(),
        four,
        readings.of(FLOW),
        metrics.releases(),
        List.of(metrics.changesBy(AHEAD), metrics.releasesBy(3 * AHEAD)),
        Findings.ranked(all),
        debts,
        readings.of(ids));
  }

  private static HealthCheck.Basis basis(Metrics metrics) {
    return new HealthCheck.Basis(
        metrics.commitCount(),
        metrics.changeCount(),
        metrics.peopleCount(),
        metrics.fileCount(),
        metrics.silence().map(HealthCheck.Basis::sentence).orElse(null),
        metrics.gaps().entries());
  }

  /** The page as plain text, at most {@code width} columns; colours only when asked for. */
  public static String text(List<HealthCheck> checks, int width, boolean colours) {
    StringBuilder text = new StringBuilder();
    for (HealthCheck check : checks) {
      text.append(text.isEmpty() ? "" : "\n").append(new TextPage(check, width, colours).text());
    }
    return text.toString();
  }

  /** The checks as one JSON document: durations in seconds, rates as fractions, unknown as null. */
  public static void json(List<HealthCheck> checks, Writer out) {
    JsonPage.write(checks, out);
  }
}
