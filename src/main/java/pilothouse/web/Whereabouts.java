package pilothouse.web;

import java.util.List;
import java.util.stream.Stream;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Knows which places there are, and what people call them. */
public interface Whereabouts {
  /** So many are offered to choose from. */
  int OFFERED = 2_000;

  /**
   * A place that may be chosen.
   *
   * @param text as it is kept and stands in addresses
   * @param name as people call it
   */
  record Known(String text, String name) {}

  /** Whether there is such a place now. */
  boolean has(Where place);

  /** What people call it; its own name where nobody knows it any more. */
  String name(Where place);

  /** All that may be chosen: the organisation, teams, declared systems. */
  Stream<Where> all();

  /** The repositories that are read, which things may belong to as well. */
  default Stream<Where> repositories() {
    return Stream.empty();
  }

  /** A place among others: {@code Team Harbour}. */
  default Known known(Where place) {
    String name = name(place);
    return new Known(
        place.text(),
        switch (place.kind()) {
          case ORGANISATION, ANYWHERE -> Say.sentence(name);
          case TEAM -> Texts.say("web.place.team", name);
          case SYSTEM -> Texts.say("web.place.system", name);
          case REPOSITORY -> Texts.say("web.place.repository", name);
        });
  }

  /** Those where the caller may do that. */
  default List<Known> offered(Caller caller, Permission permission) {
    return all()
        .filter(place -> caller.may(permission, place))
        .limit(OFFERED)
        .map(this::known)
        .toList();
  }

  /**
   * The place that somebody names, the organisation where none is named.
   *
   * @throws Refused where there is none that the caller sees, or who asks may not do that there
   */
  default Where read(String typed, Caller caller, Permission permission) {
    Where place = typed.isBlank() ? Where.ORGANISATION : seen(typed, caller);
    if (!caller.may(permission, place)) {
      throw Refused.forbidden(
              Texts.say("web.sent.not-there", name(place)), Texts.say("web.sent.ask-for-a-role"))
          .at("place");
    }
    return place;
  }

  private Where seen(String typed, Caller caller) {
    return Where.parse(typed)
        .filter(caller::sees)
        .filter(this::has)
        .orElseThrow(() ->
            Refused.unfit(
                    Texts.say("web.sent.no-place", Say.cut(typed, 60)),
                    Texts.say("web.sent.places-like"))
                .at("place"));
  }
}
