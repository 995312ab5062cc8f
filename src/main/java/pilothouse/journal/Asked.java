package pilothouse.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody wants to see; empty texts and nulls leave nothing out.
 *
 * @param who an id, or a name as it was then
 * @param what noun and verb, or the noun alone
 * @param kind of the subject
 * @param subject its name
 * @param from the first moment
 * @param to the first moment that is too late
 * @param text anything that stands in the entry
 */
public record Asked(
    String who,
    String what,
    String kind,
    String subject,
    @Nullable Instant from,
    @Nullable Instant to,
    String text) {
  /** All entries. */
  public static final Asked ALL = new Asked("", "", "", "", null, null, "");

  public Asked {
    who = who.strip();
    what = what.strip();
    kind = kind.strip();
    subject = subject.strip();
    text = text.strip();
  }

  /** Those about one thing. */
  public static Asked about(String kind, String subject) {
    return new Asked("", "", kind, subject, null, null, "");
  }
}
