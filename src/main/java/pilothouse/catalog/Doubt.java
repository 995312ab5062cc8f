package pilothouse.catalog;

import java.util.List;

/** A system of which it is not clear who answers for it. */
public record Doubt(String name, String title, List<String> owners) {
  public Doubt {
    owners = List.copyOf(owners);
  }
}
