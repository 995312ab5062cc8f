package pilothouse.evidence.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.people.Identities;
import pilothouse.systems.Repository;
import pilothouse.systems.Rules;

/** The systems that anything was said of, each with all that is known of its delivery. */
public final class Services {
  private final Facts facts;
  private final Supplier<Rules> rules;
  private final Supplier<Identities> identities;
  private final Function<String, @Nullable History> histories;
  private final LongSupplier historiesVersion;
  private @Nullable Moment last;
  private long version;

  /**
   * Services out of facts.
   *
   * @param rules the same snapshot as long as nothing is declared anew
   * @param identities the same snapshot as long as nobody is joined anew
   * @param histories the git history of a registered repository, by its name
   * @param historiesVersion rises whenever any history changes
   */
  public Services(
      Facts facts,
      Supplier<Rules> rules,
      Supplier<Identities> identities,
      Function<String, @Nullable History> histories,
      LongSupplier historiesVersion) {
    this.facts = facts;
    this.rules = rules;
    this.identities = identities;
    this.histories = histories;
    this.historiesVersion = historiesVersion;
  }

  /** What is known at one moment. */
  private record Moment(
      long facts,
      Rules rules,
      Identities identities,
      long histories,
      long version,
      Map<Form<?>, Stock<?>> stocks,
      Placement placement,
      Map<String, Assembled> services) {}

  /** The systems, by name. */
  public List<String> names() {
    return List.copyOf(moment().placement().berths().keySet());
  }

  /** All that is known of the system; empty when nothing was ever said of it. */
  public Optional<ServiceFacts> service(String system) {
    Moment now = moment();
    Placement.Berth berth = now.placement().berths().get(system);
    if (berth == null) {
      return Optional.empty();
    }
    return Optional.of(
        now.services().computeIfAbsent(system, name -> new Assembled(berth, sources(now))));
  }

  /** Rises with facts, rules, identities and histories. */
  public long version() {
    return moment().version();
  }

  /** What was told without naming a system. */
  public Unplaced unplaced() {
    Moment now = moment();
    List<Unplaced.Kind> kinds = new ArrayList<>();
    now.placement()
        .homeless()
        .forEach((form, places) -> {
          Stock<?> stock = now.stocks().get(form);
          long count = stock == null ? 0 : places.stream().mapToLong(stock::count).sum();
          kinds.add(new Unplaced.Kind(form.table().replace('_', ' ') + "s", why(places), count));
        });
    return new Unplaced(kinds);
  }

  private static String why(List<Place> places) {
    return places.stream().allMatch(Place::isNowhere)
        ? "names neither a service nor a repository"
        : "names a repository in which several systems live, and no service";
  }

  private synchronized Moment moment() {
    Rules rulesNow = rules.get();
    Identities identitiesNow = identities.get();
    long historiesNow = historiesVersion.getAsLong();
    long factsNow = facts.version();
    Moment known = last;
    if (known != null
        && known.facts == factsNow
        && known.rules == rulesNow
        && known.identities == identitiesNow
        && known.histories == historiesNow) {
      return known;
    }
    Map<Form<?>, Stock<?>> stocks = new HashMap<>();
    Map<Form<?>, Set<Place>> places = new HashMap<>();
    for (Form<?> form : Forms.ALL) {
      Stock<?> stock =
          known != null && known.facts == factsNow
              ? In.sure(known.stocks.get(form))
              : facts.stock(form);
      stocks.put(form, stock);
      places.put(form, stock.places());
    }
    Moment now =
        new Moment(
            factsNow,
            rulesNow,
            identitiesNow,
            historiesNow,
            ++version,
            stocks,
            Placement.of(rulesNow, places),
            new ConcurrentHashMap<>());
    last = now;
    return now;
  }

  private Assembled.Sources sources(Moment now) {
    return new Assembled.Sources() {
      private final Judge judge = new Judge(now.rules, now.identities);

      @Override
      @SuppressWarnings("unchecked") // The map holds stocks under their form.
      public <F extends Fact> Stock<F> stock(Form<F> form) {
        return (Stock<F>) In.sure(now.stocks.get(form));
      }

      @Override
      public Judge judge() {
        return judge;
      }

      @Override
      public List<CauseWord> words() {
        return facts.words();
      }

      @Override
      public @Nullable History history(String repository) {
        return now.rules.repository(repository).map(Repository::name).map(histories).orElse(null);
      }

      @Override
      public List<Deployment> everyDeployment() {
        List<Deployment> every = new ArrayList<>();
        Stock<Deployment> stock = stock(Forms.DEPLOYMENTS);
        for (Place place : stock.places()) {
          stock.at(place).stream()
              .map(judge::judged)
              .filter(it -> Boolean.TRUE.equals(it.production()))
              .forEach(every::add);
        }
        every.sort(Forms.DEPLOYMENTS.order());
        return every;
      }

      @Override
      public List<Incident> everyIncident() {
        Stock<Incident> stock = stock(Forms.INCIDENTS);
        List<Incident> every = new ArrayList<>();
        stock.places().forEach(place -> every.addAll(stock.at(place)));
        every.sort(Forms.INCIDENTS.order());
        return every;
      }
    };
  }
}
