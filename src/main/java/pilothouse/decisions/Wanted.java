package pilothouse.decisions;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs send about rubrics, councils and delegations; forms send the same names. */
final class Wanted {
  private Wanted() {}

  /** A rubric by its id, and the answers: {@code wide yes}, a line each. */
  record Rated(String rubric, @Nullable List<String> answers) {}

  /** Which council reviews it, by its id or its title. */
  record Routed(String council, @Nullable String why) {}

  /** What a member of the council thinks of it: {@code for} or {@code against}. */
  record Vote(String owner, String vote, @Nullable String why) {}

  /** A rubric as people write it, a line for each question and each class. */
  record Rubric(String title, List<String> questions, List<String> grades, @Nullable String why) {}

  /** A new council. */
  record Founding(
      String title,
      String topic,
      @Nullable String place,
      List<String> members,
      @Nullable Integer quorum) {}

  /** Who comes to a council, or leaves it. */
  record Membership(String owner, String part, @Nullable String why) {}

  /** How many must vote. */
  record Quorum(Integer quorum, @Nullable String why) {}

  /** Who may decide at a place, which decisions at most, until when. */
  record Empowering(
      String owner, @Nullable String place, @Nullable String wayBack, String day, String limits) {}
}
