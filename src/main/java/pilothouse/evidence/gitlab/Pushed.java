package pilothouse.evidence.gitlab;

import java.time.Instant;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.forge.Pushes;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.text.Texts;

/**
 * Commits that were pushed. GitLab does not say when; they count from when it was heard. The time
 * that it gives of a commit is when it was last rewritten, not when it was written.
 */
final class Pushed {
  private Pushed() {}

  static Parsed parse(Payload body, Home home, Instant heard) {
    if (!Pushes.isBranch(body) || Pushes.isDeleted(body)) {
      return new Parsed.Ignored(Texts.kept("kept.pushed.a-branch-was-deleted-that"));
    }
    String usual = body.at("project").text("default_branch");
    return Parsed.of(Pushes.read(body, home, usual, heard, commit -> null));
  }
}
