package pilothouse.debt;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** What waits, for those who pay for it: in money and risk, in words that anybody knows. */
final class StakeholderPages {
  static final String PATH = "/debt/stakeholders";
  private final Standings standings;
  private final Trends trends;

  StakeholderPages(Standings standings, Trends trends) {
    this.standings = standings;
    this.trends = trends;
  }

  List<Route> routes() {
    return List.of(
        Route.read(PATH, this::page).anywhere(),
        Route.read("/api/v1" + PATH, this::told)
            .anywhere()
            .telling(
                Telling.of("What waits in money and risk, how that moves, and what was put off")
                    .with("day", "a day of the trend: what each cost then is told, too")
                    .gives(StakeholdersTold.class)));
  }

  /** The day of the trend that is asked for; null for none. */
  private @Nullable LocalDate day(Request request) {
    String asked = request.query("day");
    if (asked == null || asked.isBlank()) {
      return null;
    }
    return Trends.days(standings.ledger().today()).stream()
        .filter(day -> day.toString().equals(asked.strip()))
        .findFirst()
        .orElseThrow(() ->
            Refused.bad(
                Texts.say("debt.bad.trend-day", Say.cut(asked.strip(), 40)),
                Texts.say("debt.mend.trend-day", days())));
  }

  private String days() {
    return Trends.days(standings.ledger().today()).stream()
        .map(LocalDate::toString)
        .collect(Collectors.joining(", "));
  }

  private List<Owed> costs(Request request, LocalDate day) {
    return trends.owed(day).stream()
        .filter(one -> request.caller().sees(one.item().place()))
        .sorted(Owed.DEAREST)
        .toList();
  }

  private Answer told(Request request) {
    LocalDate day = day(request);
    List<Owed> costs = day == null ? List.of() : costs(request, day);
    return new Answer.Json(new StakeholderTelling(standings, trends, request.caller()).told(costs));
  }

  private Answer page(Request request) {
    LocalDate day = day(request);
    if (day != null) {
      return new TrendBoard(standings, day).page(costs(request, day));
    }
    List<Trends.Point> points = trends.points(request.caller());
    return Answer.page(
        "debt/stakeholders",
        Texts.say("debt.stakeholders"),
        Map.of(
            "board",
            new StakeholderBoard(standings, request.caller())
                .board(trends.today(request.caller()), points),
            "picture",
            TrendPicture.of(points)));
  }
}
