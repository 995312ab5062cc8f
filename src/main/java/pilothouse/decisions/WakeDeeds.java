package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauges;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Sent;

/** Says what shall open a decision again; what is so already wakes it at once. */
final class WakeDeeds {
  private WakeDeeds() {}

  static Decision wake(Decision decision, Deciding by, Request request, Sent sent) {
    Docket docket = by.docket();
    String typed = sent.text("gauge", 400);
    if (typed.isEmpty()) {
      sent.needed("day", 40);
      LocalDate today = docket.today();
      LocalDate day = sent.ahead("day", today, today);
      return once(decision, by, "", "", day, "day", Say.day(day));
    }
    Gauges.Offered gauge = DecisionEnds.gauge(docket, typed, request.caller());
    double value = DecisionEnds.amount("value", sent.needed("value", 40), gauge.in());
    boolean above = sent.among("side", List.of("above", "below")).equals("above");
    Sensible.must(docket, gauge, above, value);
    Limit limit = new Limit(gauge.gauge(), above, value, sent.number("points", 8, 1, 100));
    return once(
        decision, by, gauge.gauge().text(), limit.words(), null, "gauge", limit.says(docket));
  }

  /** The same is said once; where it is so already, it wakes the decision at once. */
  private static Decision once(
      Decision decision,
      Deciding by,
      String about,
      String words,
      @Nullable LocalDate day,
      String field,
      String says) {
    boolean isTwice =
        decision.wakes().stream()
            .filter(one -> !one.words().isEmpty() || one.day() == null || one.day().equals(day))
            .anyMatch(one -> one.about().equals(about) && one.words().equals(words));
    if (isTwice) {
      throw Refused.conflict(
              Texts.say("decisions.wake.twice", says), Texts.say("decisions.held.another"))
          .at(field);
    }
    Decision after = by.turn(decision, Kind.WAKE, about, words, day);
    return after.state() == State.ACCEPTED && day == null
        ? Waking.wake(by.docket(), new Deciding(by.docket(), Who.program()), after)
        : after;
  }
}
