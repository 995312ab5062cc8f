package pilothouse.direction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much of the finished work leads to an outcome.
 *
 * @param from the first day, in words, and the last one
 * @param fraction of all; null where nothing was finished
 */
public record Share(
    String from, String to, int all, int linked, @Nullable Double fraction, List<Row> rows) {
  public Share {
    rows = List.copyOf(rows);
  }

  /** One step up: what is moved, and why somebody believes it. */
  public record Step(String name, String address, String says) {}

  /**
   * A piece of finished work.
   *
   * @param steps up from it; none where it leads nowhere
   * @param reachesBusiness whether they end at the business
   */
  public record Row(Done done, List<Step> steps, boolean reachesBusiness) {
    public boolean isLinked() {
      return !steps.isEmpty();
    }
  }

  /** What leads nowhere. */
  public List<Row> without() {
    return rows.stream().filter(row -> !row.isLinked()).toList();
  }
}
