package pilothouse.evidence.github;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.pull.Ask;
import pilothouse.evidence.pull.Item;
import pilothouse.evidence.pull.Page;
import pilothouse.evidence.pull.Project;
import pilothouse.evidence.pull.Reply;
import pilothouse.evidence.pull.Stream;
import pilothouse.evidence.pull.Wire;

/**
 * What programs other than GitHub's own checked of pull requests: of the last commit of each and of
 * the one that merged it. One answer of GraphQL tells for thirty which commits anybody checked;
 * only those are asked for.
 */
final class PastChecks implements Stream {
  private static final String QUERY =
      """
      query($owner: String!, $name: String!, $after: String) {
        repository(owner: $owner, name: $name) {
          pullRequests(first: 30, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes {
              number updatedAt
              mergeCommit { ...Checked }
              commits(last: 1) { nodes { commit { ...Checked } } }
            }
          }
        }
      }
      fragment Checked on Commit {
        oid
        checkSuites(first: 20) { nodes { app { slug name } checkRuns(first: 1) { totalCount } } }
      }
      """;

  /** For so long a check may go on after its pull request was last touched. */
  private static final Duration RUNNING = Duration.ofDays(3);

  private final URI graphql;
  private final Project project;
  private final InstantSource clock;

  PastChecks(URI graphql, Project project, InstantSource clock) {
    this.graphql = graphql;
    this.project = project;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "checks";
  }

  @Override
  public Duration overlap() {
    return RUNNING;
  }

  @Override
  public Ask page(@Nullable String token) {
    String[] name = project.home().name().split("/", 2);
    Map<String, String> variables = new HashMap<>(Map.of("owner", name[0], "name", name[1]));
    if (token != null) {
      variables.put("after", token);
    }
    return GraphQl.ask(graphql, QUERY, variables);
  }

  @Override
  public Page read(Reply reply, Wire wire) {
    Payload list = GraphQl.data(reply).object("repository").object("pullRequests");
    List<Item> items = new ArrayList<>();
    for (Payload pull : list.at("nodes").each()) {
      String name = "checks of pull request " + pull.number("number");
      items.add(Item.of(pull, "updatedAt", name, line -> facts(pull, line)));
    }
    Payload info = list.object("pageInfo");
    Integer total = list.count("totalCount");
    return new Page(
        items, info.is("hasNextPage") ? info.text("endCursor") : null, total == null ? -1 : total);
  }

  private List<Fact> facts(Payload pull, Wire wire) throws InterruptedException {
    Set<String> commits = new LinkedHashSet<>();
    note(pull.at("mergeCommit"), commits);
    for (Payload node : pull.at("commits").at("nodes").each()) {
      note(node.at("commit"), commits);
    }
    List<Fact> facts = new ArrayList<>();
    for (String commit : commits) {
      String path = project.path() + "/commits/" + commit + "/check-suites?per_page=100";
      for (Payload suite : wire.all(path, "check_suites")) {
        if (isOthers(suite, suite.count("latest_check_runs_count"))) {
          facts.addAll(checks(suite, wire));
        }
      }
    }
    return facts;
  }

  private static void note(Payload commit, Set<String> commits) {
    String id = commit.isObject() ? commit.text("oid") : null;
    boolean isChecked =
        commit.at("checkSuites").at("nodes").each().stream()
            .anyMatch(suite -> isOthers(suite, suite.at("checkRuns").count("totalCount")));
    if (id != null && isChecked) {
      commits.add(id);
    }
  }

  /** GitHub makes a suite for every program that might check, whether it does or not. */
  private static boolean isOthers(Payload suite, @Nullable Integer checks) {
    return !Runs.isActions(suite.at("app")) && (checks == null || checks > 0);
  }

  private List<Fact> checks(Payload suite, Wire wire) throws InterruptedException {
    Instant now = clock.instant();
    List<Fact> facts = new ArrayList<>();
    facts.add(Runs.suite(suite, project.home(), now));
    String path =
        "%s/check-suites/%s/check-runs?filter=all&per_page=100"
            .formatted(project.path(), suite.id("id"));
    for (Payload check : wire.all(path, "check_runs")) {
      facts.add(Runs.check(check, suite, project.home(), now));
    }
    return facts;
  }
}
