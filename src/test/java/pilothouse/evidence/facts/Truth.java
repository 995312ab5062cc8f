package pilothouse.evidence.facts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pilothouse.people.Identities;
import pilothouse.systems.Rules;

/** What services have to say, computed in memory from all facts at once; and what they do say. */
final class Truth {
  private Truth() {}

  /** A text for each system and kind. */
  static Map<String, String> of(Collection<? extends Fact> facts, Rules rules) {
    Map<Form<?>, Map<Place, List<Fact>>> things = things(facts);
    Map<Form<?>, Set<Place>> places = new HashMap<>();
    things.forEach((form, byPlace) -> places.put(form, byPlace.keySet()));
    Judge judge = new Judge(rules, Identities.none());
    Map<String, String> truth = new TreeMap<>();
    Placement.of(rules, places)
        .berths()
        .forEach((system, berth) -> {
          for (Form<?> form : Forms.ALL) {
            List<Fact> all = new ArrayList<>();
            for (Place place : berth.places(form)) {
              all.addAll(Some.sure(things.get(form)).get(place));
            }
            if (form.equals(Forms.REVIEWS)) {
              reviewsByChange(all, things, berth);
            }
            if (!form.equals(Forms.ARTIFACTS)) {
              truth.put(system + " " + form.table(), text(form, all, judge));
            }
          }
        });
    return truth;
  }

  private static void reviewsByChange(
      List<Fact> all, Map<Form<?>, Map<Place, List<Fact>>> things, Placement.Berth berth) {
    Set<String> changes = new HashSet<>();
    for (Place place : berth.places(Forms.CHANGES)) {
      Some.sure(things.get(Forms.CHANGES))
          .getOrDefault(place, List.of())
          .forEach(it -> changes.add(it.key()));
    }
    for (Fact fact :
        things.getOrDefault(Forms.REVIEWS, Map.of()).getOrDefault(Place.NOWHERE, List.of())) {
      if (changes.contains(String.valueOf(((Review) fact).change()))) {
        all.add(fact);
      }
    }
  }

  @SuppressWarnings("unchecked") // The facts are of the form's kind.
  private static String text(Form<?> form, List<Fact> facts, Judge judge) {
    List<Fact> judged = new ArrayList<>(facts.stream().map(judge::judged).toList());
    judged.sort(((Form<Fact>) form).order());
    return lines(judged);
  }

  /**
   * Each thing merged from what was said of it; the same content counts from when it was last said.
   */
  private static Map<Form<?>, Map<Place, List<Fact>>> things(Collection<? extends Fact> facts) {
    Map<String, Map<Long, Fact>> said = new LinkedHashMap<>();
    for (Fact fact : facts) {
      Form<Fact> form = Forms.of(fact);
      said.computeIfAbsent(form.table() + fact.key(), key -> new LinkedHashMap<>())
          .merge(Digest.of(form, fact), fact, (a, b) -> a.saidAt().isBefore(b.saidAt()) ? b : a);
    }
    Map<Form<?>, Map<Place, List<Fact>>> things = new HashMap<>();
    said.values()
        .forEach(alike -> {
          Fact thing = Merge.of(new ArrayList<>(alike.values()));
          Form<Fact> form = Forms.of(thing);
          things
              .computeIfAbsent(form, it -> new HashMap<>())
              .computeIfAbsent(form.place().apply(thing), place -> new ArrayList<>())
              .add(thing);
        });
    return things;
  }

  /** The same texts from the real thing. */
  static Map<String, String> told(Services services) {
    Map<String, String> told = new TreeMap<>();
    for (String system : services.names()) {
      ServiceFacts facts = services.service(system).orElseThrow();
      told.put(system + " deployment", lines(facts.deployments()));
      told.put(system + " change_request", lines(facts.changes()));
      told.put(system + " review", lines(facts.reviews()));
      told.put(system + " build", lines(facts.builds()));
      told.put(system + " incident", lines(facts.incidents()));
      told.put(system + " measurement", lines(facts.measurements()));
      told.put(system + " test_case", lines(facts.tests()));
      told.put(system + " push", lines(facts.pushes()));
      told.put(system + " work_item", lines(facts.work()));
    }
    return told;
  }

  private static String lines(List<? extends Fact> facts) {
    var text = new StringBuilder();
    facts.forEach(fact -> text.append(fact).append('\n'));
    return text.toString();
  }
}
