package pilothouse.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pilothouse.evidence.History;
import pilothouse.journal.Who;
import pilothouse.people.Identities;
import pilothouse.people.Joining;
import pilothouse.people.Person;
import pilothouse.storage.Said;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Where;

/** Who is who: joined logins and addresses with why, likely ones to answer, programs apart. */
final class IdentityPages {
  private final Supplier<Kept> source;
  private volatile Guessed guessed = new Guessed(-1, List.of(), List.of(), List.of());

  IdentityPages(Supplier<Kept> source) {
    this.source = source;
  }

  List<Route> routes() {
    return List.of(
        Route.read("/people", IdentityPages::first).anywhere(),
        Route.people("/people/identities", this::all),
        Route.change("/people/identities", this::say));
  }

  /** Where people stand, for whoever may look at them; else the teams. */
  private static Answer first(Request request) {
    boolean sees = request.caller().may(Permission.PEOPLE, Where.ORGANISATION);
    return new Answer.Redirect(sees ? "/people/identities" : "/teams");
  }

  private Answer all(Request request) {
    Kept kept = source.get();
    Days days = new Days(kept.zone());
    Turn turn = Turn.of(request);
    Turn.Slice<Person> slice = slice(kept, turn);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("people", people(kept, slice.rows(), days));
    values.put("count", kept.people().count(kept.today()));
    values.put("typed", turn.typed());
    values.put("next", turn.next(slice));
    values.put("first", turn.after().isEmpty());
    values.put(
        "likely", turn.after().isEmpty() && turn.typed().isEmpty() ? likely(kept) : List.of());
    values.put("programs", kept.people().programs());
    values.put("humans", kept.people().humans());
    return Answer.page(
        "catalog/identities", Texts.say("catalog.identity-pages.who-is-who"), values);
  }

  /** The people of one part of the list. */
  static Turn.Slice<Person> slice(Kept kept, Turn turn) {
    return turn.slice(
        kept.people().next(turn.after(), turn.words(), turn.reach(), kept.today()), Person::slug);
  }

  /** What is likely changes only where somebody says something, or something new was read. */
  private record Guessed(
      long version, List<String> read, List<String> logins, List<LikelyPair> pairs) {}

  private List<LikelyPair> likely(Kept kept) {
    long version = kept.people().identities().version();
    List<History> histories = kept.evidence().histories();
    List<String> read =
        histories.stream().map(one -> one.version() + " of " + one.repository()).toList();
    List<String> logins = kept.seen().now().people();
    Guessed last = guessed;
    if (last.version() != version || !last.read().equals(read) || !last.logins().equals(logins)) {
      List<LikelyPair> pairs = new Likely(kept.people()).of(histories, logins);
      last = new Guessed(version, read, logins, pairs);
      guessed = last;
    }
    return last.pairs();
  }

  private static List<PersonRow> people(Kept kept, List<Person> people, Days days) {
    List<String> ids = people.stream().map(Person::id).toList();
    Map<String, List<Joining>> splits =
        kept.people().splits(ids).stream().collect(Collectors.groupingBy(Joining::person));
    Map<String, List<String>> teams = kept.people().teams(ids, kept.today());
    Identities identities = kept.people().identities();
    List<PersonRow> rows = new ArrayList<>();
    for (Person person : people) {
      List<PersonRow.JoinedRow> addresses = new ArrayList<>();
      person.joinings().forEach(joining -> addresses.add(row(joining, days)));
      splits.getOrDefault(person.id(), List.of()).forEach(one -> addresses.add(row(one, days)));
      boolean bot =
          !person.joinings().isEmpty() && identities.isBot(person.joinings().getFirst().address());
      List<String> in = teams.getOrDefault(person.id(), List.of());
      rows.add(new PersonRow(person.id(), person.name(), bot, addresses, in));
    }
    return rows;
  }

  private static PersonRow.JoinedRow row(Joining joining, Days days) {
    var until = joining.until();
    String why = joining.why().isEmpty() ? "" : ": " + joining.why();
    return new PersonRow.JoinedRow(
        joining.address(),
        Who.called(joining.by()) + ", " + days.time(joining.since()) + why,
        until == null
            ? ""
            : Texts.say(
                "catalog.identity-pages.split-off-by",
                Who.called(joining.endedBy()),
                days.time(until),
                joining.endedWhy()));
  }

  private Answer say(Request request) {
    Kept kept = source.get();
    Said said = Forms.said(request);
    String say = request.needed("say");
    String one = request.needed("one");
    switch (say) {
      case "join" -> {
        List<String> all = new ArrayList<>(words(one));
        all.addAll(words(request.typed("other")));
        kept.people().join(request.typed("name"), all, said);
      }
      case "apart" -> kept.people().apart(one, request.needed("other"), said);
      case "split" -> kept.people().split(one, said);
      case "program" -> kept.people().program(one, true, said);
      case "human" -> kept.people().program(one, false, said);
      default ->
          throw Refused.bad(
              Texts.say("catalog.identity-pages.is-no-answer", say),
              Texts.say("catalog.identity-pages.use-the-buttons-of"));
    }
    return new Answer.Redirect("/people/identities");
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("[\\s,;]+", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
