package pilothouse.promises;

import java.util.List;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;
import pilothouse.web.Whereabouts;

/**
 * What a form offers: the places that something can belong to, and whether names are.
 *
 * @param named whether the caller may be offered the names of who can owe something
 * @param places where the caller may do this
 */
public record Choices(boolean named, List<Whereabouts.Known> places) {
  public Choices {
    places = List.copyOf(places);
  }

  /** What a caller may choose who does this there. */
  static Choices of(Promises promises, Caller caller, Permission permission) {
    return new Choices(
        caller.may(Permission.PEOPLE, Where.ANYWHERE),
        promises.places().offered(caller, permission));
  }
}
