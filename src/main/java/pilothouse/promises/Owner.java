package pilothouse.promises;

/**
 * Somebody who can owe something.
 *
 * @param id stays the same: {@code person/mara-lind}, an account's id, {@code team/harbour} or
 *     {@code local} for the only person of a machine
 * @param name as people say it
 */
public record Owner(String id, String name) {
  /** What the ids of teams begin with. */
  public static final String TEAM = "team/";
}
