package pilothouse.verdicts;

import static pilothouse.findings.Finding.Severity.KNOW;
import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Predictions whose day is near, and verdicts that came in and have no word beside them yet. */
final class DueVerdicts implements Source {
  private static final int SOON_DAYS = 7;
  private static final int NEW_DAYS = 14;

  private final Verdicts verdicts;
  private volatile @Nullable Kept kept;

  DueVerdicts(Verdicts verdicts) {
    this.verdicts = verdicts;
  }

  /**
   * What was found, good until a prediction changes, the day does or another language is spoken.
   */
  private record Kept(long version, LocalDate day, String language, List<Finding> found) {}

  @Override
  public List<Finding> found(Instant now) {
    LocalDate today = verdicts.today();
    String language = Texts.now().tag();
    long version = verdicts.storage().read(PredictionRows::version);
    Kept before = kept;
    if (before == null
        || before.version() != version
        || !before.day().equals(today)
        || !before.language().equals(language)) {
      before = new Kept(version, today, language, fresh(today));
      kept = before;
    }
    return before.found();
  }

  private List<Finding> fresh(LocalDate today) {
    return verdicts
        .storage()
        .read(rows -> {
          List<Finding> found = new ArrayList<>();
          PredictionRows.unjudged(rows, today.plusDays(SOON_DAYS))
              .forEach(one -> found.add(due(one, today)));
          List<Prediction> near =
              PredictionRows.since(rows, today.minusDays(NEW_DAYS), Verdicts.MOST);
          Map<String, List<Judged>> judged =
              VerdictRows.of(rows, near.stream().map(Prediction::id).toList());
          for (Prediction one : near) {
            List<Judged> all = judged.getOrDefault(one.id(), List.of());
            if (!all.isEmpty() && VerdictRows.notes(rows, one.id(), (_, name) -> name).isEmpty()) {
              found.add(cameIn(one, all.getLast()));
            }
          }
          return List.copyOf(found);
        });
  }

  private static Finding due(Prediction one, LocalDate today) {
    String what = VerdictWords.shortened(one.says());
    boolean over = one.judgedOn().isBefore(today);
    String says =
        over
            ? Texts.say("verdicts.found.over", what)
            : Texts.say("verdicts.found.due", what, Say.day(one.judgedOn()));
    return at(one, "prediction-due", over ? LOOK : KNOW, says).weighing(0.2);
  }

  /** All are equally worth a look: what did not move, and what nobody can tell, too. */
  private static Finding cameIn(Prediction one, Judged judged) {
    String what = VerdictWords.shortened(one.says());
    boolean elsewhere = one.isElsewhere();
    String says =
        elsewhere
            ? Texts.say("verdicts.found.came-in-elsewhere", what)
            : Texts.say("verdicts.found.came-in", what, judged.verdict().says());
    List<String> reasons = elsewhere ? List.of() : judged.judgement().reasons();
    return at(one, "verdict-came-in", LOOK, says)
        .begun(judged.at())
        .weighing(0.6)
        .because(reasons.stream().map(Texts::anew).toList());
  }

  /** Where the prediction belongs, so that nobody reads what another team bets on their number. */
  private static Finding at(Prediction one, String kind, Finding.Severity how, String says) {
    return Finding.of(kind, how, says, one.id(), one.place(), one.address());
  }
}
