package pilothouse.web;

/**
 * A place that may be chosen in a form.
 *
 * @param name in the reader's language
 */
public record Spot(Where where, String name) {
  /** As it is sent. */
  public String text() {
    return where.text();
  }
}
