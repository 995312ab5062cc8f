package pilothouse.direction;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pilothouse.promises.Owner;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * How many outcomes a team looks after at once: those of its own, and those that it answers for.
 *
 * @param team its name
 */
public record Focus(String team, String title, List<Outcome> outcomes) {
  public Focus {
    outcomes = List.copyOf(outcomes);
  }

  public boolean isOver() {
    return outcomes.size() > OutcomeDraft.TOP;
  }

  /** A warning where there are too many; else empty. */
  public String warning() {
    return isOver()
        ? Texts.say("direction.focus.too-many", title, Say.count(outcomes.size()), OutcomeDraft.TOP)
        : "";
  }

  /** Of each team that looks after any, by name. */
  static List<Focus> of(Collection<Outcome> open, Map<String, String> titles, LocalDate today) {
    Map<String, List<Outcome>> teams = new TreeMap<>();
    titles
        .keySet()
        .forEach(team -> {
          List<Outcome> own = open.stream().filter(one -> isOf(team, one, today)).toList();
          if (!own.isEmpty()) {
            teams.put(team, own);
          }
        });
    return teams.entrySet().stream()
        .map(team ->
            new Focus(
                team.getKey(), titles.getOrDefault(team.getKey(), team.getKey()), team.getValue()))
        .toList();
  }

  static boolean isOf(String team, Outcome one, LocalDate today) {
    return one.place().equals(Where.team(team))
        || one.owners(today).values().stream()
            .anyMatch(owning -> owning.owner().equals(Owner.TEAM + team));
  }
}
