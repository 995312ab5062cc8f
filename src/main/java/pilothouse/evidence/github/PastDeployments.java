package pilothouse.evidence.github;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * All deployments, a hundred an answer of REST, which knows what GraphQL does not; and all of their
 * statuses in one answer of GraphQL, which REST would give one deployment at a time.
 */
final class PastDeployments implements Stream {
  private static final String QUERY =
      """
      query($ids: [ID!]!) {
        nodes(ids: $ids) {
          ... on Deployment {
            id
            statuses(first: 50) { nodes { state environment createdAt updatedAt logUrl } }
          }
        }
      }
      """;

  /** For so long after it was asked for a deployment may end. */
  private static final Duration UNDER_WAY = Duration.ofDays(7);

  private final URI repository;
  private final Project project;
  private final InstantSource clock;

  PastDeployments(URI repository, Project project, InstantSource clock) {
    this.repository = repository;
    this.project = project;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "deployments";
  }

  @Override
  public Ask page(@Nullable String token) {
    return Ask.get(URI.create(token == null ? repository + "/deployments?per_page=100" : token));
  }

  @Override
  public Page read(Reply reply, Wire wire) throws InterruptedException {
    List<Payload> list = reply.document().each();
    Map<String, List<Payload>> statuses = statuses(list, wire);
    List<Item> items = new ArrayList<>();
    for (Payload deployment : list) {
      List<Payload> its = statuses.getOrDefault(deployment.needed("node_id"), List.of());
      String name = "deployment " + deployment.number("id");
      items.add(Item.of(deployment, "created_at", name, line -> facts(deployment, its)));
    }
    return new Page(items, reply.next(), -1);
  }

  @Override
  public Duration overlap() {
    return UNDER_WAY;
  }

  private static Map<String, List<Payload>> statuses(List<Payload> deployments, Wire wire)
      throws InterruptedException {
    Map<String, List<Payload>> statuses = new HashMap<>();
    List<String> ids = new ArrayList<>();
    for (Payload deployment : deployments) {
      ids.add(deployment.needed("node_id"));
    }
    if (!ids.isEmpty()) {
      Ask ask = GraphQl.ask(GithubApi.graphql(wire), QUERY, Map.of("ids", ids));
      for (Payload node : GraphQl.data(wire.ask(ask)).at("nodes").each()) {
        if (node.isObject() && node.text("id") != null) {
          statuses.put(node.needed("id"), node.at("statuses").at("nodes").each());
        }
      }
    }
    return statuses;
  }

  /** What was asked for, and what each status said: the same as webhooks tell one after another. */
  private List<Fact> facts(Payload deployment, List<Payload> statuses) {
    Instant now = clock.instant();
    List<Fact> facts = new ArrayList<>();
    facts.add(Deployments.asked(deployment, project.home(), now));
    for (Payload status : statuses) {
      String state = status.text("state");
      Deployments.Status said =
          new Deployments.Status(
              state == null ? "" : state.toLowerCase(Locale.ROOT),
              status.text("environment"),
              status.time("createdAt"),
              status.time("updatedAt"),
              status.link("logUrl"));
      facts.add(Deployments.told(deployment, said, project.home(), now));
    }
    return facts;
  }
}
