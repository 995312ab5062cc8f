package pilothouse.reports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** Since when nothing was committed, by the names of repositories that are quiet. */
  Map<String, String> quiet() {
    return rows.stream()
        .filter(row -> !row.quiet().isEmpty())
        .collect(
            Collectors.toMap(
                row -> row.sounding().repository(), SystemRow::quiet, (one, _) -> one));
  }

  /** Whether somebody chose the period. */
  public boolean isChosen() {
    return !span.query().isEmpty();
  }
}
