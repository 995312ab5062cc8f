package pilothouse.reliability;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import pilothouse.text.Addresses;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * An objective and where it stands, as pages show it.
 *
 * @param look the class of its state: act, look, unknown or empty
 * @param paces how fast the budget burns
 * @param signals the numbers that it reads
 */
public record ObjectiveShown(
    String title,
    String address,
    String service,
    Where place,
    String description,
    String asks,
    String stands,
    String look,
    String left,
    String good,
    String counted,
    String time,
    List<Pace> paces,
    List<Signal> signals,
    String newest) {

  /** Two windows, the rate that is too fast, and the rates now. */
  public record Pace(
      String longer, String shorter, String factor, String over, String under, String says) {}

  /** A row of numbers; the address is empty where nobody told any. */
  public record Signal(String part, String metric, String address, String query) {}

  /**
   * Shows one.
   *
   * @param signals the numbers that it reads; none in a list
   */
  static ObjectiveShown of(Standing one, List<Signal> signals, ZoneId zone) {
    Objective objective = one.objective();
    Instant newest = one.newest();
    return new ObjectiveShown(
        objective.title(),
        objective.address(),
        objective.service(),
        objective.place(),
        objective.description(),
        objective.says(),
        BudgetWords.stands(one),
        switch (one.state()) {
          case EXHAUSTED -> "act";
          case BURNING -> "look";
          case UNKNOWN -> "unknown";
          case LEFT -> "";
        },
        BudgetWords.left(one.budget()),
        BudgetWords.good(one),
        BudgetWords.counted(one),
        BudgetWords.time(one),
        one.burns().stream().map(ObjectiveShown::pace).toList(),
        signals,
        newest == null ? Texts.say("reliability.newest.never") : Say.time(newest, zone));
  }

  private static Pace pace(Burn burn) {
    return new Pace(
        burn.pace().over(),
        burn.pace().under(),
        Say.number(burn.factor()),
        BudgetWords.rate(burn.over()),
        BudgetWords.rate(burn.under()),
        BudgetWords.pace(burn));
  }

  static List<Signal> signals(Objective objective, Numbers numbers) {
    Indicator indicator = objective.indicator();
    return indicator.signals().stream()
        .map(signal -> {
          String part = signal.equals(indicator.total()) ? "TOTAL" : indicator.kind().name();
          boolean isTold = numbers.seen().containsKey(signal.metric());
          return new Signal(
              Texts.say("reliability.signal." + part.toLowerCase(Locale.ROOT)),
              signal.metric(),
              isTold
                  ? "/measured/%s?scope=%s"
                      .formatted(
                          Addresses.slug(signal.metric()),
                          Addresses.part(objective.place().text()).replace("%3A", ":"))
                  : "",
              signal.query());
        })
        .toList();
  }
}
