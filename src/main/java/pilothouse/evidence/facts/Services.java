package pilothouse.evidence.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.people.Identities;
import pilothouse.storage.StorageTrouble;
import pilothouse.systems.Rules;

/**
 * The systems that anything was said of, each with all that is known of its delivery. What is said
 * now is there at the next question.
 *
 * <p>A deployment or an incident belongs to the system that its names mean by the rules. What a
 * repository has (changes, reviews, builds, pushes, tests) belongs to every system that lives in
 * it: those whose deployments name it, and those that are declared there. An incident that names
 * only a repository in which several systems live belongs to none.
 */
public final class Services {
  private final Facts facts;
  private final Supplier<Rules> rules;
  private final Supplier<Identities> identities;
  private final Function<String, @Nullable History> histories;
  private final LongSupplier historiesVersion;
  private final Likeness likeness;
  private final Executor behind;
  private final AtomicBoolean packing = new AtomicBoolean();
  private @Nullable Moment last;
  private long version;

  /**
   * Services out of facts.
   *
   * @param rules as they are now; their version tells whether anything was declared anew
   * @param identities as they are now; their version tells whether anybody was joined anew
   * @param histories the git history of a registered repository, by its name
   * @param historiesVersion rises whenever any history changes
   * @param likeness which commits of a history do the same
   * @param behind packs what was said lately while others wait for nothing
   */
  public Services(
      Facts facts,
      Supplier<Rules> rules,
      Supplier<Identities> identities,
      Function<String, @Nullable History> histories,
      LongSupplier historiesVersion,
      Likeness likeness,
      Executor behind) {
    this.facts = facts;
    this.rules = rules;
    this.identities = identities;
    this.histories = histories;
    this.historiesVersion = historiesVersion;
    this.likeness = likeness;
    this.behind = behind;
  }

  /** The systems, by name. */
  public List<String> names() {
    return List.copyOf(moment().placement().berths().keySet());
  }

  /** All that is known of the system; empty when nothing was ever said of it. */
  public Optional<ServiceFacts> service(String system) {
    return Optional.ofNullable(moment().service(system));
  }

  /**
   * The same for one who looks at all systems, one after the other: what is made of it is not kept,
   * so that memory holds what is looked at and not everything that was ever said.
   */
  public Optional<ServiceFacts> passing(String system) {
    return Optional.ofNullable(moment().passing(system));
  }

  /** The systems that live in a registered repository, by name. */
  public List<String> in(String repository) {
    return List.copyOf(moment().placement().living(repository));
  }

  /** Rises with facts, rules, identities and histories. */
  public synchronized long version() {
    moment();
    return version;
  }

  /**
   * Numbers measured at the place of a scope, by time: of the organisation and of teams, or of a
   * repository. Those of a system are among its facts.
   */
  public List<Measurement> measured(String scope) {
    Moment now = moment();
    return now.stock(Forms.MEASUREMENTS).at(Forms.scope(scope), now.judge());
  }

  /**
   * All things of a kind, by the place where they lie: things of no system, too.
   *
   * @param kind whose facts name their places themselves
   */
  public <F extends Fact> List<Lot<F>> lots(Class<F> kind) {
    Moment now = moment();
    Stock<F> stock = now.stock(Forms.of(kind));
    Map<Place, List<String>> systems = now.placement().systems(stock.form());
    List<Lot<F>> lots = new ArrayList<>();
    for (Place place : new TreeSet<>(stock.places())) {
      lots.add(
          new Lot<>(
              place.service() + "\0" + place.repository(),
              place.path(),
              stock.version(place),
              systems.getOrDefault(place, List.of()),
              () -> stock.at(place, now.judge())));
    }
    return lots;
  }

  /** The git history of a repository, however its name is written; null where none is read. */
  public @Nullable History history(String repository) {
    return moment().history(repository);
  }

  /** What was told without naming a system. */
  public Unplaced unplaced() {
    Moment now = moment();
    List<Unplaced.Kind> kinds = new ArrayList<>();
    now.placement()
        .homeless()
        .forEach((form, places) -> {
          Map<String, Integer> called = new TreeMap<>();
          String what = form.table().replace('_', ' ');
          for (Place place : places) {
            int count = now.stock(form).raw(place).size();
            if (place.service().isEmpty()) {
              kinds.add(new Unplaced.Kind(what, why(place), count));
            } else {
              called.merge(place.service(), count, Integer::sum);
            }
          }
          kinds.add(Unplaced.called(what, called));
        });
    return new Unplaced(kinds);
  }

  private static String why(Place place) {
    return place.isNowhere()
        ? "names neither a service nor a repository"
        : "names no service, and several systems live in the repository " + place.repository();
  }

  private synchronized Moment moment() {
    Moment.State state =
        new Moment.State(
            facts.version(), rules.get(), identities.get(), historiesVersion.getAsLong());
    Moment before = last;
    if (before != null && before.state().isAs(state)) {
      return before;
    }
    boolean news = before == null || before.state().facts() != state.facts();
    Map<Form<?>, Stock<?>> stocks =
        before != null && !news
            ? before.stocks()
            : stocks(before == null ? Map.of() : before.stocks());
    Moment now = new Moment(state, stocks, histories, likeness, facts.words(), before);
    last = now;
    version++;
    return now;
  }

  private Map<Form<?>, Stock<?>> stocks(Map<Form<?>, Stock<?>> before) {
    Map<Form<?>, Stock<?>> stocks = facts.stocks().all(before);
    if (stocks.values().stream().anyMatch(Stocks::isWorthPacking)) {
      packBehind();
    }
    return stocks;
  }

  /** One at a time: whatever is said meanwhile is packed at the next look. */
  private void packBehind() {
    if (packing.compareAndSet(false, true)) {
      behind.execute(() -> {
        try {
          facts.pack();
        } catch (StorageTrouble e) {
          // Packs only save time; the next look tries again.
        } finally {
          packing.set(false);
        }
      });
    }
  }
}
