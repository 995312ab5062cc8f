package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import pilothouse.text.Csv;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** The bets in the order of a rubric, and what is said of one of them by it. */
final class ScorePages {
  private final Supplier<Bets> bets;

  ScorePages(Supplier<Bets> bets) {
    this.bets = bets;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new Outlook<>(
                "/bets/scores",
                Telling.of("Open bets in the order of a rubric, and what would change the order")
                    .with("rubric", "rice, wsjf, delay, or the id of a rubric of your own"),
                Ranked.class,
                this::ranked,
                Outlook.template(
                    "bets/scores",
                    told -> Texts.say("bets.scores.by", told.called()),
                    _ -> Map.of("rubrics", bets.get().rubrics().all())))
            .routes());
    routes.add(Route.read("/bets/scores.csv", this::csv).anywhere());
    routes.addAll(
        new Deed<>(
                "/bets/{bet}/scores",
                ScoringDraft.class,
                "Scores a bet by a rubric; every scoring is kept",
                Ranked.class,
                this::score)
            .routes());
    return routes;
  }

  private Ranked ranked(Request request) {
    String asked = Typed.or(request.query("rubric"));
    return ranked(bets.get().rubrics().find(asked.isEmpty() ? "rice" : asked), request);
  }

  private Ranked ranked(Rubric rubric, Request request) {
    Bets here = bets.get();
    Map<String, Bet> seen = new HashMap<>();
    here.bets().all(request.caller()).stream()
        .filter(Bet::isOpen)
        .forEach(bet -> seen.put(bet.id(), bet));
    Map<String, Answers> answers = here.scorings().newest(rubric, seen);
    Map<String, Score> scores = new TreeMap<>();
    answers.forEach((bet, said) -> scores.put(bet, Score.of(rubric, said)));
    return Ranked.of(rubric, Ranking.of(scores), answers, seen);
  }

  private Deed.Done score(Request request, ScoringDraft draft) {
    Bets here = bets.get();
    Bet bet = here.bets().own(request.part("bet"), request.caller());
    Rubric rubric = here.rubrics().find(Typed.or(draft.rubric()));
    here.scorings().add(bet, rubric, draft, request.caller());
    return new Deed.Done(bet.page() + "#scores", ranked(rubric, request));
  }

  private Answer csv(Request request) {
    Ranked ranked = ranked(request);
    Csv csv = new Csv(List.of("rank", "bet", "title", "stage", "low", "likely", "high", "missing"));
    for (Ranked.Line line : ranked.lines()) {
      Range value = line.value();
      csv.row(
          List.of(
              line.rank() == 0 ? "" : String.valueOf(line.rank()),
              line.bet(),
              line.title(),
              line.stage(),
              value == null ? "" : String.valueOf(value.low()),
              value == null ? "" : String.valueOf(value.likely()),
              value == null ? "" : String.valueOf(value.high()),
              String.join("; ", line.missing())));
    }
    return new Answer.Data(Csv.TYPE, "bets.csv", csv.bytes());
  }
}
