package pilothouse.direction.bets;

import java.util.List;
import pilothouse.journal.Named;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * A rubric with its versions, the newest first.
 *
 * @param typed its criteria as they are typed, a line each
 */
public record RubricTold(Rubric rubric, String typed, List<Version> versions) {
  public RubricTold {
    versions = List.copyOf(versions);
  }

  /** All rubrics. */
  public record All(List<Rubric> rubrics) {}

  /**
   * One version.
   *
   * @param before the order of bets by the one before; empty for whoever does not see all bets
   * @param after the order right after it; empty for the same
   */
  public record Version(
      int version,
      String criteria,
      String why,
      String at,
      String by,
      String before,
      String after) {}

  static RubricTold of(
      Rubric rubric, List<RubricRows.Version> versions, Caller caller, Around around) {
    boolean ordered = caller.sees(Where.ORGANISATION);
    return new RubricTold(
        rubric,
        String.join("\n", rubric.criteria().stream().map(Criterion::told).toList()),
        versions.stream()
            .map(one ->
                new Version(
                    one.rubric().version(),
                    one.rubric().told(),
                    one.rubric().why(),
                    around.time(one.rubric().at()),
                    Named.by(caller, Where.ORGANISATION, one.byName()),
                    ordered ? one.before() : "",
                    ordered ? one.after() : ""))
            .toList());
  }
}
