package pilothouse.evidence.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilothouse.systems.Resolution;
import pilothouse.systems.Rules;

/** Which system the facts of each place belong to, by the rules and by what deployments name. */
final class Placement {
  /**
   * A review belongs to its change, a number to its scope, an artifact to its deployments; work
   * that is no system's is the organisation's.
   */
  private static final Set<Form<?>> ELSEWHERE =
      Set.of(Forms.REVIEWS, Forms.MEASUREMENTS, Forms.ARTIFACTS, Forms.WORK);

  /** What may be called by names that are no service's own. */
  private static final Set<Form<?>> CALLED = Set.of(Forms.BUILDS, Forms.TESTS, Forms.WORK);

  private final Rules rules;

  /** Names that differ in nothing but their case mean one system. */
  private final TreeMap<String, Berth> berths = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  /** The systems whose deployments name a repository, by its path. */
  private final Map<String, Set<String>> tenants = new HashMap<>();

  /** The systems that are declared to live in a repository, by its path. */
  private final Map<String, List<String>> declared = new HashMap<>();

  /** Most kinds have the same places. */
  private final Map<Place, Optional<Resolution>> resolved = new HashMap<>();

  private final Map<String, String> paths = new HashMap<>();
  private final Map<Form<?>, List<Place>> homeless = new LinkedHashMap<>();

  private Placement(Rules rules) {
    this.rules = rules;
  }

  /** Where the facts of one system lie. */
  record Berth(String system, boolean declared, Map<Form<?>, List<Place>> places) {
    List<Place> places(Form<?> form) {
      return places.getOrDefault(form, List.of());
    }
  }

  /** Places all; deployments first, because they say which services live in which repository. */
  static Placement of(Rules rules, Map<Form<?>, Set<Place>> places) {
    var placement = new Placement(rules);
    for (String declared : rules.systems()) {
      placement.berths.put(declared, new Berth(declared, true, new HashMap<>()));
    }
    sorted(places, Forms.DEPLOYMENTS).forEach(placement::deployment);
    for (Form<?> form : Forms.ALL) {
      if (!form.equals(Forms.DEPLOYMENTS)) {
        sorted(places, form).forEach(place -> placement.other(form, place));
      }
    }
    return placement;
  }

  private static Set<Place> sorted(Map<Form<?>, Set<Place>> places, Form<?> form) {
    return new TreeSet<>(places.getOrDefault(form, Set.of()));
  }

  private static Set<String> names(Set<String> names) {
    Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    all.addAll(names);
    return all;
  }

  /** By the system's name. */
  Map<String, Berth> berths() {
    return berths;
  }

  /** The places of a kind that belong to no system. */
  Map<Form<?>, List<Place>> homeless() {
    return homeless;
  }

  /** The systems that things of a kind belong to, by where these lie. */
  Map<Place, List<String>> systems(Form<?> form) {
    Map<Place, List<String>> systems = new HashMap<>();
    for (Berth berth : berths.values()) {
      for (Place place : berth.places(form)) {
        systems.computeIfAbsent(place, it -> new ArrayList<>()).add(berth.system());
      }
    }
    return systems;
  }

  private void deployment(Place place) {
    Resolution found = resolved(place).orElse(null);
    if (found == null) {
      homeless(Forms.DEPLOYMENTS, place);
      return;
    }
    put(found, Forms.DEPLOYMENTS, place);
    if (!place.repository().isEmpty()) {
      tenants.computeIfAbsent(path(place), path -> names(Set.of())).add(found.system());
    }
  }

  private void other(Form<?> form, Place place) {
    if (CALLED.contains(form) && !place.service().isEmpty()) {
      called(form, place);
      return;
    }
    Resolution found = resolved(place).orElse(null);
    if (found == null) {
      homeless(form, place);
    } else if (!place.service().isEmpty()) {
      put(found, form, place);
    } else {
      ofRepository(form, place, found);
    }
  }

  /** By the names that it is called by, else by its repository. */
  private void called(Form<?> form, Place place) {
    Optional<Resolution> found = Called.system(place.service(), rules, berths::containsKey);
    Place home = new Place("", place.repository());
    if (found.isPresent()) {
      put(found.get(), form, place);
    } else if (home.isNowhere()) {
      homeless(form, place);
    } else {
      ofRepository(form, place, resolved(home).orElseThrow());
    }
  }

  /** A repository's facts are those of all systems that live in it, an incident is one system's. */
  private void ofRepository(Form<?> form, Place place, Resolution found) {
    Set<String> here = names(tenants.getOrDefault(path(place), Set.of()));
    here.addAll(declared(place));
    if (here.isEmpty() || found.declared()) {
      here.add(found.system());
    }
    if (!form.equals(Forms.INCIDENTS)) {
      here.forEach(system -> put(Resolution.known(system, found.declared()), form, place));
    } else if (here.contains(found.system())) {
      put(found, form, place);
    } else if (here.size() == 1) {
      put(Resolution.known(here.iterator().next(), found.declared()), form, place);
    } else {
      homeless(form, place);
    }
  }

  private Optional<Resolution> resolved(Place place) {
    return resolved.computeIfAbsent(
        place, it -> rules.system(named(it.service()), named(it.repository())));
  }

  private List<String> declared(Place place) {
    return declared.computeIfAbsent(path(place), path -> rules.tenants(place.repository()));
  }

  /** The systems that live in a registered repository: declared there, or deployed out of it. */
  Set<String> living(String repository) {
    Set<String> living = names(Set.copyOf(rules.tenants(repository)));
    tenants.forEach((path, systems) -> {
      if (rules.repository(path).filter(it -> it.name().equals(repository)).isPresent()) {
        living.addAll(systems);
      }
    });
    return living;
  }

  private String path(Place place) {
    return paths.computeIfAbsent(place.repository(), repository -> place.path());
  }

  private static @Nullable String named(String name) {
    return name.isEmpty() ? null : name;
  }

  private void put(Resolution found, Form<?> form, Place place) {
    Berth berth =
        berths.computeIfAbsent(
            found.system(), name -> new Berth(name, found.declared(), new HashMap<>()));
    berth.places().computeIfAbsent(form, kind -> new ArrayList<>()).add(place);
  }

  /** A review belongs to its change, a number to its scope, an artifact to what deploys it. */
  private void homeless(Form<?> form, Place place) {
    if (!ELSEWHERE.contains(form)) {
      homeless.computeIfAbsent(form, kind -> new ArrayList<>()).add(place);
    }
  }
}
