package pilothouse.evidence.github;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.forge.Home;
import pilothouse.evidence.forge.Payload;
import pilothouse.evidence.forge.Pushes;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.text.Texts;

/** Commits that were pushed. */
final class Pushed {
  private Pushed() {}

  static Parsed parse(Payload body, Home home, Instant heard) {
    boolean deleted = Pushes.isDeleted(body);
    if (!Pushes.isBranch(body)) {
      return new Parsed.Ignored(Texts.kept("kept.pushed.a-tag-was-pushed-tags"));
    }
    if (body.is("deleted") || deleted) {
      return new Parsed.Ignored(Texts.kept("kept.pushed.a-branch-was-deleted-that"));
    }
    Payload repository = body.at("repository");
    String usual = repository.text("default_branch");
    return Parsed.of(Pushes.read(body, home, usual, at(repository, heard), Pushed::authoredAt));
  }

  /** When it was pushed, or else what comes nearest to it. */
  private static Instant at(Payload repository, Instant heard) {
    Instant pushed = repository.anyTime("pushed_at");
    return pushed == null ? heard : pushed;
  }

  private static @Nullable Instant authoredAt(Payload commit) {
    Instant authored = commit.at("author").anyTime("date");
    return authored == null ? commit.anyTime("timestamp") : authored;
  }
}
