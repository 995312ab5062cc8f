package pilothouse.metrics.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.Alikes;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.CauseWord;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Measurement;
import pilothouse.evidence.facts.Merge;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.Push;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.evidence.facts.TestCase;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Window;
import pilothouse.systems.Rules;

/**
 * One service's facts, told by hand: what is said about the same thing is merged as the store
 * merges it, environments and hotfix branches are judged by the usual rules.
 */
final class Told implements ServiceFacts {
  private static final Rules RULES = Rules.none();
  private final List<Fact> said = new ArrayList<>();
  private final List<CauseWord> words = new ArrayList<>();
  private final List<Deployment> elsewhere = new ArrayList<>();
  private final List<Incident> elsewhereBroken = new ArrayList<>();
  private @Nullable History history;
  private final List<Alikes.Known> patches = new ArrayList<>();
  private final Map<Class<?>, List<? extends Fact>> known = new LinkedHashMap<>();
  private String folder = "";

  static Instant at(String text) {
    return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text + ":00Z");
  }

  private static @Nullable Instant maybe(@Nullable String text) {
    return text == null ? null : at(text);
  }

  static Window window(String from, String to) {
    return new Window(at(from), at(to), ZoneOffset.UTC);
  }

  Told tell(Fact fact) {
    said.add(fact);
    known.clear();
    return this;
  }

  /** A successful production deployment. */
  Told deploy(String id, String revision, String finished) {
    return deploy(id, revision, finished, "production", Outcome.SUCCESS, null, null);
  }

  Told failing(String id, String revision, String finished) {
    return deploy(id, revision, finished, "production", Outcome.FAILURE, null, null);
  }

  Told deploy(
      String id,
      @Nullable String revision,
      String finished,
      String environment,
      Outcome outcome,
      @Nullable Boolean unplanned,
      @Nullable String branch) {
    return tell(
        new Deployment(
            "own:" + id,
            at(finished),
            "checkout",
            null,
            revision,
            branch,
            environment,
            null,
            null,
            at(finished),
            outcome,
            unplanned,
            null));
  }

  /** A change request with the author times of its commits; its merge is {@code m<number>}. */
  Told change(int number, String opened, @Nullable String merged, String... commits) {
    return branch(number, "feature/" + number, "m" + number, opened, merged, commits);
  }

  /** The same with the names of its branch and of what it became on the main line. */
  Told branch(
      int number,
      String branch,
      @Nullable String merge,
      String opened,
      @Nullable String merged,
      String... commits) {
    List<CommitRef> own = new ArrayList<>();
    for (int i = 0; i < commits.length; i++) {
      own.add(new CommitRef("c" + number + "." + i, at(commits[i])));
    }
    return tell(
        new ChangeRequest(
            "github.com/acme/checkout#change/" + number,
            at(merged == null ? opened : merged),
            "acme/checkout",
            number,
            "Change " + number,
            "ann",
            branch,
            "main",
            null,
            merge,
            at(opened),
            at(opened),
            null,
            maybe(merged),
            maybe(merged),
            null,
            false,
            10 * number,
            number,
            number,
            null,
            own,
            null));
  }

  /** That a change request was open at a time, or was not. */
  Told state(int number, String opened, String said, @Nullable String closed, boolean open) {
    return tell(
        new ChangeRequest(
            "github.com/acme/checkout#change/" + number,
            at(said),
            "acme/checkout",
            number,
            null,
            "ann",
            null,
            null,
            null,
            null,
            at(opened),
            null,
            null,
            null,
            maybe(closed),
            open,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null));
  }

  /** What a source adds that knows hardly anything of a change request. */
  Told part(int number, Instant said, @Nullable String head, @Nullable Instant firstReview) {
    return tell(
        new ChangeRequest(
            "github.com/acme/checkout#change/" + number,
            said,
            null,
            number,
            null,
            null,
            null,
            null,
            head,
            null,
            null,
            null,
            firstReview,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            null));
  }

  Told review(int change, String id, String who, Review.State state, String submitted) {
    return tell(
        new Review(
            "github.com/acme/checkout#review/" + id,
            at(submitted),
            "github.com/acme/checkout#change/" + change,
            who,
            state,
            at(submitted)));
  }

  Told incident(String id, String detected, @Nullable String resolved) {
    return incident(id, detected, resolved, null);
  }

  Told incident(String id, String detected, @Nullable String resolved, @Nullable String causedBy) {
    return tell(
        new Incident(
            "own:" + id,
            at(resolved == null ? detected : resolved),
            "checkout",
            null,
            "Incident " + id,
            null,
            at(detected),
            maybe(resolved),
            null,
            causedBy,
            null));
  }

  Told word(String incident, @Nullable String deployment, CauseWord.Said what, String at) {
    String key = deployment == null ? null : "own:" + deployment;
    words.add(new CauseWord("own:" + incident, key, what, "Ada", "", at(at)));
    return this;
  }

  Told word(CauseWord word) {
    words.add(word);
    return this;
  }

  /** A deployment of another system. */
  Told elsewhere(String id, String finished) {
    elsewhere.add(
        new Deployment(
            "own:" + id,
            at(finished),
            "payments",
            null,
            null,
            null,
            "production",
            true,
            null,
            at(finished),
            Outcome.SUCCESS,
            null,
            null));
    return this;
  }

  Told brokenElsewhere(Incident incident) {
    elsewhereBroken.add(incident);
    return this;
  }

  Told in(History history) {
    this.history = history;
    return this;
  }

  /** What a commit does to its parent or, with a base, a whole change. */
  Told does(String revision, String base, String identity) {
    patches.add(new Alikes.Known(revision, base, identity));
    return this;
  }

  Told folder(String folder) {
    this.folder = folder;
    return this;
  }

  /** The facts as they were said. */
  List<Fact> said() {
    return said;
  }

  ServiceMetrics metrics(String from, String to) {
    return metrics(from, to, Definition.DORA);
  }

  ServiceMetrics metrics(String from, String to, Definition definition) {
    return ServiceMetrics.of(this, window(from, to), definition);
  }

  Reading read(String id, String from, String to) {
    return metrics(from, to).read(id);
  }

  @SuppressWarnings("unchecked") // Each class leads to facts of its own.
  private <F extends Fact> List<F> merged(Class<F> kind, Comparator<F> order) {
    return (List<F>) known.computeIfAbsent(kind, k -> merge(kind, order));
  }

  private <F extends Fact> List<F> merge(Class<F> kind, Comparator<F> order) {
    Map<String, Collection<F>> byKey = new LinkedHashMap<>();
    for (Fact fact : said) {
      if (kind.isInstance(fact)) {
        byKey.computeIfAbsent(fact.key(), key -> new ArrayList<>()).add(kind.cast(fact));
      }
    }
    return byKey.values().stream().map(Merge::of).sorted(order.thenComparing(Fact::key)).toList();
  }

  private static <F extends Fact> Comparator<F> by(
      java.util.function.Function<F, @Nullable Instant> time) {
    return Comparator.comparing(time, Comparator.nullsLast(Comparator.naturalOrder()));
  }

  @Override
  public String system() {
    return "checkout";
  }

  @Override
  public boolean declared() {
    return false;
  }

  @Override
  public List<Deployment> deployments() {
    return merged(Deployment.class, by(Deployment::finishedAt)).stream().map(Told::judged).toList();
  }

  private static Deployment judged(Deployment one) {
    Boolean production =
        one.environment() == null
            ? one.production()
            : (Boolean) RULES.isProduction(one.environment());
    return new Deployment(
        one.key(),
        one.saidAt(),
        one.service(),
        one.repository(),
        one.revision(),
        one.branch(),
        one.environment(),
        production,
        one.startedAt(),
        one.finishedAt(),
        one.outcome(),
        one.unplanned(),
        one.url());
  }

  @Override
  public List<ChangeRequest> changes() {
    return merged(ChangeRequest.class, by(ChangeRequest::openedAt));
  }

  @Override
  public List<Review> reviews() {
    return merged(Review.class, by(Review::submittedAt));
  }

  @Override
  public List<Build> builds() {
    return merged(Build.class, by(Build::startedAt));
  }

  @Override
  public List<Push> pushes() {
    return merged(Push.class, by(Push::at));
  }

  @Override
  public List<TestCase> tests() {
    return merged(TestCase.class, by(TestCase::at));
  }

  @Override
  public List<Measurement> measurements() {
    return merged(Measurement.class, by(Measurement::at));
  }

  @Override
  public List<Incident> incidents() {
    return merged(Incident.class, by(Incident::detectedAt));
  }

  @Override
  public List<CauseWord> words() {
    return words.stream().sorted(Comparator.comparing(CauseWord::at)).toList();
  }

  @Override
  public @Nullable History history() {
    return history;
  }

  @Override
  public Alikes alikes() {
    return new Alikes(patches);
  }

  @Override
  public String folder() {
    return folder;
  }

  @Override
  public boolean isHotfix(@Nullable String branch) {
    return RULES.isHotfix(branch);
  }

  @Override
  public boolean isBot(@Nullable String person) {
    return person != null && person.endsWith("[bot]");
  }

  @Override
  public List<Deployment> everyDeployment() {
    List<Deployment> every = new ArrayList<>(elsewhere);
    deployments().stream().filter(one -> Boolean.TRUE.equals(one.production())).forEach(every::add);
    return every;
  }

  @Override
  public List<Incident> everyIncident() {
    List<Incident> every = new ArrayList<>(incidents());
    every.addAll(elsewhereBroken);
    return every;
  }

  @Override
  public List<Incident> blamingIncidents() {
    Set<String> said = words.stream().map(CauseWord::incident).collect(Collectors.toSet());
    return everyIncident().stream()
        .filter(incident -> incident.causedBy() != null || said.contains(incident.key()))
        .toList();
  }
}
