package pilothouse.direction;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What programs send about outcomes. */
final class OutcomeSent {
  private OutcomeSent() {}

  /**
   * An outcome to begin.
   *
   * @param kind committed, or aspirational
   * @param everyDays how many days may pass between check-ins
   */
  public record Wanted(
      @Nullable String place,
      @Nullable String title,
      @Nullable String reason,
      @Nullable String business,
      @Nullable String serves,
      @Nullable String kind,
      @Nullable String startsOn,
      @Nullable String dueOn,
      @Nullable Integer everyDays,
      @Nullable List<Result> keyResults,
      @Nullable List<Owner> owners) {
    /** A key result; without a baseline the number is read now. */
    public record Result(
        @Nullable String says,
        @Nullable String gauge,
        @Nullable String unit,
        @Nullable String baseline,
        @Nullable String target) {}

    /** Who answers for it, for which function. */
    public record Owner(@Nullable String function, @Nullable String owner) {}
  }

  /** A check-in; values of key results that nothing reads by itself, by their ids. */
  public record CheckingIn(
      @Nullable Integer confidence,
      @Nullable String says,
      @Nullable Map<String, String> values,
      @Nullable String function) {}

  /** For which function one confirms. */
  public record Signing(@Nullable String function) {}

  /** Who answers for it from when on. */
  public record Handing(
      @Nullable String function,
      @Nullable String owner,
      @Nullable String since,
      @Nullable String note) {}

  /** Where a key result began; without a value the number is read now. */
  public record Freezing(@Nullable String keyResult, @Nullable String value) {}

  /** Why it is retired. */
  public record Ending(@Nullable String why) {}
}
