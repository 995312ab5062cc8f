package pilothouse.decisions;

/**
 * Which principle won, and which lost against it.
 *
 * @param note why, where the one that lost stands before the other; empty for none
 */
record Weighed(String won, String lost, String note) {
  private static final String BETWEEN = "\n";

  static Weighed of(Turn turn) {
    String[] both = turn.about().split(BETWEEN, -1);
    return new Weighed(both[0], both.length > 1 ? both[1] : "", turn.words());
  }

  /** As a turn keeps it. */
  String about() {
    return won + BETWEEN + lost;
  }
}
