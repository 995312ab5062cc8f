package pilothouse.direction.bets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/**
 * An experiment as somebody typed it; the metric may follow, but before any result.
 *
 * @param guardGauge a number that guards it beside the words; none where it is empty
 */
public record ExperimentDraft(
    @Nullable String hypothesis,
    @Nullable String guardrail,
    @Nullable String change,
    @Nullable String due,
    @Nullable String owner,
    @Nullable String bet,
    @Nullable String place,
    @Nullable String gauge,
    @Nullable String expect,
    @Nullable String guardGauge,
    @Nullable String guardSide,
    @Nullable String guardLimit) {
  private static final int LINE = 300;

  Checks problems() {
    Checks checks =
        Checks.none()
            .needs("hypothesis", Typed.or(hypothesis), LINE)
            .needs("guardrail", Typed.or(guardrail), LINE)
            .may("change", Typed.or(change), LINE)
            .day("due", Typed.or(due));
    if (isGuarded()) {
      checks
          .oneOf("guard_side", Typed.or(guardSide), List.of(Guard.ABOVE, Guard.BELOW))
          .needs("guard_limit", Typed.or(guardLimit), LINE);
    } else if (!Typed.or(guardLimit).isEmpty()) {
      checks.needs("guard_gauge", "", LINE);
    }
    return Typed.or(gauge).isEmpty()
        ? checks
        : checks.oneOf("expect", Typed.or(expect), List.of("up", "down"));
  }

  /** Whether a number guards it. */
  boolean isGuarded() {
    return !Typed.or(guardGauge).isEmpty();
  }

  /** The metric, said before there is a result. */
  public record Measured(@Nullable String gauge, @Nullable String expect) {
    Checks problems() {
      return Checks.none()
          .needs("gauge", Typed.or(gauge), LINE)
          .oneOf("expect", Typed.or(expect), List.of("up", "down"));
    }
  }

  /**
   * How it ended, and what was learned; the latter is needed whatever came out.
   *
   * @param guarded whether the guardrail held; nothing where a number guards it, which is read
   */
  public record Result(
      @Nullable String ending,
      @Nullable String guarded,
      @Nullable String result,
      @Nullable String learned,
      @Nullable String change) {
    Checks problems(boolean isRead) {
      List<String> held = isRead ? List.of("") : List.of("yes", "no", "unknown");
      Checks checks =
          Checks.none()
              .oneOf("ending", Typed.or(ending), List.of("supported", "failed", "unclear"))
              .needs("result", Typed.or(result), 2_000)
              .needs("learned", Typed.or(learned), 2_000)
              .may("change", Typed.or(change), LINE);
      if (held.contains(Typed.or(guarded))) {
        return checks;
      }
      return isRead
          ? checks.wrong("guarded", Texts.say("bets.guard.reads-itself"))
          : checks.oneOf("guarded", Typed.or(guarded), held);
    }
  }
}
