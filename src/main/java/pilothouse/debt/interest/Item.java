package pilothouse.debt.interest;

import java.util.List;

/** What is measured: one thing with its places. */
public record Item(String key, List<Plot> plots) {
  public Item {
    plots = List.copyOf(plots);
  }
}
