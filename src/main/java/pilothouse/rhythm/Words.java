package pilothouse.rhythm;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pilothouse.promises.Owners;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.views.Field.Option;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** What the pages of this room say alike: places, owners, gauges, and what is not there. */
record Words(Deck deck, Caller caller, Map<String, List<Option>> asked) {
  private static final int OFFERED = 400;

  /** Those of one page: whoever may be named is asked for once, however many forms it has. */
  Words(Deck deck, Caller caller) {
    this(deck, caller, new HashMap<>());
  }

  /** A place in words. */
  String place(String text) {
    return deck.promises().places().name(Where.parse(text).orElse(Where.ORGANISATION));
  }

  /** A field for a number that the caller may look at. */
  Field gauge(String name, String label) {
    return Field.list(name, label, asked.computeIfAbsent("gauges", _ -> gauges()))
        .hinting(Texts.say("rhythm.gauge.hint"));
  }

  private List<Option> gauges() {
    return deck.gauges()
        .get()
        .offered(caller)
        .limit(OFFERED)
        .map(one -> new Option(one.gauge().text(), one.name()))
        .toList();
  }

  /** A field for whoever owes something. */
  Field owner(String label) {
    return Field.owner("owner", label).hinting(Texts.say("rhythm.owner.hint"));
  }

  /** The id of whoever is meant. */
  String ownerId(String typed) {
    Owners owners = deck.promises().owners();
    return owners.find(typed).orElseThrow(() -> owners.unclear(typed)).id();
  }

  /** What to do first, where nothing can be said of a team because there is none. */
  List<Board.Part> first() {
    if (!deck.teams().titles().isEmpty()) {
      return List.of();
    }
    Board.Cell what =
        may(Where.ORGANISATION)
            ? Board.Cell.to(Texts.say("rhythm.first.declare"), "/teams#new")
            : Board.Cell.of(Texts.say("rhythm.first.ask"));
    return List.of(new Board.Lines("first", Texts.say("rhythm.first"), "", List.of(what)));
  }

  /** The number that is meant, which the caller may look at. */
  Gauge known(String field, String text) {
    Gauge gauge = named(field, text);
    if (deck.gauges().get().find(gauge).isEmpty()) {
      throw odd(field, text);
    }
    return gauge;
  }

  /** The same, though nothing of it may have come in yet. */
  Gauge named(String field, String text) {
    return Gauge.parse(text)
        .filter(gauge -> caller.sees(gauge.where()))
        .orElseThrow(() -> odd(field, text));
  }

  private static Refused odd(String field, String text) {
    return Refused.unfit(
            Texts.say("rhythm.gauge.no-such", text), Texts.say("rhythm.gauge.written-like"))
        .at(field);
  }

  boolean may(Where where) {
    return caller.may(Permission.CHANGE, where);
  }

  /**
   * A title that nothing else of its kind has at a place.
   *
   * @throws Refused where something has
   */
  static String single(String title, Where place, Stream<Map.Entry<Where, String>> others) {
    if (others.anyMatch(
        one -> one.getKey().equals(place) && one.getValue().equalsIgnoreCase(title))) {
      throw Sent.twice("title", title);
    }
    return title;
  }

  /** The same for what is not there and for what may not be seen. */
  static NotFound gone() {
    return new NotFound(Texts.say("rhythm.gone"), Texts.say("rhythm.look-at-the-list"));
  }

  /** Refuses whoever may look at it, and hides it from whoever may not. */
  void mayChange(Where where) {
    if (!caller.sees(where)) {
      throw gone();
    }
    if (!may(where)) {
      throw Refused.forbidden(
          Texts.say("web.sent.not-there", where.text()), Texts.say("web.sent.ask-for-a-role"));
    }
  }

  Field today(String name, String label) {
    return Field.day(name, label, deck.today().toString());
  }

  /** Words to choose from, by keys that begin alike. */
  static List<Option> options(String keys, List<String> words) {
    return words.stream().map(word -> new Option(word, Texts.say(keys + word))).toList();
  }

  static String day(LocalDate day) {
    return pilothouse.text.Say.day(day);
  }
}
