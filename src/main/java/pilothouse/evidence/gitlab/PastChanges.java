package pilothouse.evidence.gitlab;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Mentions;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.pull.Project;
import pilothouse.evidence.pull.Wire;

/** A merge request as the API lists it, with its commits and with what was said under it. */
final class PastChanges {
  private PastChanges() {}

  static List<Fact> facts(Payload merge, Project project, Wire wire, Instant now)
      throws InterruptedException {
    String path = project.path() + "/merge_requests/" + Changes.number(merge);
    List<Payload> notes = wire.all(path + "/notes?order_by=created_at&sort=asc&per_page=100");
    List<CommitRef> commits = new ArrayList<>();
    for (Payload commit : wire.all(path + "/commits?per_page=100")) {
      commits.add(new CommitRef(commit.needed("id"), commit.anyTime("authored_date")));
    }
    ChangeRequest change = change(merge, notes, commits, project.home(), now);
    List<Fact> facts = new ArrayList<>(List.of(change));
    String says = merge.whole("description");
    facts.addAll(Mentions.of(change.key(), change.saidAt(), says, project.home()));
    for (Payload note : notes) {
      Review review = review(note, change, project.home(), now);
      if (review != null) {
        facts.add(review);
      }
    }
    return facts;
  }

  private static ChangeRequest change(
      Payload merge, List<Payload> notes, List<CommitRef> commits, Home home, Instant now) {
    int number = Changes.number(merge);
    Instant updated = merge.time("updated_at");
    Instant mergedAt = merge.time("merged_at");
    // GitLab keeps the end that a reopened one had.
    Boolean open = Changes.isOpen(merge);
    Instant closedAt = Boolean.TRUE.equals(open) ? null : merge.time("closed_at");
    return new ChangeRequest(
        home.key("change", number),
        updated == null ? now : updated,
        home.name(),
        number,
        merge.text("title"),
        merge.at("author").text("username"),
        merge.text("source_branch"),
        merge.text("target_branch"),
        merge.text("sha"),
        "merged".equals(merge.text("state")) ? landed(merge) : null,
        merge.time("created_at"),
        readyAt(merge, notes),
        null,
        mergedAt,
        closedAt == null ? mergedAt : closedAt,
        open,
        Changes.draft(merge),
        null,
        null,
        null,
        Changes.labels(merge.at("labels")),
        commits,
        merge.link("web_url"));
  }

  /** The commit that brought it to the target: a merge, a squash, or its own last one. */
  private static @Nullable String landed(Payload merge) {
    String merged = merge.text("merge_commit_sha");
    String squashed = merge.text("squash_commit_sha");
    return merged != null ? merged : squashed != null ? squashed : merge.text("sha");
  }

  /** The first turn of its life tells what it was at its beginning. */
  private static @Nullable Instant readyAt(Payload merge, List<Payload> notes) {
    for (Payload note : notes) {
      String says = note.is("system") ? note.text("body") : null;
      if (says != null && says.startsWith("marked this merge request as **ready**")) {
        return note.time("created_at");
      }
      if (says != null && says.startsWith("marked this merge request as **draft**")) {
        return merge.time("created_at");
      }
    }
    return Boolean.TRUE.equals(Changes.draft(merge)) ? null : merge.time("created_at");
  }

  private static @Nullable Review review(
      Payload note, ChangeRequest change, Home home, Instant now) {
    String author = note.at("author").text("username");
    if (!note.is("system")) {
      return Notes.review(note, change.number(), author, home, now);
    }
    Instant at = note.time("created_at");
    String says = note.text("body");
    if (at == null || author == null || says == null) {
      return null;
    }
    return switch (says) {
      case "approved this merge request" -> Changes.approval(change, author, true, at, home);
      case "unapproved this merge request" -> Changes.approval(change, author, false, at, home);
      case "requested changes" ->
          new Review(
              home.key("review", note.id("id")),
              at,
              change.key(),
              author,
              Review.State.CHANGES_REQUESTED,
              at);
      default -> null;
    };
  }
}
