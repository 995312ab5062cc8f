package pilothouse.delivery;

import org.jspecify.annotations.Nullable;

/**
 * What somebody at a terminal wants to know of delivery.
 *
 * @param system null for all of them
 * @param from the first day as ISO text, or null
 * @param to the last day as ISO text, included, or null
 * @param definition its id, or null for the guide's
 * @param why the id of a metric whose receipt and ledger are wanted, or null
 */
public record Asked(
    @Nullable String system,
    @Nullable String from,
    @Nullable String to,
    @Nullable String definition,
    @Nullable String why,
    Form form) {

  /** How it is printed. */
  public enum Form {
    TEXT,
    JSON,
    CSV
  }
}
