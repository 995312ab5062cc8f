package pilothouse.direction.roadmap;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.direction.bets.Around;
import pilothouse.metrics.HowLong;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** How long items may take, by the flow of the repositories that they name. */
final class Forecasting {
  private static final double NEARLY_ALL = 0.995;
  private static final double NEARLY_NONE = 0.01;
  private final Around around;
  private final Flows flows;
  private final ForecastShelf odds;

  Forecasting(Around around, Flows flows, ForecastShelf odds) {
    this.around = around;
    this.flows = flows;
    this.odds = odds;
  }

  /** The chances of one; null where nobody said how much is left, or where. */
  ItemTold.@Nullable Chances of(Item item, Window window, Caller caller) {
    if (!item.isOpen() || item.items() == 0 || item.repositoriesNamed().isEmpty()) {
      return null;
    }
    List<int[]> days = new ArrayList<>();
    for (String repository : item.repositoriesNamed()) {
      Optional<int[]> known =
          caller.sees(Where.repository(repository))
              ? flows.perDay(repository, window)
              : Optional.empty();
      if (known.isEmpty()) {
        return none(item, 0, Texts.say("roadmap.forecast.no-flow", repository));
      }
      days.add(known.orElseThrow());
    }
    long left = ChronoUnit.DAYS.between(around.today(), LocalDate.parse(item.due()));
    return told(item, odds.of(sum(days), item.items(), left));
  }

  /** Day by day from the last one backwards, as far as all of them reach. */
  static int[] sum(List<int[]> all) {
    int length = all.stream().mapToInt(days -> days.length).min().orElse(0);
    int[] sum = new int[length];
    for (int[] days : all) {
      for (int i = 0; i < length; i++) {
        sum[i] += days[days.length - length + i];
      }
    }
    return sum;
  }

  private ItemTold.Chances told(Item item, HowLong forecast) {
    String refused = forecast.refused();
    if (refused != null) {
      return none(item, forecast.history(), refused);
    }
    String likely = day(forecast.likely());
    String probable = day(forecast.probable());
    String sure = day(forecast.nearlySure());
    String says =
        Texts.say(
            "roadmap.forecast.says",
            chance(forecast.byThen()),
            Around.day(item.due()),
            Around.day(likely),
            Around.day(probable),
            Around.day(sure),
            Say.count(forecast.items()),
            Say.count(forecast.history()),
            String.valueOf(forecast.seed()));
    return new ItemTold.Chances(
        likely,
        probable,
        sure,
        forecast.byThen(),
        forecast.items(),
        forecast.history(),
        forecast.seed(),
        says);
  }

  /** A chance in words: a share of runs is never all certain, and never impossible. */
  static String chance(double share) {
    if (share >= NEARLY_ALL) {
      return Texts.say("roadmap.forecast.nearly-sure");
    }
    return share < NEARLY_NONE ? Texts.say("roadmap.forecast.hardly") : Say.percent(share);
  }

  /** The same in a table, from 0.01 to 0.99; empty where nobody knows. */
  static String decimal(@Nullable Double share) {
    return share == null
        ? ""
        : String.format(Locale.ROOT, "%.2f", Math.clamp(share, NEARLY_NONE, 1 - NEARLY_NONE));
  }

  private static ItemTold.Chances none(Item item, int history, String why) {
    return new ItemTold.Chances(null, null, null, null, item.items(), history, 0, why);
  }

  private String day(long days) {
    return around.today().plusDays(days).toString();
  }
}
