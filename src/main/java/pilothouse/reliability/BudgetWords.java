package pilothouse.reliability;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Budgets in words. */
final class BudgetWords {
  private BudgetWords() {}

  /** The share that was good, or that it is unknown. */
  static String good(Standing one) {
    @Nullable Double good = one.good();
    return good == null ? Texts.say("say.unknown") : share(one.objective(), good);
  }

  /** A share that stands beside the target, said no less exactly than that. */
  static String share(Objective objective, double share) {
    int decimals = objective.target().stripTrailingZeros().scale();
    return decimals < 2 ? Say.percent(share) : Say.percent(share, Math.max(2, decimals - 2));
  }

  /** What is left: {@code 43 %}; less than nothing where more was spent; unknown without data. */
  static String left(Budget budget) {
    return budget.isKnown() ? Say.percent(budget.remaining()) : Texts.say("say.unknown");
  }

  /** How it stands, in one sentence. */
  static String stands(Standing one) {
    return switch (one.state()) {
      case UNKNOWN -> Texts.say("reliability.stands.unknown");
      case EXHAUSTED -> exhausted(1 - one.budget().remaining());
      case BURNING -> Texts.say("reliability.stands.burning", left(one.budget()));
      case LEFT -> Texts.say("reliability.stands.left", left(one.budget()));
    };
  }

  private static String exhausted(double spent) {
    return spent < 2
        ? Texts.say("reliability.stands.exhausted", Say.percent(spent))
        : Texts.say("reliability.stands.exhausted.times", Say.number(spent));
  }

  /** In what it is counted: {@code 12 of 12,345 were bad; up to 12.3 may be}. */
  static String counted(Standing one) {
    Budget budget = one.budget();
    if (!budget.isKnown()) {
      return "";
    }
    return Texts.say(
        switch (one.objective().method()) {
          case OCCURRENCES -> "reliability.counted.events";
          case TIMESLICES -> "reliability.counted.slices";
          case RATIO_TIMESLICES -> "reliability.counted.shares";
        },
        Say.number(budget.bad()),
        Say.number(budget.total()),
        Say.number(budget.allowed()));
  }

  /** The same as time: how long all may fail. */
  static String time(Standing one) {
    return Texts.say("reliability.time", exact(one.allowed()), one.objective().window().says());
  }

  /** To the tenth of a second: {@code 5 min 2.4 s}; a small budget is a matter of seconds. */
  static String exact(Duration time) {
    double seconds = time.toMillis() / 1000.0;
    if (seconds >= 3_600 || seconds < 60) {
      return seconds < 60 ? Texts.say("say.s", Say.number(seconds)) : Say.duration(seconds);
    }
    long minutes = (long) (seconds / 60);
    double rest = Math.round((seconds - minutes * 60) * 10) / 10.0;
    String whole = Texts.say("say.min", minutes);
    return rest == 0 ? whole : whole + " " + Texts.say("say.s", Say.number(rest));
  }

  /** A rate: {@code 3.2 times}; unknown where nothing was told. */
  static String rate(@Nullable Double rate) {
    return rate == null ? Texts.say("say.unknown") : Say.number(rate);
  }

  /** What a pace says of now. */
  static String pace(Burn burn) {
    return Texts.say(
        !burn.isReachable()
            ? "reliability.pace.unreachable"
            : burn.over() == null || burn.under() == null
                ? "reliability.pace.unknown"
                : burn.isTooFast() ? "reliability.pace.too-fast" : "reliability.pace.fine");
  }
}
