package pilothouse.promises;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Knows who can owe something: people, accounts and teams. */
public interface Owners {
  /**
   * The one that is meant by an id, a name or an e-mail address; empty where none or several are.
   */
  Optional<Owner> find(String typed);

  /** Whether more than one is called so. */
  boolean isShared(String typed);

  /** Why nobody is meant by what was typed, and what to do about it. */
  default Refused unclear(String typed) {
    String shown = Say.cut(typed, 60);
    Refused why =
        isShared(typed)
            ? Refused.unfit(
                Texts.say("promises.several", shown), Texts.say("promises.several.mend"))
            : Refused.unfit(Texts.say("promises.nobody", shown), Texts.say("promises.name-one"));
    return why.at("owner");
  }

  /** What that one is called; the id itself where nobody knows. */
  String name(String id);

  /** What each of them is called, by its id: asked for at once. */
  Map<String, String> names(Collection<String> ids);

  /** Those of them who left: accounts that are closed, people and teams that belong nowhere. */
  Set<String> left(Collection<String> ids);

  /** The ids of the teams that one of them belongs to today. */
  Set<String> teams(Collection<String> ids);

  /** Some who may be chosen, by name. */
  List<Owner> offered();

  /**
   * Those whom a caller may be offered: the teams it sees, itself, and people if it may see all.
   */
  default List<Owner> offered(Caller caller) {
    boolean all = caller.may(Permission.PEOPLE, Where.ORGANISATION);
    return offered().stream()
        .filter(one ->
            one.id().startsWith(Owner.TEAM)
                ? caller.sees(Where.team(one.id().substring(Owner.TEAM.length())))
                : all || caller.selves().contains(one.id()))
        .toList();
  }
}
