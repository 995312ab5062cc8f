package pilothouse.verdicts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Written;
import pilothouse.metrics.judging.Expect;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * That a number will move. Who said so stands in the journal alone.
 *
 * @param subject what it belongs to, as {@code bet:ID}; {@code hand} for one by itself
 * @param page the address of that; empty where it has none
 * @param size by how much its mean will move at least, in the number's own unit; null where not
 *     said
 * @param effect the first day on which it could move
 * @param judgedOn the day whose end closes the numbers
 * @param probability that it comes true, 0..1; null where nobody said
 * @param forum the id of the forum that decided, empty where none did
 * @param rubric the id of the rubric by which it was chosen, empty where by none
 * @param withdrawn null where somebody goes on with it
 */
public record Prediction(
    String id,
    String subject,
    String says,
    String page,
    Where place,
    Gauge gauge,
    Expect expect,
    @Nullable Double size,
    LocalDate effect,
    LocalDate judgedOn,
    @Nullable Double probability,
    String forum,
    String rubric,
    Instant madeAt,
    @Nullable Withdrawal withdrawn) {

  /** Of one that somebody made by hand. */
  public static final String BY_HAND = "hand";

  /** So many days after its effect begins somebody may still say that they saw it coming. */
  private static final int GRACE = 14;

  /** Whether it was made before its effect could be seen: else it counts for no track record. */
  public boolean isForeseen() {
    LocalDate made = LocalDate.ofInstant(madeAt, ZoneOffset.UTC);
    return !effect.isBefore(made.minusDays(GRACE));
  }

  /** Its page. */
  public String address() {
    return "/verdicts/" + id;
  }

  /** As search finds it. */
  Written written() {
    return Written.of("prediction", id, says, "", address(), place).also(gauge.where());
  }

  /** Whether the caller may look at its place and at its number. */
  public boolean isFor(Caller caller) {
    return caller.sees(place) && caller.sees(gauge.where());
  }

  /**
   * Whether those who may look at its place may look at something else than its number: then what
   * is told at its place names neither the number nor what came of it.
   */
  boolean isElsewhere() {
    return gauge.isElsewhere(place);
  }

  /** Whether another one is of another number or effect: words of the same move nothing. */
  boolean isOther(Prediction one) {
    return !one.gauge().equals(gauge) || !one.effect().equals(effect);
  }
}
