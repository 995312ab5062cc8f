package pilothouse.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs send to change decisions; forms send the same names. */
final class Asked {
  private Asked() {}

  /** A new question. */
  record Proposal(
      String title,
      String question,
      @Nullable String place,
      @Nullable String decider,
      @Nullable List<String> drivers,
      @Nullable List<String> options,
      @Nullable String wayBack,
      @Nullable List<String> affects) {}

  /** What it affects, such as {@code system:booking}, and a number by which one sees that. */
  record Affecting(String scope, @Nullable String gauge) {}

  /** The same in other words; what is left out stays as it is. */
  record Rewording(
      @Nullable String title,
      @Nullable String question,
      @Nullable List<String> drivers,
      @Nullable List<String> options,
      @Nullable String consequences,
      @Nullable String confirmation,
      @Nullable String wayBack,
      @Nullable String why) {}

  /** A part in it: {@code consulted} by a day, {@code agrees}, or that {@code ends} is over. */
  record Role(
      String part,
      String owner,
      @Nullable String ends,
      @Nullable String day,
      @Nullable String why) {}

  /** Advice, or dissent; in the name of that {@code owner}, else of whoever sends it. */
  record Voice(String kind, String words, @Nullable String owner) {}

  /** Whether somebody agrees who must. */
  record Consent(String answer, String owner, @Nullable String words) {}

  /** Which principle won, and which lost. */
  record Weighing(String won, @Nullable String lost, @Nullable String note) {}

  /** By when it is decided. */
  record Clock(String day, @Nullable String option) {}

  /** Who may decide until a day, within limits. */
  record Delegation(String owner, String day, String limits) {}

  /** Whether it is a large rewrite: {@code yes} or {@code no}. */
  record Rewriting(String rewrite, String why) {}

  /** What was chosen. */
  record Verdict(String option, String reasons) {}

  /** Why something was done. */
  record Reason(String why) {}

  /** A file with a decision, where it lies in its folder, and what stands in it. */
  record File(String path, String text, @Nullable String place) {}

  /** Which of two texts is taken: {@code ours} or {@code theirs}. */
  record Taking(String take) {}

  /** Which one holds now. */
  record Successor(String by, String why) {}

  /** A day, or a limit of a number. */
  record Waking(
      @Nullable String day,
      @Nullable String gauge,
      @Nullable String side,
      @Nullable String value,
      @Nullable Integer points) {}

  /** What it will do to a number; the probability in percent. */
  record Forecast(
      @Nullable String says,
      String gauge,
      String expect,
      @Nullable String size,
      @Nullable String effect,
      String judgedOn,
      @Nullable String probability) {}
}
