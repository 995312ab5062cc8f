package pilothouse.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import pilothouse.people.Identities;
import pilothouse.people.Joining;
import pilothouse.people.Person;
import pilothouse.people.Team;
import pilothouse.storage.Said;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** Who is who: joined logins and addresses with why, likely ones to answer, programs apart. */
final class IdentityPages {
  private final Supplier<Kept> source;

  IdentityPages(Supplier<Kept> source) {
    this.source = source;
  }

  List<Route> routes() {
    return List.of(
        Route.people("/people/identities", this::all),
        Route.change("/people/identities", this::say));
  }

  private Answer all(Request request) {
    Kept kept = source.get();
    Days days = new Days(kept.zone());
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("people", people(kept, days));
    values.put("likely", likely(kept));
    values.put("programs", kept.people().programs());
    values.put("humans", kept.people().humans());
    return Answer.page(
        "catalog/identities", Texts.say("catalog.identity-pages.who-is-who"), values);
  }

  private static List<LikelyPair> likely(Kept kept) {
    return new Likely(kept.people()).of(kept.evidence().histories(), kept.seen().now().people());
  }

  private static List<PersonRow> people(Kept kept, Days days) {
    Map<String, List<Joining>> splits =
        kept.people().splits().stream().collect(Collectors.groupingBy(Joining::person));
    Identities identities = kept.people().identities();
    List<PersonRow> rows = new ArrayList<>();
    for (Person person : kept.people().all()) {
      List<PersonRow.JoinedRow> addresses = new ArrayList<>();
      person.joinings().forEach(joining -> addresses.add(row(joining, days)));
      splits.getOrDefault(person.id(), List.of()).forEach(one -> addresses.add(row(one, days)));
      List<String> teams =
          kept.teams().all().stream()
              .filter(team ->
                  team.members(kept.today()).stream()
                      .anyMatch(member -> member.person().equals(person.id())))
              .map(Team::name)
              .toList();
      boolean bot =
          !person.joinings().isEmpty() && identities.isBot(person.joinings().getFirst().address());
      if (!person.joinings().isEmpty() || !teams.isEmpty()) {
        rows.add(new PersonRow(person.id(), person.name(), bot, addresses, teams));
      }
    }
    return rows;
  }

  private static PersonRow.JoinedRow row(Joining joining, Days days) {
    var until = joining.until();
    String why = joining.why().isEmpty() ? "" : ": " + joining.why();
    return new PersonRow.JoinedRow(
        joining.address(),
        joining.by() + ", " + days.time(joining.since()) + why,
        until == null
            ? ""
            : Texts.say(
                "catalog.identity-pages.split-off-by",
                joining.endedBy(),
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
