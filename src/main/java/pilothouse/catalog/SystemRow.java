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
}
