package pilothouse.debt;

import java.time.Instant;

/**
 * Where an item was seen.
 *
 * @param kind {@code hand}, {@code candidate}, {@code csv}, {@code sarif} or {@code issue}
 * @param mark the same for the same thing there
 * @param address where it is looked at; empty for nowhere
 */
record Sighting(
    String kind, String mark, String address, String says, Instant first, Instant last) {
  static final int MARK = 400;
}
