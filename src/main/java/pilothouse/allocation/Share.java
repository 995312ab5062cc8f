package pilothouse.allocation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one category meant to have, and what it had.
 *
 * @param category empty for unknown
 * @param declared percent; null where nothing was declared
 * @param lines added and deleted, of the work whose lines are known
 * @param byCount percent of all pieces of work; null where there are none
 * @param byLines percent of all known lines; null where there are none
 */
record Share(
    String category,
    @Nullable Double declared,
    List<Rulebook.Sorted> items,
    long lines,
    @Nullable Double byCount,
    @Nullable Double byLines) {
  Share {
    items = List.copyOf(items);
  }

  /** Points between what is and what was declared, by count; null where one is not known. */
  @Nullable Double drift() {
    return between(byCount);
  }

  /** The same by lines. */
  @Nullable Double driftByLines() {
    return between(byLines);
  }

  private @Nullable Double between(@Nullable Double actual) {
    Double meant = declared;
    return meant == null || actual == null ? null : (Double) (actual - meant);
  }
}
