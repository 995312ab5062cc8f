package pilothouse.evidence.gitlab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Mentions;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.text.Texts;

/** Merge requests and their approvals, as webhooks write them. */
final class Changes {
  private static final Set<String> GIVEN = Set.of("approved", "approval");
  private static final Set<String> TAKEN = Set.of("unapproved", "unapproval");
  private static final Set<String> ACTIONS = Set.of("open", "close", "reopen", "update", "merge");

  private Changes() {}

  static Parsed parse(Payload body, Home home, Instant heard) {
    Payload merge = body.object("object_attributes");
    String action = merge.text("action");
    action = action == null ? "update" : action; // A new draft, in some versions, has none.
    boolean approves = GIVEN.contains(action) || TAKEN.contains(action);
    if (!approves && !ACTIONS.contains(action)) {
      return new Parsed.Ignored(Texts.kept("kept.changes.merge-request-with-the-action", action));
    }
    List<Fact> facts = new ArrayList<>();
    ChangeRequest change = change(body, merge, action, home, heard);
    facts.add(change);
    facts.addAll(Mentions.of(change.key(), change.saidAt(), merge.whole("description"), home));
    String user = body.at("user").text("username");
    if (approves && user != null) {
      facts.add(approval(change, user, GIVEN.contains(action), change.saidAt(), home));
    }
    return new Parsed.Facts(facts);
  }

  private static ChangeRequest change(
      Payload body, Payload merge, String action, Home home, Instant heard) {
    int number = number(merge);
    Instant updated = merge.time("updated_at");
    Instant said = updated == null ? heard : updated;
    boolean merges = action.equals("merge");
    return new ChangeRequest(
        home.key("change", number),
        said,
        home.name(),
        number,
        merge.text("title"),
        author(body, merge),
        merge.text("source_branch"),
        merge.text("target_branch"),
        merge.at("last_commit").text("id"),
        "merged".equals(merge.text("state")) ? merge.text("merge_commit_sha") : null,
        merge.time("created_at"),
        readyAt(body, merge, action, said),
        null,
        merges ? said : null,
        merges || action.equals("close") ? said : null,
        isOpen(merge),
        draft(merge),
        null,
        null,
        null,
        labels(body.at("labels")),
        List.of(),
        merge.link("url"));
  }

  /** Its number as people see it. */
  static int number(Payload merge) {
    Integer number = merge.count("iid");
    if (number == null || number == 0) {
      throw merge.at("iid").malformed(Texts.kept("kept.changes.is-no-number-of-a-2"));
    }
    return number;
  }

  /** Null while it is locked, which is in the moment of merging, and where it does not say. */
  static @Nullable Boolean isOpen(Payload merge) {
    return switch (merge.text("state")) {
      case "opened" -> true;
      case "closed", "merged" -> false;
      case null, default -> null;
    };
  }

  static @Nullable Boolean draft(Payload merge) {
    Boolean draft = merge.yes("draft");
    return draft == null ? merge.yes("work_in_progress") : draft;
  }

  private static @Nullable Instant readyAt(
      Payload body, Payload merge, String action, Instant said) {
    if (action.equals("open")) {
      return Boolean.TRUE.equals(draft(merge)) ? null : merge.time("created_at");
    }
    Payload draft = body.at("changes").at("draft");
    return draft.is("previous") && Boolean.FALSE.equals(draft.yes("current")) ? said : null;
  }

  /** The payload names people by their names only where they act or are asked to. */
  private static @Nullable String author(Payload body, Payload merge) {
    Integer author = merge.count("author_id");
    List<Payload> people = new ArrayList<>(List.of(body.at("user")));
    people.addAll(body.at("assignees").each());
    people.addAll(body.at("reviewers").each());
    return people.stream()
        .filter(person -> author != null && author.equals(person.count("id")))
        .map(person -> person.text("username"))
        .findFirst()
        .orElse(null);
  }

  /** One person's approval of a change, which GitLab gives no number of its own. */
  static Review approval(ChangeRequest change, String user, boolean given, Instant at, Home home) {
    return new Review(
        home.key("review", "approval-" + change.number() + "-" + user),
        at,
        change.key(),
        user,
        given ? Review.State.APPROVED : Review.State.DISMISSED,
        given ? at : null);
  }

  /** The names of labels, which are objects in webhooks and texts in the API. */
  static @Nullable List<String> labels(Payload list) {
    if (list.isMissing()) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (Payload label : list.each()) {
      String name = label.isObject() ? label.text("title") : label.ownText();
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }
}
