package pilothouse.direction.bets;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A spike or an assumption as somebody typed it. */
public record ProbeDraft(
    @Nullable String question,
    @Nullable String test,
    @Nullable String due,
    @Nullable String owner,
    @Nullable String bet,
    @Nullable String decision,
    @Nullable String place) {
  private static final int LINE = 300;

  /**
   * What is wrong with it.
   *
   * @param tested whether it must say how it is found out
   */
  Checks problems(boolean tested) {
    Checks checks =
        Checks.none()
            .needs("question", Typed.or(question), LINE)
            .day("due", Typed.or(due))
            .may("decision", Typed.or(decision), LINE);
    String how = Typed.or(test);
    return tested ? checks.needs("test", how, 2_000) : checks.may("test", how, 2_000);
  }

  /**
   * What was found out.
   *
   * @param verdict of an assumption {@code held}, {@code broke} or {@code unclear}
   */
  public record Answer(@Nullable String answer, @Nullable String verdict) {
    Checks problems(boolean spike) {
      List<String> words = spike ? List.of("", "answered") : List.of("held", "broke", "unclear");
      return Checks.none()
          .needs("answer", Typed.or(answer), 2_000)
          .oneOf("verdict", Typed.or(verdict), words);
    }
  }

  /** What a spike answers a question of. */
  public record Link(@Nullable String bet, @Nullable String decision) {}
}
