package pilothouse.debt;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs send to change the register; forms send the same names. */
final class Asked {
  private Asked() {}

  /** Something that is owed; hours as numbers, places as {@code repository:path}. */
  record Words(
      String title,
      @Nullable String says,
      @Nullable String place,
      @Nullable List<String> spots,
      @Nullable String kind,
      @Nullable String effect,
      @Nullable String severity,
      @Nullable String owner,
      @Nullable String origin,
      @Nullable String outcome,
      @Nullable String principalLow,
      @Nullable String principalHigh,
      @Nullable String principalBy,
      @Nullable String interestLow,
      @Nullable String interestHigh,
      @Nullable String requires,
      @Nullable String why) {}

  /** Until when it waits. */
  record Deferral(String day, String why) {}

  /** Why something was done. */
  record Reason(String why) {}

  /** How it was closed: {@code paid} or {@code dropped}. */
  record Closing(String how, String why) {}

  /** Which item it is the same as. */
  record Same(String as, @Nullable String why) {}

  /** An incident that came of it. */
  record Trouble(String incident, @Nullable String words) {}

  /** What it costs a week now. */
  record Payback(String low, @Nullable String high, String words) {}

  /** What makes an item of a candidate. */
  record Taking(String key, @Nullable String effect, @Nullable String severity) {}

  /** A rule: {@code window-high}, {@code rate}, {@code labels}; nothing for the usual one. */
  record Rule(String what, @Nullable String place, @Nullable String value, @Nullable String why) {}

  /** What became debt by itself: {@code standard}, {@code spike} or {@code flag}, and its key. */
  record Lapsed(String kind, String key) {}
}
