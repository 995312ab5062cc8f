package pilothouse.direction.bets;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;
import pilothouse.web.Days;

/**
 * A prediction as somebody typed it.
 *
 * @param gauge such as {@code change-lead-time@system:checkout}
 * @param expect {@code up} or {@code down}
 * @param size by how much at least: a bare number is hours, percent or a count, as the number is
 * @param probability in percent
 */
public record PredictionForm(
    @Nullable String says,
    @Nullable String gauge,
    @Nullable String expect,
    @Nullable String size,
    @Nullable String effect,
    @Nullable String judgedOn,
    @Nullable String probability,
    @Nullable String forum) {
  private static final int LINE = 300;

  Checks problems() {
    Checks checks =
        Checks.none()
            .may("says", Typed.or(says), LINE)
            .needs("gauge", Typed.or(gauge), LINE)
            .oneOf("expect", Typed.or(expect), List.of("up", "down"))
            .may("forum", Typed.or(forum), LINE)
            .may("size", Typed.or(size), 30)
            .number("probability", Typed.or(probability), 100)
            .day("effect", Typed.or(effect))
            .day("judged_on", Typed.or(judgedOn));
    LocalDate from = Checks.dayOf(Typed.or(effect));
    LocalDate to = Checks.dayOf(Typed.or(judgedOn));
    return from != null && to != null && !to.isAfter(from)
        ? checks.wrong("judged_on", Texts.say("bets.prediction.order"))
        : checks;
  }

  /**
   * What it says of a bet; the rest was looked through before.
   *
   * @param rubric by which the bet was scored last, whose track record it counts for; or empty
   */
  Foretelling.Wager wager(Around around, Bet bet, String rubric, Caller caller) {
    String sentence = Typed.or(says);
    Double percent = Checks.numberOf(Typed.or(probability));
    Gauge of = around.gauge(Typed.or(gauge), caller);
    return new Foretelling.Wager(
        bet.subject(),
        sentence.isEmpty() ? bet.success() : sentence,
        bet.page(),
        bet.where(),
        of,
        Typed.or(expect).equals("up"),
        Typed.or(size).isEmpty() ? null : around.amount("size", Typed.or(size), of),
        Days.needed("effect", Typed.or(effect)),
        Days.needed("judged_on", Typed.or(judgedOn)),
        percent == null ? null : percent / 100,
        around.foretelling().forum(Typed.or(forum), caller),
        rubric);
  }
}
