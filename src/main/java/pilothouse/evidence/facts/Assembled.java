package pilothouse.evidence.facts;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;

/** One system's facts, each list made when it is asked for and kept while there is memory. */
final class Assembled implements ServiceFacts {
  private final Placement.Berth berth;
  private final Moment moment;
  private final Made made;
  private @Nullable History history;
  private boolean looked;
  private volatile boolean wide;

  Assembled(Placement.Berth berth, Moment moment, Made made) {
    this.berth = berth;
    this.moment = moment;
    this.made = made;
  }

  /** Lists that were made, for as long as the version holds. */
  static final class Made {
    private final long version;
    private final Map<String, SoftReference<Object>> lists = new HashMap<>();

    Made(long version) {
      this.version = version;
    }

    long version() {
      return version;
    }

    private <T> List<T> list(String name, Supplier<List<T>> makes) {
      return one(name, () -> List.copyOf(makes.get()));
    }

    @SuppressWarnings("unchecked") // A name always holds what is of one type.
    private synchronized <T> T one(String name, Supplier<T> makes) {
      SoftReference<Object> there = lists.get(name);
      T made = there == null ? null : (T) there.get();
      if (made == null) {
        made = makes.get();
        lists.put(name, new SoftReference<>(made));
      }
      return made;
    }
  }

  Made made() {
    return made;
  }

  @Override
  public String system() {
    return berth.system();
  }

  @Override
  public boolean declared() {
    return berth.declared();
  }

  @Override
  public long version() {
    return made.version();
  }

  @Override
  public List<Deployment> deployments() {
    return twins().all();
  }

  private Twins twins() {
    return made.one("twins", () -> Twins.of(list(Forms.DEPLOYMENTS)));
  }

  @Override
  public List<Doubled> doubled() {
    return made.list("doubled", () -> Lookalikes.of(deployments()));
  }

  @Override
  public List<ChangeRequest> changes() {
    return list(Forms.CHANGES);
  }

  /** Those of its repositories, and those that name one of its changes by another key. */
  @Override
  public List<Review> reviews() {
    return made.list(
        "reviews",
        () -> {
          List<Review> elsewhere = moment.stock(Forms.REVIEWS).at(Place.NOWHERE, moment.judge());
          if (elsewhere.isEmpty()) {
            return list(Forms.REVIEWS);
          }
          Set<String> changes = new HashSet<>();
          changes().forEach(change -> changes.add(change.key()));
          List<Review> reviews = new ArrayList<>(list(Forms.REVIEWS));
          for (Review review : elsewhere) {
            if (review.change() != null && changes.contains(review.change())) {
              reviews.add(review);
            }
          }
          reviews.sort(Forms.REVIEWS.order());
          return reviews;
        });
  }

  @Override
  public List<Build> builds() {
    return list(Forms.BUILDS);
  }

  @Override
  public List<Push> pushes() {
    return list(Forms.PUSHES);
  }

  @Override
  public List<TestCase> tests() {
    return list(Forms.TESTS);
  }

  @Override
  public List<Measurement> measurements() {
    return list(Forms.MEASUREMENTS);
  }

  @Override
  public List<WorkItem> work() {
    return list(Forms.WORK);
  }

  @Override
  public List<Incident> incidents() {
    return made.list(
        "incidents with causes",
        () ->
            list(Forms.INCIDENTS).stream()
                .map(it -> it.causedBy() == null ? it : it.causedBy(twins().name(it.causedBy())))
                .toList());
  }

  @Override
  public List<CauseWord> words() {
    List<CauseWord> words = moment.words();
    return words.isEmpty()
        ? words
        : words.stream().map(word -> word.about(twins().name(word.deployment()))).toList();
  }

  @Override
  public synchronized @Nullable History history() {
    if (!looked) {
      looked = true;
      for (Form<?> form : List.of(Forms.DEPLOYMENTS, Forms.CHANGES, Forms.PUSHES, Forms.BUILDS)) {
        for (Place place : berth.places(form)) {
          if (history == null && !place.repository().isEmpty()) {
            history = moment.history(place.repository());
          }
        }
      }
    }
    return history;
  }

  @Override
  public Alikes alikes() {
    History here = history();
    return here == null ? Alikes.NONE : moment.likeness().of(here, changes());
  }

  @Override
  public String folder() {
    return moment.state().rules().folder(system());
  }

  @Override
  public boolean isHotfix(@Nullable String branch) {
    return moment.state().rules().isHotfix(branch);
  }

  @Override
  public boolean isBot(@Nullable String person) {
    return person != null && moment.state().identities().isBot(person);
  }

  /** What readings follow from; the facts of all systems are a number, and none where unasked. */
  private record Basis(
      long own,
      long all,
      long rules,
      long identities,
      long histories,
      List<CauseWord> words,
      List<Incident> blaming) {}

  @Override
  public Object basis(boolean wide) {
    Moment.State state = moment.state();
    return new Basis(
        version(),
        wide ? state.facts() : 0,
        state.rules().version(),
        state.identities().version(),
        state.histories(),
        moment.words(),
        moment.blamingIncidents());
  }

  @Override
  public boolean looksWide() {
    return wide;
  }

  @Override
  public List<Deployment> everyDeployment() {
    wide = true;
    return moment.everyDeployment();
  }

  @Override
  public List<Incident> everyIncident() {
    wide = true;
    return moment.everyIncident();
  }

  @Override
  public List<Incident> blamingIncidents() {
    return moment.blamingIncidents();
  }

  private <F extends Fact> List<F> list(Form<F> form) {
    return made.list(
        form.table(),
        () -> {
          List<Place> places = berth.places(form);
          if (places.size() == 1) {
            return moment.stock(form).at(places.getFirst(), moment.judge());
          }
          List<F> all = new ArrayList<>();
          places.forEach(place -> all.addAll(moment.stock(form).at(place, moment.judge())));
          all.sort(form.order());
          return all;
        });
  }
}
