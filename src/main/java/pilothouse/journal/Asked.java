package pilothouse.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/**
 * Which entries somebody wants to see; empty texts and nulls leave nothing out.
 *
 * @param who an id, or a name as it was then
 * @param what noun and verb, or the noun alone
 * @param kind of the subject
 * @param subject its name
 * @param place what the entries have to do with, such as a system
 * @param from the first moment
 * @param to the first moment that is too late
 * @param text anything that stands in the entry, but who
 * @param people whether those are wanted, too, that say who is who
 */
public record Asked(
    String who,
    String what,
    String kind,
    String subject,
    @Nullable Where place,
    @Nullable Instant from,
    @Nullable Instant to,
    String text,
    boolean people) {
  /** All entries. */
  public static final Asked ALL = new Asked("", "", "", "", null, null, null, "", true);

  public Asked {
    who = who.strip();
    what = what.strip();
    kind = kind.strip();
    subject = subject.strip();
    text = text.strip();
  }

  /** Those about things of one kind, or about one of them. */
  public static Asked about(String kind, String subject) {
    return new Asked("", "", kind, subject, null, null, null, "", false);
  }

  /** Those that have to do with a system or a team. */
  public static Asked at(Where place, boolean people) {
    return new Asked("", "", "", "", place, null, null, "", people);
  }
}
