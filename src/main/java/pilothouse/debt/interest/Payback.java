package pilothouse.debt.interest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.judging.Verdict;

/**
 * Whether paying an item back paid: the extra hours of a touch before, as they were measured when
 * it was closed and are kept, and the same measurement of what was merged since.
 *
 * @param verdict too early until then: the payback is unverified; so it is where nobody can tell
 * @param change extra hours of a touch now less before, at 95 %; null before there is a verdict
 * @param n compared touches since
 * @param lacking compared touches that are still needed
 */
public record Payback(Verdict verdict, @Nullable Range change, int n, int lacking) {
  /** After so many days without enough touches nobody will be able to tell. */
  public static final int DAYS = 180;

  /** What was measured at the closing, to be kept as it was. */
  public record Before(
      Instant closedAt,
      double perWeek,
      @Nullable Double extra,
      @Nullable Double low,
      @Nullable Double high,
      int n) {

    /** Of the measurement of the window that ends with the closing. */
    public static Before of(Interest interest, Instant closedAt) {
      return new Before(
          closedAt,
          interest.perWeek(),
          interest.extra(),
          interest.low(),
          interest.high(),
          interest.n());
    }

    @Nullable Range each() {
      Double likely = extra;
      return likely == null || low == null ? null : new Range(low, likely, high);
    }
  }

  /**
   * The verdict now.
   *
   * @param since the same item, measured over what was merged from the closing to now
   */
  public static Payback of(Before before, Interest since, Instant now) {
    Range was = before.each();
    Range is = since.each();
    int lacking = Math.max(0, Interest.ENOUGH - since.n());
    if (was == null || before.n() < Interest.ENOUGH) {
      return new Payback(Verdict.CANNOT_TELL, null, since.n(), lacking);
    }
    if (lacking > 0 || is == null || !is.hasEnds()) {
      boolean isOver = Duration.between(before.closedAt(), now).toDays() >= DAYS;
      Verdict verdict = isOver ? Verdict.CANNOT_TELL : Verdict.TOO_EARLY;
      return new Payback(verdict, null, since.n(), lacking);
    }
    Range change = difference(is, was);
    Verdict verdict =
        change.most() < 0
            ? Verdict.MOVED_BETTER
            : change.least() > 0 ? Verdict.MOVED_WORSE : Verdict.NO_DETECTABLE_CHANGE;
    return new Payback(verdict, change, since.n(), 0);
  }

  /** Whether nothing shows yet that it paid or did not. */
  public boolean isUnverified() {
    return verdict.isOpen() || verdict == Verdict.CANNOT_TELL;
  }

  /**
   * The difference of two independent measurements from their intervals alone. [Zou and Donner
   * 2008]
   */
  static Range difference(Range one, Range other) {
    double likely = one.likely() - other.likely();
    double down = Math.hypot(one.likely() - one.least(), other.most() - other.likely());
    double up = Math.hypot(one.most() - one.likely(), other.likely() - other.least());
    return new Range(likely - down, likely, likely + up);
  }
}
