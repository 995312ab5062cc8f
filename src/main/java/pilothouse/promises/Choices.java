package pilothouse.promises;

import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * What a form offers: the places that something can belong to, and whether names are.
 *
 * @param named whether the caller may be offered the names of who can owe something
 * @param places where the caller may do this
 */
public record Choices(boolean named, List<Place> places) {
  public Choices {
    places = List.copyOf(places);
  }

  /** A place that may be chosen. */
  public record Place(String value, String name) {}

  /** What a caller may choose who does this there. */
  public static Choices of(Owners owners, Caller caller, Permission permission) {
    List<Owner> offered = owners.offered();
    List<Place> places = new ArrayList<>();
    if (caller.may(permission, Where.ORGANISATION)) {
      places.add(new Place(Where.ORGANISATION.text(), Texts.say("promises.place.organisation")));
    }
    for (Owner owner : offered) {
      if (owner.id().startsWith(Owner.TEAM)) {
        Where team = Where.team(owner.id().substring(Owner.TEAM.length()));
        if (caller.may(permission, team)) {
          places.add(new Place(team.text(), Texts.say("promises.place.team", owner.name())));
        }
      }
    }
    return new Choices(caller.may(Permission.PEOPLE, Where.ANYWHERE), places);
  }
}
