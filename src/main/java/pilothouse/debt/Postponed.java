package pilothouse.debt;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilothouse.web.Caller;

/**
 * Something that was put off.
 *
 * @param until null where it waits for no day
 * @param soFar what that cost until now; null where nobody knows
 * @param more what it costs from now until then; null where nobody knows
 */
record Postponed(
    Standing one,
    LocalDate since,
    @Nullable LocalDate until,
    String why,
    @Nullable Hours soFar,
    @Nullable Hours more) {

  /** Those that the caller may see, what cost most so far before. */
  static List<Postponed> of(Standings standings, Caller caller, int most) {
    return standings.today().ranked().stream()
        .filter(one -> one.state().isOwed() && one.item().waitingSince() != null)
        .filter(one -> caller.sees(one.item().place()))
        .map(one -> of(standings.ledger(), one))
        .sorted(
            Comparator.<Postponed>comparingDouble(one -> -cost(one.soFar()))
                .thenComparing(Postponed::one, Standing.NEWEST))
        .limit(most)
        .toList();
  }

  private static Postponed of(Ledger ledger, Standing one) {
    Instant since = Objects.requireNonNull(one.item().waitingSince());
    Turn deferral = one.item().deferral();
    LocalDate until = deferral == null ? null : deferral.day();
    Instant now = ledger.now();
    return new Postponed(
        one,
        LocalDate.ofInstant(since, ledger.zone()),
        until,
        deferral == null ? "" : deferral.words(),
        one.worth().during(since, now),
        until == null
            ? null
            : one.worth().during(now, until.atStartOfDay(ledger.zone()).toInstant()));
  }

  private static double cost(@Nullable Hours hours) {
    return hours == null ? -1 : hours.middle();
  }

  /** Hours of this item, with what they cost at its rate; unknown for null. */
  Purse paid(Hours hours) {
    Purse purse = new Purse();
    purse.add(hours, one.worth().rate());
    return purse;
  }
}
