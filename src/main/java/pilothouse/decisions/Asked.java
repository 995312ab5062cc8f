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
      @Nullable String wayBack) {}

  /** The same in other words. */
  record Rewording(
      String title,
      String question,
      @Nullable List<String> drivers,
      @Nullable List<String> options,
      @Nullable String consequences,
      @Nullable String confirmation,
      @Nullable String wayBack,
      @Nullable String why) {}

  /** A part in it: {@code consulted} by a day, {@code agrees}, {@code informed} and others. */
  record Role(String part, String owner, @Nullable String day, @Nullable String why) {}

  /** Advice, or dissent. */
  record Voice(@Nullable String kind, String words) {}

  /** Whether somebody agrees who must. */
  record Consent(@Nullable String answer, String owner, @Nullable String words) {}

  /** Which principle won, and which lost. */
  record Weighing(String won, @Nullable String lost, @Nullable String note) {}

  /** By when it is decided. */
  record Clock(String day, @Nullable String option) {}

  /** Who may decide until a day, within limits. */
  record Delegation(String owner, String day, String limits) {}

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
      String effect,
      String judgedOn,
      @Nullable String probability) {}

  /** A rubric by its id, and the answers: {@code wide yes}, a line each. */
  record Rated(String rubric, @Nullable List<String> answers) {}

  /** Which council reviews it, by its id or its title. */
  record Routed(String council, @Nullable String why) {}

  /** What a member of the council thinks of it: {@code for} or {@code against}. */
  record Vote(String owner, @Nullable String vote, @Nullable String why) {}

  /** A rubric as people write it, a line for each question and each class. */
  record Rubric(String title, List<String> questions, List<String> grades, @Nullable String why) {}

  /** A new council. */
  record Founding(
      String title,
      @Nullable String topic,
      @Nullable String place,
      List<String> members,
      @Nullable Integer quorum) {}

  /** Who comes to a council, or leaves it. */
  record Membership(String owner, @Nullable String part, @Nullable String why) {}

  /** How many must vote. */
  record Quorum(Integer quorum, @Nullable String why) {}

  /** Who may decide at a place, which decisions at most, until when. */
  record Empowering(
      String owner, @Nullable String place, @Nullable String wayBack, String day, String limits) {}
}
