package pilothouse.flags;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A flag, as programs are told it.
 *
 * @param kind {@code release}, {@code experiment}, {@code operational} or {@code permission}
 * @param owner what the owner is called; null for nobody
 * @param ends the day on which it is to be gone, or is looked at again
 * @param endsBy {@code expiry} or {@code review}
 * @param late whether it is in use, and that day is over
 * @param state {@code in_use} or {@code removed}
 * @param evidence what shows that it was removed; null while it is in use, empty for unverified
 * @param code where its key still stands; null where no repository was searched
 * @param debt the page of the item of debt that it became; null for none
 */
record FlagTold(
    String id,
    int number,
    String key,
    String says,
    String kind,
    String place,
    @Nullable String owner,
    String since,
    long ageDays,
    String ends,
    String endsBy,
    boolean late,
    int extended,
    String state,
    @Nullable String evidence,
    @Nullable Standing code,
    @Nullable String debt,
    List<Seen> sources,
    String page) {

  /**
   * Where the key stands.
   *
   * @param notSearched how many files were not, for they are too large
   */
  record Standing(List<Named> files, int notSearched) {}

  /** A file that names it. */
  record Named(String repository, String path) {}

  /** Where it was told of; since when that names it no more, null while it does. */
  record Seen(
      String kind, String file, String says, Instant first, Instant last, @Nullable Instant gone) {}

  /** How long flags of a kind usually live. */
  record Life(String kind, int days, boolean usual) {}

  /** The lives of all kinds. */
  record Lives(List<Life> lives) {}

  /** Some of them, and after which the next part begins. */
  record Listed(List<FlagTold> flags, @Nullable String next) {}
}
