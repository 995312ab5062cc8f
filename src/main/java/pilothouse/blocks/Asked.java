package pilothouse.blocks;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs send. */
final class Asked {
  private Asked() {}

  /**
   * A block.
   *
   * @param days as {@code ["Tue", "Thu"]}
   * @param from as {@code 09:00}
   * @param zone as {@code Europe/Berlin}; the zone of the settings where nothing is said
   * @param since today where nothing is said
   * @param until the last day; one before since takes the block back
   * @param every how many weeks from one to the next
   * @param pauses as {@code ["2026-12-24 to 2027-01-02"]}
   */
  public record Wanted(
      @Nullable String team,
      @Nullable String purpose,
      @Nullable List<String> days,
      @Nullable String from,
      @Nullable String to,
      @Nullable String zone,
      @Nullable String since,
      @Nullable String until,
      @Nullable Integer every,
      @Nullable List<String> pauses,
      @Nullable String owner,
      @Nullable String why) {}

  /** The same block, said anew: all of it. */
  public record Anew(
      @Nullable String purpose,
      @Nullable List<String> days,
      @Nullable String from,
      @Nullable String to,
      @Nullable String zone,
      @Nullable String since,
      @Nullable String until,
      @Nullable Integer every,
      @Nullable List<String> pauses,
      @Nullable String owner,
      @Nullable String why) {}

  /** Why it ends. */
  public record Ending(@Nullable String why) {}
}
