package pilothouse.promises;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Where;

/**
 * Who owes what by when, and what will show that it is kept.
 *
 * @param kind the word of its kind
 * @param owner the id of who owes it now
 * @param due its last day now
 * @param shows what will show that it is kept
 * @param subject what it is about, such as {@code spike:ID}; empty for nothing else
 * @param page the address of that; empty for none
 * @param costPerWeek what waiting costs in money a week; null where nobody knows
 * @param ending null while it is open
 */
public record Promise(
    String id,
    String kind,
    String what,
    String why,
    String forWhom,
    String owner,
    LocalDate due,
    String shows,
    String subject,
    String page,
    Where place,
    @Nullable Double costPerWeek,
    Instant madeAt,
    String madeBy,
    @Nullable Ending ending) {

  /**
   * How it ended.
   *
   * @param how {@code kept} or {@code dropped}
   * @param evidence what shows it; empty: unverified
   */
  public record Ending(String how, Instant at, String evidence) {
    /** Whether something shows that it was kept. */
    public boolean isVerified() {
      return !evidence.isEmpty();
    }

    /** Whether it was kept, rather than dropped. */
    public boolean isKept() {
      return how.equals(Turn.KEPT);
    }
  }

  /** Whether it is owed still. */
  public boolean isOpen() {
    return ending == null;
  }

  /** Its own page. */
  public String address() {
    return "/promises/" + id;
  }
}
