package pilothouse.catalog;

import java.util.List;

/** How a team is reached, whom it works with, and whom it depends on, as its own file says. */
public record TeamWays(List<String> channels, List<Line> interactions, List<Line> dependencies) {
  public TeamWays {
    channels = List.copyOf(channels);
    interactions = List.copyOf(interactions);
    dependencies = List.copyOf(dependencies);
  }

  /**
   * One line of its interactions or dependencies.
   *
   * @param how the mode or the type: collaboration, Blocking …
   */
  public record Line(String team, String how, String purpose, String since) {}
}
