package pilothouse.debt;

/**
 * A path, and what became of it.
 *
 * @param now where it is today; the same path where it is there, gone or unknown
 */
record Found(Spot spot, Fate fate, String now) {
  Spot today() {
    return new Spot(spot.repository(), now);
  }
}
