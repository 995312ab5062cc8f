package pilothouse.catalog;

import java.util.List;

/**
 * A system as lists show it.
 *
 * @param home where it lives, in words; empty where it lives in no repository
 * @param homeLink the page of that repository and folder; empty where none is read
 */
public record SystemRow(
    String name,
    String title,
    String kind,
    String lifecycle,
    List<String> owners,
    String home,
    String homeLink,
    String source) {
  public SystemRow {
    owners = List.copyOf(owners);
  }

  /** Another page of where it lives, as {@code knowledge}. */
  public String page(String name) {
    int query = homeLink.indexOf('?');
    return query < 0
        ? homeLink + "/" + name
        : homeLink.substring(0, query) + "/" + name + homeLink.substring(query);
  }
}
