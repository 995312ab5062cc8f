package pilothouse.metrics.judging;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Series;
import pilothouse.text.Texts;

/**
 * A judgement as programs are told it.
 *
 * @param verdict {@code moved_better}, {@code moved_worse}, {@code no_detectable_change}, {@code
 *     too_early} or {@code cannot_tell}
 * @param before how many points were judged before the effect
 * @param after how many from it on
 * @param baseline on which limits were locked
 * @param limits that points were held against
 * @param plainLimits before they were widened
 * @param level the mean before and after, and between what the true move lies at 95 %: null where
 *     nothing moved before the effect
 * @param signals which rule fired where, after the effect
 */
public record ToldJudgement(
    String verdict,
    String expected,
    LocalDate effect,
    int before,
    int after,
    Judgement.@Nullable Baseline baseline,
    Series.@Nullable Limits limits,
    Series.@Nullable Limits plainLimits,
    Judgement.@Nullable Change level,
    List<Signal> signals,
    List<String> accountedFor,
    List<String> reasons) {

  /** A rule fired. */
  public record Signal(LocalDate day, double value, int rule, String side) {}

  /** The same with other sentences. */
  public ToldJudgement with(List<String> accounts, List<String> why) {
    return new ToldJudgement(
        verdict,
        expected,
        effect,
        before,
        after,
        baseline,
        limits,
        plainLimits,
        level,
        signals,
        accounts,
        why);
  }

  /** The same, said anew in the reader's language. */
  public ToldJudgement anew() {
    return with(
        accountedFor.stream().map(Texts::anew).toList(),
        reasons.stream().map(Texts::anew).toList());
  }

  /** The same for programs, with sentences as they are kept. */
  public static ToldJudgement of(Judgement judged) {
    return new ToldJudgement(
        judged.verdict().word(),
        judged.expect().word(),
        judged.effect(),
        judged.used().before(),
        judged.used().after(),
        judged.baseline(),
        judged.limits(),
        judged.plain(),
        judged.level(),
        judged.hits().stream()
            .map(hit ->
                new Signal(hit.day(), hit.value(), hit.rule(), hit.above() ? "above" : "below"))
            .toList(),
        judged.accounts(),
        judged.reasons());
  }
}
