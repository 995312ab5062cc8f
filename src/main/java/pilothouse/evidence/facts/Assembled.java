package pilothouse.evidence.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;

/** One system's facts, each list made when it is first asked for. */
final class Assembled implements ServiceFacts {
  private final Placement.Berth berth;
  private final Sources sources;
  private final Map<String, List<?>> made = new HashMap<>();
  private @Nullable History history;
  private boolean looked;

  Assembled(Placement.Berth berth, Sources sources) {
    this.berth = berth;
    this.sources = sources;
  }

  /** What all systems of one moment share. */
  interface Sources {
    <F extends Fact> Stock<F> stock(Form<F> form);

    Judge judge();

    List<CauseWord> words();

    @Nullable History history(String repository);

    List<Deployment> everyDeployment();

    List<Incident> everyIncident();
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
  public List<Deployment> deployments() {
    return list(Forms.DEPLOYMENTS, sources.judge()::judged);
  }

  @Override
  public List<ChangeRequest> changes() {
    return list(Forms.CHANGES, sources.judge()::judged);
  }

  @Override
  public List<Review> reviews() {
    return made(
        "reviews",
        () -> {
          Set<String> changes = new HashSet<>();
          changes().forEach(change -> changes.add(change.key()));
          Stock<Review> stock = sources.stock(Forms.REVIEWS);
          List<Review> reviews = new ArrayList<>(list(Forms.REVIEWS, sources.judge()::judged));
          for (Review review : stock.at(Place.NOWHERE)) {
            if (review.change() != null && changes.contains(review.change())) {
              reviews.add(sources.judge().judged(review));
            }
          }
          reviews.sort(Forms.REVIEWS.order());
          return reviews;
        });
  }

  @Override
  public List<Build> builds() {
    return list(Forms.BUILDS, UnaryOperator.identity());
  }

  @Override
  public List<Push> pushes() {
    return list(Forms.PUSHES, UnaryOperator.identity());
  }

  @Override
  public List<TestCase> tests() {
    return list(Forms.TESTS, UnaryOperator.identity());
  }

  @Override
  public List<Measurement> measurements() {
    return list(Forms.MEASUREMENTS, UnaryOperator.identity());
  }

  @Override
  public List<Incident> incidents() {
    return list(Forms.INCIDENTS, UnaryOperator.identity());
  }

  @Override
  public List<CauseWord> words() {
    return made(
        "words",
        () -> {
          Set<String> incidents = new HashSet<>();
          incidents().forEach(incident -> incidents.add(incident.key()));
          return sources.words().stream()
              .filter(word -> incidents.contains(word.incident()))
              .toList();
        });
  }

  @Override
  public synchronized @Nullable History history() {
    if (!looked) {
      looked = true;
      for (Form<?> form : List.of(Forms.DEPLOYMENTS, Forms.CHANGES, Forms.PUSHES, Forms.BUILDS)) {
        for (Place place : berth.places(form)) {
          if (history == null && !place.repository().isEmpty()) {
            history = sources.history(place.repository());
          }
        }
      }
    }
    return history;
  }

  @Override
  public String folder() {
    return sources.judge().rules().folder(system());
  }

  @Override
  public boolean isHotfix(@Nullable String branch) {
    return sources.judge().rules().isHotfix(branch);
  }

  @Override
  public boolean isBot(@Nullable String person) {
    return person != null && sources.judge().identities().isBot(person);
  }

  @Override
  public List<Deployment> everyDeployment() {
    return sources.everyDeployment();
  }

  @Override
  public List<Incident> everyIncident() {
    return sources.everyIncident();
  }

  private <F extends Fact> List<F> list(Form<F> form, UnaryOperator<F> judged) {
    return made(
        form.table(),
        () -> {
          List<F> all = new ArrayList<>();
          Stock<F> stock = sources.stock(form);
          berth
              .places(form)
              .forEach(place -> stock.at(place).forEach(it -> all.add(judged.apply(it))));
          all.sort(form.order());
          return all;
        });
  }

  @SuppressWarnings("unchecked") // A name always holds a list of one type.
  private <T> List<T> made(String name, Supplier<List<T>> makes) {
    synchronized (made) {
      List<?> there = made.get(name);
      if (there == null) {
        there = List.copyOf(makes.get());
        made.put(name, there);
      }
      return (List<T>) there;
    }
  }
}
