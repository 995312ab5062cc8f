package pilothouse.web;

/**
 * A request that was answered, as the log tells it.
 *
 * @param id what the answer's header names
 * @param method GET, HEAD, POST or other
 * @param route the pattern of the route, empty where none answered
 * @param status the HTTP status
 * @param milliseconds from its headers to the end of the answer
 */
public record Served(String id, String method, String route, int status, long milliseconds) {
  @Override
  public String toString() {
    String where = route.isEmpty() ? "an unknown address" : route;
    return "%s %s: %d in %d ms".formatted(method, where, status, milliseconds);
  }
}
