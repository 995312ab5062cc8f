package pilothouse.evidence.gitlab;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.pull.Access;
import pilothouse.evidence.pull.Forge;
import pilothouse.evidence.pull.Project;
import pilothouse.evidence.pull.PullTrouble;
import pilothouse.evidence.pull.Stream;
import pilothouse.evidence.pull.Wire;

/** GitLab's API. */
public final class GitlabApi implements Forge {
  private static final String USUAL = "https://gitlab.com";
  private static final String VERSION = "/api/v4";

  private final InstantSource clock;
  private final IncidentLabels incidents;

  /** An API of which issues with those labels are incidents. */
  public GitlabApi(InstantSource clock, IncidentLabels incidents) {
    this.clock = clock;
    this.incidents = incidents;
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
  public List<String> lists() {
    return List.of("changes", "deployments", "pipelines", "work", "incidents", "jobs");
  }

  @Override
  public List<Stream> streams(Wire wire, Project project) throws InterruptedException {
    Past past = new Past(wire, project, clock, incidents);
    List<Stream> streams = new ArrayList<>();
    streams.add(past.changes());
    streams.add(past.deployments());
    streams.add(past.pipelines());
    streams.add(past.work());
    streams.add(past.incidents("incidents", "issue_type=incident"));
    for (Payload label : wire.all(project.path() + "/labels?per_page=100")) {
      String name = label.text("name");
      if (name != null && incidents.isOne(name, project.home())) {
        streams.add(past.incidents("incidents with the label " + name, "labels=" + encoded(name)));
      }
    }
    streams.add(past.jobs());
    return streams;
  }
}
