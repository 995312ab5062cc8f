package pilothouse.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.views.Shown;

/**
 * What stands on a metric's own page beside its reading.
 *
 * @param of how many facts, in words
 * @param between what an interval says, or empty
 * @param worded the number in the wording that was chosen
 * @param counter the metric that keeps it honest, or null
 * @param serves the decision that it serves
 * @param standing the decisions that stand on it
 * @param uses those that somebody wrote down, a sentence each
 * @param idle a proposal to retire it, or empty
 */
public record Chartroom(
    String of,
    String between,
    List<Wording> wordings,
    String worded,
    @Nullable Shown counter,
    List<Rival> rivals,
    String serves,
    List<Served> standing,
    List<String> uses,
    String idle,
    String useAddress,
    String courseCsv,
    String rowsCsv,
    String json,
    String badge,
    String badgeUrl) {
  public Chartroom {
    wordings = List.copyOf(wordings);
    rivals = List.copyOf(rivals);
    standing = List.copyOf(standing);
    uses = List.copyOf(uses);
  }

  /** For whom the number is said. */
  public record Wording(String name, String address, boolean chosen) {}

  /** The same facts by another definition. */
  public record Rival(String name, String value, String why, String address, boolean chosen) {}
}
