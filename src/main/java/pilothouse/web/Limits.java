package pilothouse.web;

import java.time.Duration;

/**
 * How long the server is patient, and with how much.
 *
 * @param goodbye for what is under way when it stops
 * @param linger for connections on which nothing is under way when it stops
 * @param headers for the headers of a request, for TLS to be agreed on, and for a body before its
 *     pace counts
 * @param idle while nothing moves on a connection
 * @param slowest bytes in a second that a body must come in with, on the average
 * @param connections at the same time; others wait to be let in
 * @param probe for the database when somebody asks whether all is ready
 */
public record Limits(
    Duration goodbye,
    Duration linger,
    Duration headers,
    Duration idle,
    long slowest,
    int connections,
    Duration probe) {

  private static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(1),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          500,
          4_000,
          Duration.ofSeconds(2));

  /** The usual ones. */
  public static Limits usual() {
    return USUAL;
  }

  /** The same, with another time for what is under way when it stops. */
  public Limits goodbye(Duration time) {
    return new Limits(time, linger, headers, idle, slowest, connections, probe);
  }
}
