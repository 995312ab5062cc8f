package pilothouse.flags;

import org.jspecify.annotations.Nullable;

/** What programs send to change flags; forms send the same names. */
final class Asked {
  private Asked() {}

  /** A flag; days as {@code 2027-01-31}, the usual life where none is said. */
  record New(
      String key,
      @Nullable String kind,
      @Nullable String says,
      @Nullable String place,
      @Nullable String owner,
      @Nullable String since,
      @Nullable String ends) {}

  /** What it says of itself from now on. */
  record Words(
      @Nullable String kind,
      @Nullable String says,
      @Nullable String place,
      @Nullable String owner,
      @Nullable String since,
      @Nullable String why) {}

  /** Its new day, and why. */
  record Extension(String day, String why) {}

  /** What shows that it was removed; nothing for unverified. */
  record Removal(@Nullable String evidence, @Nullable String why) {}

  /** Why something was done. */
  record Reason(String why) {}

  /** How many days flags of a kind usually live. */
  record Life(String kind, Integer days, @Nullable String why) {}
}
