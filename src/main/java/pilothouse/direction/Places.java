package pilothouse.direction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * A place that may be chosen.
 *
 * @param text as addresses have it
 */
public record Places(String text, String name) {
  private static final int MOST = 300;

  /** The organisation, teams and systems where the caller may do that. */
  static List<Places> of(Ground ground, Caller caller, Permission permission) {
    List<Places> places = new ArrayList<>();
    if (caller.may(permission, Where.ORGANISATION)) {
      places.add(of(ground, Where.ORGANISATION));
    }
    Stream.concat(
            ground.teams().titles().keySet().stream().map(Where::team),
            ground.systems().rules().systems().stream().sorted().map(Where::system))
        .filter(where -> caller.may(permission, where))
        .limit(MOST)
        .forEach(where -> places.add(of(ground, where)));
    return places;
  }

  /** A place as pages call it. */
  static Places of(Ground ground, Where where) {
    String name =
        switch (where.kind()) {
          case TEAM -> ground.teams().titles().getOrDefault(where.name(), where.name());
          case SYSTEM, REPOSITORY -> where.name();
          case ORGANISATION, ANYWHERE -> Texts.say("direction.places.organisation");
        };
    return new Places(where.text(), name);
  }
}
