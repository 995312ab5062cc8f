package pilothouse.decisions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.views.Field;
import pilothouse.views.Sifting;
import pilothouse.web.Caller;
import pilothouse.web.Picks;
import pilothouse.web.Request;
import pilothouse.web.Where;

/**
 * Which decisions are asked for.
 *
 * @param place whose, with those that affect it; anywhere for all
 * @param state one of {@link #STATES}; empty for all
 * @param words all of which stand in its name, its file's number, question or options; empty for
 *     all
 */
record DecisionSieve(Where place, String state, String words) {
  static final String PATH = "/decisions";
  static final List<String> STATES = List.of("open", "force", "woken", "rejected", "superseded");

  /** What an address asks for. */
  static DecisionSieve of(Docket docket, Request request) {
    Picks picks = new Picks(request);
    return new DecisionSieve(
        RulePages.asked(docket, request),
        picks.among("state", STATES, ""),
        picks.text("words").toLowerCase(Locale.ROOT));
  }

  /** Whether every decision is asked for. */
  boolean isWhole() {
    return place.equals(Where.ANYWHERE) && (state + words).isEmpty();
  }

  /**
   * Whether one is asked for.
   *
   * @param files where what its file calls it is known
   */
  boolean fits(Decision one, FileBoard files) {
    return (place.equals(Where.ANYWHERE) || Affected.isAt(one, place))
        && isOfState(one.state())
        && isOfWords(one, files);
  }

  private boolean isOfState(State is) {
    return switch (state) {
      case "" -> true;
      case "open" -> is.isOpen();
      case "force" -> is.isInForce();
      default -> is.word().equals(state);
    };
  }

  private boolean isOfWords(Decision one, FileBoard files) {
    if (words.isEmpty()) {
      return true;
    }
    String all =
        (one.name() + " " + files.number(one) + " " + Alikes.words(one)).toLowerCase(Locale.ROOT);
    return Stream.of(words.split("\\s+")).allMatch(all::contains);
  }

  /** The address of the list. */
  String address() {
    Map<String, String> asks = new LinkedHashMap<>();
    asks.put("place", place.equals(Where.ANYWHERE) ? "" : place.text());
    asks.put("state", state);
    asks.put("words", words);
    return Picks.address(PATH, asks);
  }

  /** What chooses among them. */
  List<Field> fields(Docket docket, Caller caller) {
    return List.of(
        Field.text("words", Texts.say("decisions.sieve.words")).filled(words),
        Sifting.any("state", "decisions.head.state", STATES, "decisions.sieve.").filled(state),
        Sifting.place(AffectedForm.places(docket, caller))
            .filled(place.equals(Where.ANYWHERE) ? "" : place.text()));
  }
}
