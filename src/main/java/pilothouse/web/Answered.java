package pilothouse.web;

import java.util.List;

/**
 * How many requests of one kind were answered, and in which time.
 *
 * @param method GET, HEAD, POST or other
 * @param route the pattern of the route, empty where none answered
 * @param family the first digit of the status, as 2xx
 * @param within how many took at most so long, each with all that were faster
 * @param seconds all of them together
 */
public record Answered(
    String method, String route, String family, List<Within> within, long count, double seconds) {
  public Answered {
    within = List.copyOf(within);
  }

  /** So many took at most so long. */
  public record Within(double seconds, long count) {}
}
