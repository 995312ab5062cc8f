package pilothouse.evidence.gitlab;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.text.Texts;

/** What people wrote under merge requests: GitLab's reviews are made of it. */
final class Notes {
  private Notes() {}

  static Parsed parse(Payload body, Home home, Instant heard) {
    Payload note = body.object("object_attributes");
    if (!"MergeRequest".equals(note.text("noteable_type"))) {
      return new Parsed.Ignored(Texts.kept("kept.notes.a-note-that-is-under"));
    }
    if (note.is("system")) {
      return new Parsed.Ignored(Texts.kept("kept.notes.a-note-that-gitlab-itself"));
    }
    int number = Changes.number(body.object("merge_request"));
    String author = body.at("user").text("username");
    return Parsed.of(review(note, number, author, home, heard));
  }

  /** A note as a review that concludes nothing. */
  static Review review(
      Payload note, int number, @Nullable String author, Home home, Instant heard) {
    Instant created = note.time("created_at");
    return new Review(
        home.key("review", note.id("id")),
        created == null ? heard : created,
        home.key("change", number),
        author,
        Review.State.COMMENTED,
        created);
  }
}
