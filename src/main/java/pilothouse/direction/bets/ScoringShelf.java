package pilothouse.direction.bets;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.web.Caller;

/** Scorings as they are kept: every one, with who and when. */
final class ScoringShelf {
  private final Around around;

  ScoringShelf(Around around) {
    this.around = around;
  }

  List<Scoring> of(Bet bet) {
    return around.storage().read(rows -> ScoringRows.of(rows, bet.id()));
  }

  /** The id of the rubric by which a bet was scored last; empty where it never was. */
  String rubric(Bet bet) {
    return of(bet).stream().findFirst().map(Scoring::rubric).orElse("");
  }

  /** The newest answers of each of these bets by a rubric, by the ids of the bets. */
  Map<String, Answers> newest(Rubric rubric, Map<String, Bet> bets) {
    return around.storage().read(rows -> ScoringRows.newest(rows, rubric.id())).stream()
        .filter(one -> bets.containsKey(one.bet()))
        .collect(
            Collectors.toMap(
                Scoring::bet, one -> new Answers(one.answers()), (a, b) -> b, TreeMap::new));
  }

  /** Keeps what somebody says of a bet. */
  Score add(Bet bet, Rubric rubric, ScoringDraft draft, Caller caller) {
    draft.problems(rubric).refuse();
    Answers answers = new Answers(draft.said());
    Who who = Who.of(caller);
    String why = Typed.or(draft.why());
    return around
        .storage()
        .write(rows -> {
          Map<String, String> before =
              ScoringRows.of(rows, bet.id()).stream()
                  .filter(one -> one.rubric().equals(rubric.id()))
                  .findFirst()
                  .map(Scoring::answers)
                  .orElse(Map.of());
          ScoringRows.add(rows, bet, rubric, answers, why, around.now(), who);
          Journal.write(
              rows,
              Entry.of(around.now(), who, "bet scored", bet.told(), why)
                  .changing(before, answers.said()));
          return Score.of(rubric, answers);
        });
  }
}
