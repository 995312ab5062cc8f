package pilothouse.evidence.github;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.forge.IncidentLabels;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.pull.Access;
import pilothouse.evidence.pull.Forge;
import pilothouse.evidence.pull.Item;
import pilothouse.evidence.pull.Listing;
import pilothouse.evidence.pull.Project;
import pilothouse.evidence.pull.PullTrouble;
import pilothouse.evidence.pull.Stream;
import pilothouse.evidence.pull.Wire;

/** GitHub's API: lists through REST, and through GraphQL what REST gives one by one. */
public final class GithubApi implements Forge {
  private static final String USUAL = "https://api.github.com";

  private final InstantSource clock;
  private final IncidentLabels incidents;

  /** An API of which issues with those labels are incidents. */
  public GithubApi(InstantSource clock, IncidentLabels incidents) {
    this.clock = clock;
    this.incidents = incidents;
  }

  /**
   * What opens the API.
   *
   * @param written the API's address, as {@code https://github.example.org/api/v3}, or only the
   *     server's; empty for github.com
   */
  public static Access access(String written, String token) {
    Map<String, String> headers =
        Map.of(
            "Authorization",
            "Bearer " + token,
            "Accept",
            "application/vnd.github+json",
            "X-GitHub-Api-Version",
            "2022-11-28");
    Access given = Access.to(written.isEmpty() ? USUAL : written, headers);
    boolean isServer = !written.isEmpty() && given.base().getPath().isEmpty();
    boolean isGithub = "github.com".equals(given.base().getHost());
    return isGithub
        ? Access.to(USUAL, headers)
        : isServer && !"api.github.com".equals(given.base().getHost())
            ? Access.to(given.base() + "/api/v3", headers)
            : given;
  }

  /** Where GraphQL is asked. */
  static URI graphql(Wire wire) {
    String base = wire.access().base().toString();
    return URI.create(base.replaceFirst("/v3$", "") + "/graphql");
  }

  @Override
  public String name() {
    return "github";
  }

  @Override
  public Project project(Wire wire, String named) throws InterruptedException {
    if (!named.matches("[\\w.-]+/[\\w.-]+")) {
      throw PullTrouble.wrong(
          "--repo %s is no repository of GitHub; write it like octo-org/octo-repo."
              .formatted(named));
    }
    return project(wire.document("/repos/" + named));
  }

  @Override
  public List<Project> projects(Wire wire, String organisation) throws InterruptedException {
    if (!organisation.matches("[\\w.-]+")) {
      throw PullTrouble.wrong("--org " + organisation + " is no name; write it like octo-org.");
    }
    String kind =
        "Organization".equals(wire.document("/users/" + organisation).text("type"))
            ? "/orgs/"
            : "/users/";
    List<Project> projects = new ArrayList<>();
    for (Payload repository : wire.all(kind + organisation + "/repos?per_page=100")) {
      if (!repository.is("fork")) {
        projects.add(project(repository));
      }
    }
    return projects;
  }

  private static Project project(Payload repository) {
    return new Project(GithubHooks.home(repository), "/repos/" + repository.needed("full_name"));
  }

  @Override
  public List<String> lists() {
    return List.of("changes", "deployments", "runs", "work", "incidents", "jobs", "checks");
  }

  @Override
  public List<Stream> streams(Wire wire, Project project) throws InterruptedException {
    List<Stream> streams = new ArrayList<>();
    streams.add(new PastChanges(graphql(wire), project, clock));
    streams.add(new PastDeployments(wire.access().at(project.path()), project, clock));
    PastRuns runs = new PastRuns(project, clock);
    streams.add(runs.runs(wire));
    streams.add(work(wire, project));
    for (Payload label : wire.all(project.path() + "/labels?per_page=100")) {
      String name = label.text("name");
      if (name != null && incidents.isOne(name, project.home())) {
        streams.add(incidents(wire, project, name));
      }
    }
    // Last, for they take a question each.
    streams.add(runs.jobs(wire));
    streams.add(new PastChecks(graphql(wire), project, clock));
    return streams;
  }

  /** All issues; GitHub lists pull requests among them. */
  private Stream work(Wire wire, Project project) {
    String query = "/issues?state=all&sort=updated&direction=desc&per_page=100";
    return new Listing(
        "work",
        wire.access().at(project.path() + query),
        "",
        Duration.ZERO,
        issue ->
            Item.of(
                issue,
                "updated_at",
                "issue " + issue.number("number"),
                line ->
                    issue.at("pull_request").isObject()
                        ? List.of()
                        : List.of(Work.item(issue, project.home(), clock.instant()))));
  }

  private Stream incidents(Wire wire, Project project, String label) {
    String query =
        "/issues?state=all&sort=updated&direction=desc&per_page=100&labels="
            + URLEncoder.encode(label, StandardCharsets.UTF_8);
    return new Listing(
        label.equals("incident") ? "incidents" : "incidents " + label,
        wire.access().at(project.path() + query),
        "",
        Duration.ZERO,
        issue ->
            Item.of(
                issue,
                "updated_at",
                "issue " + issue.number("number"),
                line -> incident(issue, project)));
  }

  private List<Fact> incident(Payload issue, Project project) {
    List<String> labels = Changes.labels(issue.at("labels"));
    boolean isChange = issue.at("pull_request").isObject();
    return isChange || labels == null
        ? List.of()
        : List.of(new Issues(incidents).incident(issue, labels, project.home(), clock.instant()));
  }
}
