package pilothouse.accounts;

import java.time.Instant;
import java.util.List;

/**
 * By what else somebody signs in, for one's own page.
 *
 * @param recent whether that one signed in just now, and need not prove it again
 * @param hasPassword whether a password of this house proves it otherwise
 */
public record LinksShown(
    List<Linked> linked, List<Offered> offered, boolean recent, boolean hasPassword) {
  public LinksShown {
    linked = List.copyOf(linked);
    offered = List.copyOf(offered);
  }

  /** A provider that is linked. */
  public record Linked(String id, String title, Instant since, Instant seen) {}

  /**
   * A provider that can be linked.
   *
   * @param typed whether its name and password are typed here
   */
  public record Offered(String name, String title, boolean typed) {}

  /** Whether forms ask for the password. */
  public boolean asks() {
    return !recent && hasPassword;
  }

  /** Whether anything can be changed now. */
  public boolean isOpen() {
    return recent || hasPassword;
  }
}
