package pilothouse.direction.bets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An experiment as somebody typed it; the metric may follow, but before any result. */
public record ExperimentDraft(
    @Nullable String hypothesis,
    @Nullable String guardrail,
    @Nullable String change,
    @Nullable String due,
    @Nullable String owner,
    @Nullable String bet,
    @Nullable String place,
    @Nullable String gauge,
    @Nullable String expect) {
  private static final int LINE = 300;

  Checks problems() {
    Checks checks =
        Checks.none()
            .needs("hypothesis", Typed.or(hypothesis), LINE)
            .needs("guardrail", Typed.or(guardrail), LINE)
            .may("change", Typed.or(change), LINE)
            .day("due", Typed.or(due));
    return Typed.or(gauge).isEmpty()
        ? checks
        : checks.oneOf("expect", Typed.or(expect), List.of("up", "down"));
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
   * @param guarded whether the guardrail held
   */
  public record Result(
      @Nullable String ending,
      @Nullable String guarded,
      @Nullable String result,
      @Nullable String learned,
      @Nullable String change) {
    Checks problems() {
      return Checks.none()
          .oneOf("ending", Typed.or(ending), List.of("supported", "failed", "unclear"))
          .oneOf("guarded", Typed.or(guarded), List.of("yes", "no", "unknown"))
          .needs("result", Typed.or(result), 2_000)
          .needs("learned", Typed.or(learned), 2_000)
          .may("change", Typed.or(change), LINE);
    }
  }
}
