package pilothouse.evidence.github;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Pull requests and their reviews, as webhooks and the REST interface write them. */
final class Changes {
  private static final Set<String> ACTIONS =
      Set.of(
          "opened",
          "edited",
          "closed",
          "reopened",
          "synchronize",
          "ready_for_review",
          "converted_to_draft",
          "labeled",
          "unlabeled",
          "assigned",
          "unassigned",
          "review_requested",
          "review_request_removed",
          "locked",
          "unlocked",
          "milestoned",
          "demilestoned",
          "auto_merge_enabled",
          "auto_merge_disabled",
          "enqueued",
          "dequeued");
  private static final Set<String> REVIEW_ACTIONS = Set.of("submitted", "edited", "dismissed");

  private Changes() {}

  static Parsed parse(Payload body, String action, Home home, Instant heard) {
    if (!ACTIONS.contains(action)) {
      return new Parsed.Ignored(Texts.kept("kept.changes.pull-request-with-the-action", action));
    }
    Payload pull = body.object("pull_request");
    ChangeRequest change = change(pull, action, home, heard);
    List<Fact> facts = new ArrayList<>(List.of(change));
    if (!"Bot".equals(pull.at("user").text("type"))) {
      facts.addAll(Mentions.of(change.key(), change.saidAt(), pull.whole("body"), home));
    }
    return new Parsed.Facts(facts);
  }

  static Parsed parseReview(Payload body, String action, Home home, Instant heard) {
    if (!REVIEW_ACTIONS.contains(action)) {
      return new Parsed.Ignored(Texts.kept("kept.changes.pull-request-review-with-the", action));
    }
    Payload pull = body.object("pull_request");
    ChangeRequest change = change(pull, action, home, heard);
    // That a review was dismissed or edited is told by nothing but the pull request's own time.
    Instant saidAt = action.equals("submitted") ? null : pull.time("updated_at");
    return Parsed.of(review(body.object("review"), change.key(), saidAt, home, heard), change);
  }

  static ChangeRequest change(Payload pull, String action, Home home, Instant heard) {
    Integer number = pull.count("number");
    if (number == null || number == 0) {
      throw pull.at("number").malformed(Texts.kept("kept.changes.is-no-number-of-a"));
    }
    Instant updated = pull.time("updated_at");
    Instant mergedAt = pull.time("merged_at");
    boolean isMerged = mergedAt != null || pull.is("merged");
    return new ChangeRequest(
        home.key("change", number),
        updated == null ? heard : updated,
        home.name(),
        number,
        pull.text("title"),
        pull.at("user").text("login"),
        pull.at("head").text("ref"),
        pull.at("base").text("ref"),
        pull.at("head").text("sha"),
        isMerged ? pull.text("merge_commit_sha") : null,
        pull.time("created_at"),
        readyAt(pull, action),
        null,
        mergedAt,
        pull.time("closed_at"),
        isOpen(pull.text("state")),
        pull.yes("draft"),
        pull.count("additions"),
        pull.count("deletions"),
        pull.count("changed_files"),
        labels(pull.at("labels")),
        List.of(),
        pull.link("html_url"));
  }

  /** In whichever case GitHub writes it; null where it does not say. */
  static @Nullable Boolean isOpen(@Nullable String state) {
    return state == null ? null : state.equalsIgnoreCase("open");
  }

  /** Known only in the moment: later nothing says whether it once was a draft. */
  private static @Nullable Instant readyAt(Payload pull, String action) {
    return switch (action) {
      case "opened" -> pull.is("draft") ? null : pull.time("created_at");
      case "ready_for_review" -> pull.time("updated_at");
      default -> null;
    };
  }

  /**
   * A review.
   *
   * @param saidAt when its state became what it is; null: when it was submitted
   */
  static Review review(
      Payload review, String change, @Nullable Instant saidAt, Home home, Instant heard) {
    Instant submitted = review.time("submitted_at");
    Instant said = submitted == null ? heard : submitted;
    return new Review(
        home.key("review", review.id("id")),
        saidAt != null && saidAt.isAfter(said) ? saidAt : said,
        change,
        review.at("user").text("login"),
        state(review.text("state")),
        submitted);
  }

  /**
   * What the reviewer concluded, in whichever case GitHub writes it; null for what is new to us.
   */
  static Review.@Nullable State state(@Nullable String state) {
    return switch (state == null ? "" : state.toLowerCase(Locale.ROOT)) {
      case "approved" -> Review.State.APPROVED;
      case "changes_requested" -> Review.State.CHANGES_REQUESTED;
      case "commented" -> Review.State.COMMENTED;
      case "dismissed" -> Review.State.DISMISSED;
      default -> null;
    };
  }

  /** The names of labels; null when nothing is said of labels. */
  static @Nullable List<String> labels(Payload list) {
    if (list.isMissing()) {
      return null;
    }
    List<String> names = new ArrayList<>();
    for (Payload label : list.each()) {
      String name = label.isObject() ? label.text("name") : label.ownText();
      if (name != null) {
        names.add(name);
      }
    }
    return names;
  }
}
