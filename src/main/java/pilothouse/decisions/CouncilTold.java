package pilothouse.decisions;

import java.util.List;

/**
 * A council, as programs are told it.
 *
 * @param queue what waits for it, the oldest first
 * @param decided how many it reviewed
 */
record CouncilTold(
    String id,
    String title,
    String topic,
    String place,
    List<String> members,
    int quorum,
    List<Waits> queue,
    long decided,
    String page) {
  /** A decision that waits since so many days. */
  record Waits(int number, String title, long days, long votes, String page) {}
}
