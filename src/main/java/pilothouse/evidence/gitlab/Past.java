package pilothouse.evidence.gitlab;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.pull.Item;
import pilothouse.evidence.pull.Listing;
import pilothouse.evidence.pull.Project;
import pilothouse.evidence.pull.Stream;
import pilothouse.evidence.pull.Wire;

/** The lists of one project. */
final class Past {
  /** For so long after it was made a job may end. */
  private static final Duration RUNNING = Duration.ofDays(3);

  private static final Duration MOMENT = Duration.ofMinutes(5);

  private final Wire wire;
  private final Project project;
  private final Home home;
  private final InstantSource clock;
  private final Incidents incidents;

  Past(Wire wire, Project project, InstantSource clock, IncidentLabels labels) {
    this.wire = wire;
    this.project = project;
    this.home = project.home();
    this.clock = clock;
    this.incidents = new Incidents(labels);
  }

  Stream changes() {
    return list(
        "changes",
        "/merge_requests?state=all&scope=all&order_by=updated_at&sort=desc",
        "updated_at",
        MOMENT,
        "iid",
        (merge, line) -> PastChanges.facts(merge, project, line, now()));
  }

  Stream deployments() {
    return list(
        "deployments",
        "/deployments?order_by=updated_at&sort=desc",
        "updated_at",
        MOMENT,
        "id",
        (deployment, line) -> List.of(Deployments.listed(deployment, home, now())));
  }

  /** The list does not say when a pipeline ended; each has to be asked for. */
  Stream pipelines() {
    return list(
        "pipelines",
        "/pipelines?order_by=updated_at&sort=desc",
        "updated_at",
        MOMENT,
        "id",
        (pipeline, line) -> {
          Payload whole = line.document(project.path() + "/pipelines/" + pipeline.id("id"));
          return List.of(Pipelines.pipeline(whole, "web_url", home, now()));
        });
  }

  Stream jobs() {
    return list(
        "jobs",
        "/jobs?pagination=keyset&order_by=id&sort=desc",
        "created_at",
        RUNNING,
        "id",
        (job, line) ->
            job.time("started_at") == null
                ? List.of()
                : List.of(Pipelines.listed(job, home, now())));
  }

  Stream work() {
    return list(
        "work",
        "/issues?scope=all&order_by=updated_at&sort=desc",
        "updated_at",
        MOMENT,
        "iid",
        (issue, line) -> {
          List<String> labels = Changes.labels(issue.at("labels"));
          String url = issue.link("web_url");
          return List.of(Work.item(issue, labels, "issue_type", url, home, now()));
        });
  }

  Stream incidents(String name, String which) {
    return list(
        name,
        "/issues?scope=all&order_by=updated_at&sort=desc&" + which,
        "updated_at",
        MOMENT,
        "iid",
        (issue, line) -> {
          List<String> labels = Changes.labels(issue.at("labels"));
          List<String> known = labels == null ? List.of() : labels;
          String url = issue.link("web_url");
          return List.of(incidents.incident(issue, known, url, home, now()));
        });
  }

  /** Gets the facts of one element. */
  private interface Meaning {
    List<Fact> of(Payload element, Wire line) throws InterruptedException;
  }

  private Stream list(
      String name, String path, String time, Duration overlap, String id, Meaning meaning) {
    return new Listing(
        name,
        wire.access().at(project.path() + path + "&per_page=100"),
        "",
        overlap,
        element ->
            Item.of(
                element, time, name + " " + element.number(id), line -> meaning.of(element, line)));
  }

  private Instant now() {
    return clock.instant();
  }
}
