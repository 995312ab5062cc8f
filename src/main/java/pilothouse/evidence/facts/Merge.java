package pilothouse.evidence.facts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a thing from all that was said about it: of each component the latest statement
 * holds, of beginnings the earliest. A function of the set: order and repetition do not matter.
 */
public final class Merge<F extends Fact> {
  private final List<F> said;

  private Merge(Collection<? extends F> said) {
    this.said = new ArrayList<>(said);
    // Statements of one instant stand in an order of their own, so that arrival decides nothing.
    this.said.sort(Comparator.comparing(Fact::saidAt).thenComparing(Fact::toString));
  }

  /** Merges facts of one kind with one key; there is at least one. */
  @SuppressWarnings("unchecked") // Each case gives back the type that it was given.
  public static <F extends Fact> F of(Collection<F> facts) {
    F first = facts.iterator().next();
    if (facts.size() == 1) {
      return first;
    }
    Fact merged =
        switch (first) {
          case Deployment _ -> deployment(new Merge<>((Collection<Deployment>) facts));
          case ChangeRequest _ -> change(new Merge<>((Collection<ChangeRequest>) facts));
          case Review _ -> review(new Merge<>((Collection<Review>) facts));
          case Build _ -> build(new Merge<>((Collection<Build>) facts));
          case Incident _ -> incident(new Merge<>((Collection<Incident>) facts));
          case Measurement _, TestCase _ -> new Merge<>(facts).said.getLast();
          case Push _ -> push(new Merge<>((Collection<Push>) facts));
          case Artifact _ -> artifact(new Merge<>((Collection<Artifact>) facts));
          case WorkItem _ -> work(new Merge<>((Collection<WorkItem>) facts));
        };
    return (F) merged;
  }

  private static Deployment deployment(Merge<Deployment> all) {
    Outcome outcome = all.outcome(Deployment::outcome);
    return new Deployment(
        all.key(),
        all.saidAt(),
        all.latest(Deployment::service),
        all.latest(Deployment::repository),
        all.commit(Deployment::revision),
        all.latest(Deployment::branch),
        all.latest(Deployment::environment),
        all.latest(Deployment::production),
        all.earliest(Deployment::startedAt),
        all.end(Deployment::outcome, Deployment::finishedAt, outcome),
        outcome,
        all.latest(Deployment::unplanned),
        all.latest(Deployment::url));
  }

  private static ChangeRequest change(Merge<ChangeRequest> all) {
    Instant merged = all.earliest(ChangeRequest::mergedAt);
    // What was merged is never opened again, whatever a late word says.
    Boolean open = merged == null ? all.latest(ChangeRequest::open) : Boolean.FALSE;
    return new ChangeRequest(
        all.key(),
        all.saidAt(),
        all.latest(ChangeRequest::repository),
        Math.max(0, all.said.stream().mapToInt(ChangeRequest::number).max().orElse(0)),
        all.latest(ChangeRequest::title),
        all.latest(ChangeRequest::author),
        all.latest(ChangeRequest::branch),
        all.latest(ChangeRequest::target),
        all.latest(ChangeRequest::headRevision),
        all.latest(ChangeRequest::mergeRevision),
        all.earliest(ChangeRequest::openedAt),
        all.earliest(ChangeRequest::readyAt),
        all.earliest(ChangeRequest::firstReviewAt),
        merged,
        merged == null ? closed(all) : all.latest(ChangeRequest::closedAt),
        open,
        all.latest(ChangeRequest::draft),
        all.latest(ChangeRequest::added),
        all.latest(ChangeRequest::deleted),
        all.latest(ChangeRequest::files),
        all.latest(ChangeRequest::labels),
        Commits.joined(all.said.stream().map(ChangeRequest::commits).toList()),
        all.latest(ChangeRequest::url));
  }

  /** The last end since it was last open. */
  private static @Nullable Instant closed(Merge<ChangeRequest> all) {
    Instant closed = null;
    for (ChangeRequest change : all.said) {
      boolean isOpen = Boolean.TRUE.equals(change.open());
      closed = isOpen ? null : change.closedAt() == null ? closed : change.closedAt();
    }
    return closed;
  }

  private static Review review(Merge<Review> all) {
    return new Review(
        all.key(),
        all.saidAt(),
        all.latest(Review::change),
        all.latest(Review::reviewer),
        all.latest(Review::state),
        all.earliest(Review::submittedAt));
  }

  private static Build build(Merge<Build> all) {
    Outcome outcome = all.outcome(Build::outcome);
    return new Build(
        all.key(),
        all.saidAt(),
        all.latest(Build::service),
        all.latest(Build::repository),
        all.longest(Build::revision),
        all.latest(Build::branch),
        all.latest(Build::name),
        all.latest(Build::job),
        all.latest(Build::attempt),
        all.earliest(Build::startedAt),
        all.end(Build::outcome, Build::finishedAt, outcome),
        outcome,
        all.latest(Build::url));
  }

  private static Incident incident(Merge<Incident> all) {
    Boolean open = all.latest(Incident::open);
    return new Incident(
        all.key(),
        all.saidAt(),
        all.latest(Incident::service),
        all.latest(Incident::repository),
        all.latest(Incident::title),
        all.latest(Incident::severity),
        all.earliest(Incident::detectedAt),
        Boolean.TRUE.equals(open) ? null : all.latest(Incident::resolvedAt),
        open,
        all.latest(Incident::causedBy),
        all.latest(Incident::url));
  }

  private static Push push(Merge<Push> all) {
    Push last = all.said.getLast();
    return new Push(
        all.key(),
        all.saidAt(),
        all.latest(Push::repository),
        last.branch(),
        all.latest(Push::main),
        all.latest(Push::before),
        last.after(),
        Objects.requireNonNull(all.earliest(Push::at)),
        Commits.joined(all.said.stream().map(Push::commits).toList()));
  }

  private static Artifact artifact(Merge<Artifact> all) {
    return new Artifact(
        all.key(),
        all.saidAt(),
        all.latest(Artifact::repository),
        all.longest(Artifact::revision),
        all.latest(Artifact::change),
        all.first(Artifact::chain));
  }

  private static WorkItem work(Merge<WorkItem> all) {
    Instant closed = null;
    WorkItem.Reason reason = null;
    for (WorkItem item : all.said) {
      boolean isOpen = Boolean.TRUE.equals(item.open());
      closed = isOpen ? null : item.closedAt() == null ? closed : item.closedAt();
      reason = isOpen ? null : item.reason() == null ? reason : item.reason();
    }
    return new WorkItem(
        all.key(),
        all.saidAt(),
        all.latest(WorkItem::service),
        all.latest(WorkItem::repository),
        all.latest(WorkItem::number),
        all.latest(WorkItem::title),
        all.latest(WorkItem::open),
        reason,
        all.latest(WorkItem::labels),
        all.latest(WorkItem::milestone),
        all.latest(WorkItem::type),
        all.earliest(WorkItem::openedAt),
        closed,
        all.every(WorkItem::changes),
        all.latest(WorkItem::url));
  }

  /** All that anybody named, each once, in their own order. */
  private @Nullable List<String> every(Function<F, @Nullable List<String>> component) {
    TreeSet<String> every = new TreeSet<>();
    for (F fact : said) {
      List<String> some = component.apply(fact);
      every.addAll(some == null ? List.of() : some);
    }
    return every.isEmpty() ? null : List.copyOf(every);
  }

  private String key() {
    return said.getFirst().key();
  }

  private Instant saidAt() {
    return said.getLast().saidAt();
  }

  private <T> @Nullable T latest(Function<F, @Nullable T> component) {
    return chosen(component, (before, after) -> after);
  }

  private <T> @Nullable T first(Function<F, @Nullable T> component) {
    return chosen(component, (before, after) -> before);
  }

  private @Nullable Instant earliest(Function<F, @Nullable Instant> component) {
    return chosen(component, (a, b) -> b.isBefore(a) ? b : a);
  }

  /** Of a commit's whole and short ids, the whole one. */
  private @Nullable String longest(Function<F, @Nullable String> component) {
    return chosen(component, (a, b) -> a.startsWith(b) ? a : b);
  }

  /** The commit, whole if anybody said it whole; what was built of it only where none is known. */
  private @Nullable String commit(Function<F, @Nullable String> component) {
    String commit =
        longest(fact -> Artifact.isKey(component.apply(fact)) ? null : component.apply(fact));
    return commit == null ? latest(component) : commit;
  }

  /** How it ended by the latest word; that it still runs counts only while nothing else is said. */
  private @Nullable Outcome outcome(Function<F, @Nullable Outcome> component) {
    return chosen(component, (before, after) -> after == Outcome.RUNNING ? before : after);
  }

  /** The first end with the outcome that holds, or else the first end that anybody named. */
  private @Nullable Instant end(
      Function<F, @Nullable Outcome> outcome,
      Function<F, @Nullable Instant> at,
      @Nullable Outcome holds) {
    Instant end = earliest(fact -> outcome.apply(fact) == holds ? at.apply(fact) : null);
    return end == null ? earliest(at) : end;
  }

  private <T> @Nullable T chosen(Function<F, @Nullable T> component, BinaryOperator<T> choice) {
    T chosen = null;
    for (F fact : said) {
      T value = component.apply(fact);
      if (value != null) {
        chosen = chosen == null ? value : choice.apply(chosen, value);
      }
    }
    return chosen;
  }
}
