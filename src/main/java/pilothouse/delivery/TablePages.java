package pilothouse.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.metrics.delivery.Cause;
import pilothouse.metrics.delivery.Story;
import pilothouse.text.Csv;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The deployments and the incidents of a service as tables for programs. */
final class TablePages {
  private static final List<String> HEADINGS =
      List.of(
          "deployment",
          "at",
          "revision",
          "environment",
          "outcome",
          "changes",
          "median lead time in seconds",
          "failed",
          "why it failed",
          "restored after seconds",
          "open for seconds",
          "open",
          "unplanned because",
          "changes unknown because",
          "left out because");

  private final Lookouts lookouts;
  private final Gauges gauges;

  TablePages(Lookouts lookouts, Gauges gauges) {
    this.lookouts = lookouts;
    this.gauges = gauges;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/delivery/{system}/deployments.csv", this::deployments).ofSystem("system"),
        Route.read("/delivery/{system}/incidents.csv", this::incidents).ofSystem("system"),
        Route.read("/api/v1/services/{system}/deployments", this::json)
            .ofSystem("system")
            .telling(
                FleetPages.period(
                        Telling.of(
                            "The production deployments of a service, what each brought, and how it failed"))
                    .givesMany(Told.class)));
  }

  /**
   * A deployment as the numbers see it; spans in seconds.
   *
   * @param changes how many it brought
   * @param unknown why its changes are not known or not counted, else null
   * @param leftOut why it is in none of the numbers, else null
   */
  public record Told(
      String deployment,
      Instant at,
      @Nullable String revision,
      @Nullable String environment,
      @Nullable String outcome,
      int changes,
      @Nullable Double medianLeadTime,
      boolean failed,
      List<String> whyFailed,
      @Nullable Double restoredAfter,
      boolean open,
      @Nullable String unplanned,
      @Nullable String unknown,
      @Nullable String leftOut) {}

  private Answer json(Request request) {
    return new Answer.Json(told(lookouts.service(request, "")));
  }

  private List<Told> told(Lookout look) {
    return gauges.bearing(look).metrics().deployments().stream().map(TablePages::told).toList();
  }

  private static Told told(Story story) {
    Deployment deployment = story.deployment();
    var outcome = deployment.outcome();
    return new Told(
        deployment.key(),
        story.at(),
        deployment.revision(),
        deployment.environment(),
        outcome == null ? null : outcome.name().toLowerCase(Locale.ROOT),
        story.changes().size(),
        median(story),
        story.failed(),
        story.whyFailed(),
        story.restoredAfter(),
        story.open(),
        story.whyUnplanned(),
        story.unknown(),
        story.leftOut());
  }

  /** The middle of the lead times of what it brought; null when none is known. */
  static @Nullable Double median(Story story) {
    double[] spans =
        story.changes().stream()
            .map(Story.Change::seconds)
            .filter(Objects::nonNull)
            .mapToDouble(seconds -> seconds)
            .sorted()
            .toArray();
    int n = spans.length;
    return n == 0 ? null : (spans[(n - 1) / 2] + spans[n / 2]) / 2;
  }

  private Answer deployments(Request request) {
    Lookout look = lookouts.service(request, "deployments.csv");
    Csv csv = new Csv(HEADINGS);
    for (Told told : told(look)) {
      csv.row(
          cells(
              told.deployment(),
              told.at(),
              told.revision(),
              told.environment(),
              told.outcome(),
              told.unknown() == null || told.changes() > 0 ? told.changes() : null,
              told.medianLeadTime(),
              told.failed(),
              String.join("; ", told.whyFailed()),
              told.open() ? null : told.restoredAfter(),
              told.open() ? told.restoredAfter() : null,
              told.open(),
              told.unplanned(),
              told.unknown(),
              told.leftOut()));
    }
    return new Answer.Data(Csv.TYPE, look.system() + "-deployments.csv", csv.bytes());
  }

  private Answer incidents(Request request) {
    Lookout look = lookouts.service(request, "incidents.csv");
    Csv csv =
        new Csv(
            List.of(
                "incident",
                "title",
                "severity",
                "detected",
                "resolved",
                "standing of the cause",
                "deployment",
                "why"));
    for (Cause cause : gauges.bearing(look).metrics().causes()) {
      Incident incident = cause.incident();
      Deployment deployment = cause.deployment();
      csv.row(
          cells(
              incident.key(),
              incident.title(),
              incident.severity(),
              incident.detectedAt(),
              incident.resolvedAt(),
              cause.standing().name().toLowerCase(Locale.ROOT),
              deployment == null ? null : deployment.key(),
              cause.why()));
    }
    return new Answer.Data(Csv.TYPE, look.system() + "-incidents.csv", csv.bytes());
  }

  private static List<String> cells(@Nullable Object... values) {
    List<String> cells = new ArrayList<>();
    for (Object value : values) {
      cells.add(value == null ? "" : value.toString());
    }
    return cells;
  }
}
