package pilothouse.evidence.facts;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.people.Identities;
import pilothouse.systems.Repository;
import pilothouse.systems.Rules;

/** What is known of all systems at one moment. */
final class Moment {
  private final State state;
  private final Map<Form<?>, Stock<?>> stocks;
  private final Judge judge;
  private final Map<Form<?>, Set<Place>> places;
  private final Placement placement;
  private final Function<String, @Nullable History> histories;
  private final Likeness likeness;
  private final List<CauseWord> words;
  private final Set<String> spokenOf;
  private final ConcurrentHashMap<String, Assembled> services = new ConcurrentHashMap<>();
  private final Map<String, Assembled.Made> earlier;
  private final Once<Deployment> everyDeployment = new Once<>();
  private final Once<Incident> everyIncident = new Once<>();
  private final Once<Incident> blaming = new Once<>();
  private final Map<String, Blaming> blamingOf = new ConcurrentHashMap<>();
  private final Map<String, Blaming> blamingBefore;

  /** Incidents of a system whose cause somebody named: good as long as its facts are the same. */
  private record Blaming(long version, List<Incident> incidents) {}

  /** What this moment follows from: while it is the same, so is the moment. */
  record State(long facts, Rules rules, Identities identities, long histories) {
    boolean isAs(State other) {
      return facts == other.facts && judgesAs(other) && histories == other.histories;
    }

    boolean judgesAs(State other) {
      return rules.version() == other.rules.version()
          && identities.version() == other.identities.version();
    }
  }

  /**
   * A moment.
   *
   * @param before the moment before it, of which it takes over what is still true; null for none
   */
  Moment(
      State state,
      Map<Form<?>, Stock<?>> stocks,
      Function<String, @Nullable History> histories,
      Likeness likeness,
      List<CauseWord> words,
      @Nullable Moment before) {
    this.state = state;
    this.stocks = stocks;
    this.histories = histories;
    this.likeness = likeness;
    boolean same = before != null && before.state.judgesAs(state);
    this.judge =
        before != null && same ? before.judge : new Judge(state.rules(), state.identities());
    this.places = new HashMap<>();
    stocks.forEach((form, stock) -> places.put(form, stock.places()));
    this.placement =
        before != null && same && before.places.equals(places)
            ? before.placement
            : Placement.of(state.rules(), places);
    this.words = List.copyOf(words);
    this.spokenOf = words.stream().map(CauseWord::incident).collect(Collectors.toSet());
    this.earlier = before == null || !same ? Map.of() : before.made();
    boolean said = before != null && same && before.words.equals(this.words);
    this.blamingBefore = before != null && said ? before.blamingOf : Map.of();
  }

  /** What was made of each system at this moment or before, and nobody has made anew. */
  private Map<String, Assembled.Made> made() {
    Map<String, Assembled.Made> made = new HashMap<>(earlier);
    services.forEach((system, service) -> made.put(system, service.made()));
    return made;
  }

  State state() {
    return state;
  }

  Placement placement() {
    return placement;
  }

  Judge judge() {
    return judge;
  }

  Map<Form<?>, Stock<?>> stocks() {
    return stocks;
  }

  @SuppressWarnings("unchecked") // The map holds stocks under their form.
  <F extends Fact> Stock<F> stock(Form<F> form) {
    return (Stock<F>) In.sure(stocks.get(form));
  }

  /** What people said about causes, oldest first. */
  List<CauseWord> words() {
    return words;
  }

  @Nullable History history(String repository) {
    Repository known = state.rules().repository(repository).orElse(null);
    return known == null ? null : histories.apply(known.name());
  }

  Likeness likeness() {
    return likeness;
  }

  /** The system; null when nothing was ever said of it. */
  @Nullable Assembled service(String system) {
    Placement.Berth berth = placement.berths().get(system);
    if (berth == null) {
      return null;
    }
    Assembled there = services.get(berth.system());
    if (there != null) {
      return there;
    }
    Assembled now = new Assembled(berth, this, made(berth.system(), berth));
    Assembled meanwhile = services.putIfAbsent(berth.system(), now);
    return meanwhile == null ? now : meanwhile;
  }

  /** The same system for one look: what is made of it goes when the look ends. */
  @Nullable Assembled passing(String system) {
    Assembled kept = services.get(system);
    Placement.Berth berth = placement.berths().get(system);
    return kept != null || berth == null
        ? kept
        : new Assembled(berth, this, made(berth.system(), berth));
  }

  /** What was made of the system at the moment before, when it is still true. */
  private Assembled.Made made(String system, Placement.Berth berth) {
    long version = version(berth);
    Assembled.Made there = earlier.get(system);
    return there != null && there.version() == version ? there : new Assembled.Made(version);
  }

  /** Another number whenever any of the system's facts differs. */
  long version(Placement.Berth berth) {
    long version = stock(Forms.REVIEWS).version(Place.NOWHERE);
    for (Form<?> form : Forms.ALL) {
      Stock<?> stock = In.sure(stocks.get(form));
      for (Place place : berth.places(form)) {
        version = 31 * version + place.hashCode();
        version = (version ^ stock.version(place)) * 0x9E3779B97F4A7C15L;
        version ^= version >>> 29;
      }
    }
    return version;
  }

  /** Production deployments of all systems. */
  List<Deployment> everyDeployment() {
    return everyDeployment.of(() -> {
      List<Deployment> every = new ArrayList<>();
      for (String system : placement.berths().keySet()) {
        for (Deployment deployment : In.sure(passing(system)).deployments()) {
          if (Boolean.TRUE.equals(deployment.production())) {
            every.add(deployment);
          }
        }
      }
      every.sort(Forms.DEPLOYMENTS.order());
      return every;
    });
  }

  /** Incidents of all systems. */
  List<Incident> everyIncident() {
    return everyIncident.of(() -> {
      List<Incident> every = new ArrayList<>();
      for (String system : placement.berths().keySet()) {
        every.addAll(In.sure(passing(system)).incidents());
      }
      every.sort(Forms.INCIDENTS.order());
      return every;
    });
  }

  /** Incidents of all systems whose cause a source or a person named. */
  List<Incident> blamingIncidents() {
    return blaming.of(() -> {
      List<Incident> every = new ArrayList<>();
      placement.berths().values().forEach(berth -> every.addAll(blaming(berth).incidents));
      every.sort(Forms.INCIDENTS.order());
      return every;
    });
  }

  /** Those of one system; taken over from the moment before where nothing of it is new. */
  private Blaming blaming(Placement.Berth berth) {
    long version = version(berth);
    Blaming before = blamingBefore.get(berth.system());
    Blaming now =
        before != null && before.version == version
            ? before
            : new Blaming(
                version,
                In.sure(passing(berth.system())).incidents().stream()
                    .filter(it -> it.causedBy() != null || spokenOf.contains(it.key()))
                    .toList());
    blamingOf.put(berth.system(), now);
    return now;
  }

  /** A list that many ask for, made once and kept while there is memory. */
  private static final class Once<T> {
    private @Nullable SoftReference<List<T>> made;

    synchronized List<T> of(Supplier<List<T>> makes) {
      List<T> list = made == null ? null : made.get();
      if (list == null) {
        list = List.copyOf(makes.get());
        made = new SoftReference<>(list);
      }
      return list;
    }
  }
}
