package pilothouse.accounts;

import java.util.List;
import pilothouse.people.Team;
import pilothouse.text.Texts;

/**
 * A group of a directory, with what follows from it.
 *
 * @param name with its directory before it
 * @param there how many accounts are in it now
 */
public record GroupRow(String name, int there, List<Grant> grants, List<Rule> rules) {
  public GroupRow {
    grants = List.copyOf(grants);
    rules = List.copyOf(rules);
  }

  /** That its people belong to a team. */
  public record Rule(String id, String team, String function) {
    /** In words. */
    public String says() {
      return function.isEmpty()
          ? Texts.say("accounts.group-row.in-team", team)
          : Texts.say("accounts.group-row.in-team-for", team, Team.function(function));
    }
  }
}
