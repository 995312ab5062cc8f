package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * Open bets in the order of a rubric.
 *
 * @param called the rubric's name
 * @param tippings what would turn the order of neighbours, from the top on
 */
public record Ranked(
    String rubric,
    String called,
    int version,
    boolean money,
    List<Line> lines,
    List<Tip> tippings) {
  public Ranked {
    lines = List.copyOf(lines);
    tippings = List.copyOf(tippings);
  }

  /**
   * Where a bet stands.
   *
   * @param rank 0 where its score is unknown
   * @param near whether its range reaches that of the next one
   */
  public record Line(
      int rank,
      String bet,
      String title,
      String stage,
      String score,
      @Nullable Range value,
      String perWeek,
      List<String> missing,
      boolean near) {}

  /** Which assumption, changed by how little, would turn the order of two neighbours. */
  public record Tip(
      String upper,
      String lower,
      String bet,
      String criterion,
      double from,
      double to,
      double share,
      boolean within,
      String says) {}

  static Ranked of(
      Rubric rubric, Ranking ranking, Map<String, Answers> answers, Map<String, Bet> bets) {
    List<Line> lines =
        ranking.places().stream()
            .map(place -> line(rubric, place, Objects.requireNonNull(bets.get(place.bet()))))
            .toList();
    List<Tip> tips = new ArrayList<>();
    for (List<Ranking.Place> pair : ranking.pairs()) {
      Tipping.of(rubric, said(pair.getFirst(), answers), said(pair.getLast(), answers))
          .ifPresent(tipping -> tips.add(tip(rubric, tipping, bets)));
    }
    return new Ranked(
        rubric.id(), rubric.says(), rubric.version(), rubric.method() == Method.DELAY, lines, tips);
  }

  private static Tipping.Pair said(Ranking.Place place, Map<String, Answers> answers) {
    return new Tipping.Pair(place.bet(), Objects.requireNonNull(answers.get(place.bet())));
  }

  private static Line line(Rubric rubric, Ranking.Place place, Bet bet) {
    Score score = place.score();
    Range perWeek = score.perWeek();
    return new Line(
        place.rank(),
        bet.id(),
        bet.title(),
        bet.stage(),
        score.says(),
        score.value(),
        perWeek == null ? "" : perWeek.says(),
        score.missing().stream().map(key -> Scored.called(rubric, key)).toList(),
        place.near());
  }

  private static Tip tip(Rubric rubric, Tipping tipping, Map<String, Bet> bets) {
    String upper = Objects.requireNonNull(bets.get(tipping.upper())).title();
    String lower = Objects.requireNonNull(bets.get(tipping.lower())).title();
    String whose = tipping.bet().equals(tipping.upper()) ? upper : lower;
    String criterion = Scored.called(rubric, tipping.criterion());
    String says =
        tipping.share() < 1e-9
            ? Texts.say("bets.scores.level", upper, lower)
            : Texts.say(
                tipping.within() ? "bets.scores.tips-within" : "bets.scores.tips",
                criterion,
                whose,
                Say.number(tipping.from()),
                Say.number(tipping.to()),
                Say.percent(tipping.share()),
                lower,
                upper);
    return new Tip(
        tipping.upper(),
        tipping.lower(),
        tipping.bet(),
        criterion,
        tipping.from(),
        tipping.to(),
        tipping.share(),
        tipping.within(),
        says);
  }
}
