package pilothouse.reports;

import java.util.List;
import pilothouse.views.Aim;
import pilothouse.views.View;

/**
 * What the list of systems looks at: all repositories, or where the systems of a team live.
 *
 * @param team what the team is called; empty for all
 * @param without the team's systems that live in no repository that is read here
 */
public record Watch(
    Aim aim, String team, List<SystemRow> rows, List<String> without, View.Span span) {
  public Watch {
    rows = List.copyOf(rows);
    without = List.copyOf(without);
  }

  /** Whether somebody chose the period. */
  public boolean isChosen() {
    return !span.query().isEmpty();
  }
}
