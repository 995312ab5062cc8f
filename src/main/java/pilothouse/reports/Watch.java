package pilothouse.reports;

import java.util.List;
import java.util.Set;
import pilothouse.views.Aim;
import pilothouse.views.View;
import pilothouse.web.Where;

/**
 * What the list of systems looks at: all repositories, or where the systems of a team live.
 *
 * @param team what the team is called; empty for all
 * @param without the team's systems that live in no repository that is read here
 * @param places the team and what it answers for; empty for all
 */
public record Watch(
    Aim aim,
    String team,
    List<SystemRow> rows,
    List<String> without,
    Set<Where> places,
    View.Span span) {
  public Watch {
    places = Set.copyOf(places);
    rows = List.copyOf(rows);
    without = List.copyOf(without);
  }

  /** Whether somebody chose the period. */
  public boolean isChosen() {
    return !span.query().isEmpty();
  }
}
