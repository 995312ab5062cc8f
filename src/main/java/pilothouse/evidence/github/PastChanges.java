package pilothouse.evidence.github;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Mentions;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.pull.Ask;
import pilothouse.evidence.pull.Item;
import pilothouse.evidence.pull.Page;
import pilothouse.evidence.pull.Project;
import pilothouse.evidence.pull.Reply;
import pilothouse.evidence.pull.Stream;
import pilothouse.evidence.pull.Wire;
import pilothouse.text.Texts;

/** All pull requests with their commits and reviews, thirty an answer. */
final class PastChanges implements Stream {
  /** GitHub writes a change down a moment after it gave it its time. */
  private static final Duration MOMENT = Duration.ofMinutes(5);

  private final URI graphql;
  private final Project project;
  private final Home home;
  private final InstantSource clock;

  PastChanges(URI graphql, Project project, InstantSource clock) {
    this.graphql = graphql;
    this.project = project;
    this.home = project.home();
    this.clock = clock;
  }

  @Override
  public String name() {
    return "changes";
  }

  @Override
  public Ask page(@Nullable String token) {
    String[] name = home.name().split("/", 2);
    Map<String, String> variables = new HashMap<>(Map.of("owner", name[0], "name", name[1]));
    if (token != null) {
      variables.put("after", token);
    }
    return GraphQl.ask(graphql, PullRequestQuery.TEXT, variables);
  }

  @Override
  public Page read(Reply reply, Wire wire) {
    Payload list = GraphQl.data(reply).object("repository").object("pullRequests");
    List<Item> items = new ArrayList<>();
    for (Payload pull : list.at("nodes").each()) {
      String name = "pull request " + pull.number("number");
      items.add(Item.of(pull, "updatedAt", name, line -> facts(pull, line)));
    }
    Payload info = list.object("pageInfo");
    Integer total = list.count("totalCount");
    return new Page(
        items, info.is("hasNextPage") ? info.text("endCursor") : null, total == null ? -1 : total);
  }

  @Override
  public Duration overlap() {
    return MOMENT;
  }

  private List<Fact> facts(Payload pull, Wire wire) throws InterruptedException {
    Instant now = clock.instant();
    ChangeRequest change = change(pull, commits(pull, wire), now);
    List<Fact> facts = new ArrayList<>(List.of(change));
    for (Payload issue : pull.at("closingIssuesReferences").at("nodes").each()) {
      facts.addAll(Mentions.of(change.key(), change.saidAt(), issue.text("url"), home));
    }
    Payload reviews = pull.at("reviews");
    if (isWhole(reviews)) {
      for (Payload review : reviews.at("nodes").each()) {
        reviewed(review, change, facts);
      }
    } else {
      String path = project.path() + "/pulls/" + change.number() + "/reviews?per_page=100";
      for (Payload review : wire.all(path)) {
        facts.add(Changes.review(review, change.key(), null, home, now));
      }
    }
    return facts;
  }

  private static boolean isWhole(Payload connection) {
    Integer total = connection.count("totalCount");
    return total == null || connection.at("nodes").each().size() >= total;
  }

  private ChangeRequest change(Payload pull, List<CommitRef> commits, Instant now) {
    Integer number = pull.count("number");
    if (number == null || number == 0) {
      throw pull.at("number").malformed(Texts.kept("kept.changes.is-no-number-of-a"));
    }
    Instant updated = pull.time("updatedAt");
    Instant mergedAt = pull.time("mergedAt");
    return new ChangeRequest(
        home.key("change", number),
        updated == null ? now : updated,
        home.name(),
        number,
        pull.text("title"),
        login(pull.at("author")),
        pull.text("headRefName"),
        pull.text("baseRefName"),
        pull.text("headRefOid"),
        mergedAt == null ? null : pull.at("mergeCommit").text("oid"),
        pull.time("createdAt"),
        readyAt(pull),
        null,
        mergedAt,
        pull.time("closedAt"),
        Changes.isOpen(pull.text("state")),
        pull.yes("isDraft"),
        pull.count("additions"),
        pull.count("deletions"),
        pull.count("changedFiles"),
        Changes.labels(pull.at("labels").at("nodes")),
        commits,
        pull.link("url"));
  }

  /** The first turn of its life tells what it was at its beginning. */
  private static @Nullable Instant readyAt(Payload pull) {
    List<Payload> turns = pull.at("timelineItems").at("nodes").each();
    String first = turns.isEmpty() ? "" : turns.getFirst().text("__typename");
    if ("ReadyForReviewEvent".equals(first)) {
      return turns.getFirst().time("createdAt");
    }
    boolean neverReady = turns.isEmpty() && pull.is("isDraft");
    return neverReady ? null : pull.time("createdAt");
  }

  private List<CommitRef> commits(Payload pull, Wire wire) throws InterruptedException {
    List<CommitRef> commits = new ArrayList<>();
    Payload connection = pull.at("commits");
    if (isWhole(connection)) {
      for (Payload node : connection.at("nodes").each()) {
        Payload commit = node.object("commit");
        commits.add(new CommitRef(commit.needed("oid"), commit.anyTime("authoredDate")));
      }
    } else {
      String path = project.path() + "/pulls/" + pull.count("number") + "/commits?per_page=100";
      for (Payload commit : wire.all(path)) {
        Instant authored = commit.at("commit").at("author").anyTime("date");
        commits.add(new CommitRef(commit.needed("sha"), authored));
      }
    }
    return commits;
  }

  /** A review; its number stands in its address alone, for the field's numbers are too small. */
  private void reviewed(Payload review, ChangeRequest change, List<Fact> facts) {
    Instant submitted = review.time("submittedAt");
    Review.State state = Changes.state(review.text("state"));
    if (submitted == null || state == null) {
      return; // It is still being written.
    }
    String id = review.needed("url").replaceFirst("^.*#pullrequestreview-(\\d+)$", "$1");
    if (!id.matches("\\d+")) {
      throw review.at("url").malformed(Texts.kept("kept.past-changes.is-no-address-of-a"));
    }
    facts.add(
        new Review(
            home.key("review", id),
            state == Review.State.DISMISSED ? turned(review, submitted) : submitted,
            change.key(),
            login(review.at("author")),
            state,
            submitted));
  }

  private static Instant turned(Payload review, Instant submitted) {
    Instant updated = review.time("updatedAt");
    return updated != null && updated.isAfter(submitted) ? updated : submitted;
  }

  /** As webhooks write it: programs have a mark behind their names. */
  private static @Nullable String login(Payload actor) {
    String login = actor.text("login");
    boolean isBot = "Bot".equals(actor.text("__typename"));
    return isBot && login != null && !login.endsWith("[bot]") ? login + "[bot]" : login;
  }
}
