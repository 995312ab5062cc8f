package pilothouse.decisions;

import java.util.Locale;

/** Where a decision stands. */
enum State {
  /** Its file does not say. */
  UNKNOWN,
  /** Nobody decided yet. */
  PROPOSED,
  /** It holds, and something says that it should be looked at again. */
  WOKEN,
  ACCEPTED,
  REJECTED,
  /** Another one holds in its place. */
  SUPERSEDED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can be decided here. */
  boolean isOpen() {
    return this == PROPOSED || this == UNKNOWN;
  }

  /** Whether what was chosen holds now. */
  boolean isInForce() {
    return this == ACCEPTED || this == WOKEN;
  }
}
