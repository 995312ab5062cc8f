package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Knows what debt costs at a place. */
@FunctionalInterface
public interface Burden {
  /**
   * What somebody may see of it, at the ends of the last months and today, the oldest first.
   *
   * @param folder of a repository; empty for all of the place
   */
  Borne at(Where where, String folder, Caller caller);

  /** The debt of one place; {@code page} is where its items stand. */
  record Borne(List<Month> months, String page) {
    public Borne {
      months = List.copyOf(months);
    }

    /** Of a place whose debt nobody reads. */
    public static Borne none() {
      return new Borne(List.of(), "");
    }
  }

  /**
   * The debt at the end of a day.
   *
   * @param hours a week, of the items whose cost is known, from the least to the most
   * @param unknown of how many items nobody knows the cost
   */
  record Month(LocalDate day, double hours, double low, double high, int items, int unknown) {}
}
