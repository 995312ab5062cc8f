package pilothouse.evidence.gitlab;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.pull.Access;
import pilothouse.evidence.pull.Forge;
import pilothouse.evidence.pull.Item;
import pilothouse.evidence.pull.Listing;
import pilothouse.evidence.pull.Project;
import pilothouse.evidence.pull.PullTrouble;
import pilothouse.evidence.pull.Stream;
import pilothouse.evidence.pull.Wire;

/** GitLab's API. */
public final class GitlabApi implements Forge {
  private static final String USUAL = "https://gitlab.com";
  private static final String VERSION = "/api/v4";

  /** For so long after it was made a job may end. */
  private static final Duration RUNNING = Duration.ofDays(3);

  private static final Duration MOMENT = Duration.ofMinutes(5);

  private final InstantSource clock;

  public GitlabApi(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * What opens the API.
   *
   * @param written the server's address, with or without {@code /api/v4}; empty for gitlab.com
   */
  public static Access access(String written, String token) {
    Map<String, String> headers = Map.of("PRIVATE-TOKEN", token);
    Access given = Access.to(written.isEmpty() ? USUAL : written, headers);
    boolean isWhole = given.base().getPath().endsWith(VERSION);
    return isWhole ? given : Access.to(given.base() + VERSION, headers);
  }

  @Override
  public String name() {
    return "gitlab";
  }

  @Override
  public Project project(Wire wire, String named) throws InterruptedException {
    if (!named.matches("[\\w.-]+(?:/[\\w.-]+)+")) {
      throw PullTrouble.wrong(
          "--repo %s is no project of GitLab; write its path like group/project.".formatted(named));
    }
    return project(wire.document("/projects/" + encoded(named)));
  }

  @Override
  public List<Project> projects(Wire wire, String group) throws InterruptedException {
    if (!group.matches("[\\w.-]+(?:/[\\w.-]+)*")) {
      throw PullTrouble.wrong("--org " + group + " is no group; write its path like group/part.");
    }
    String path = "/groups/" + encoded(group);
    boolean isGroup = wire.documentIfThere(path + "?with_projects=false") != null;
    String list =
        isGroup
            ? path + "/projects?include_subgroups=true&order_by=id&sort=asc&per_page=100"
            : "/users/" + encoded(group) + "/projects?order_by=id&sort=asc&per_page=100";
    List<Project> projects = new ArrayList<>();
    for (Payload project : wire.all(list)) {
      if (!project.at("forked_from_project").isObject()) {
        projects.add(project(project));
      }
    }
    return projects;
  }

  private static Project project(Payload project) {
    Home home = Home.of(project, "web_url", "path_with_namespace");
    return new Project(home, "/projects/" + project.id("id"));
  }

  private static String encoded(String path) {
    return URLEncoder.encode(path, StandardCharsets.UTF_8);
  }

  @Override
  public List<Stream> streams(Wire wire, Project project) {
    Past past = new Past(wire, project);
    return List.of(
        past.changes(),
        past.deployments(),
        past.pipelines(),
        past.jobs(),
        past.incidents("incidents", "issue_type=incident"),
        past.incidents("labelled incidents", "labels=incident"));
  }

  /** The lists of one project. */
  private final class Past {
    private final Wire wire;
    private final Project project;
    private final Home home;

    Past(Wire wire, Project project) {
      this.wire = wire;
      this.project = project;
      this.home = project.home();
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
            return List.of(Incidents.incident(issue, known, url, home, now()));
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
                  element,
                  time,
                  name + " " + element.number(id),
                  line -> meaning.of(element, line)));
    }

    private Instant now() {
      return clock.instant();
    }
  }
}
