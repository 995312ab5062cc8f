package pilothouse.decisions;

import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** What waits for councils. */
record CouncilQueue(DecisionShelf shelf, Docket docket) {
  /** A decision that waits for its review. */
  record Waiting(Decision decision, Review review) {}

  /** All that waits for one, the oldest first, whoever may see it. */
  Stream<Waiting> of(Council council) {
    return all()
        .filter(one -> one.review().council().equals(council.id()))
        .sorted(Comparator.comparing((Waiting one) -> one.review().since()));
  }

  /** All that waits for any. */
  Stream<Waiting> all() {
    return shelf.all(docket.storage()).stream()
        .filter(one -> one.state().isOpen())
        .flatMap(one -> Review.of(one).map(review -> new Waiting(one, review)).stream())
        .filter(one -> one.review().verdict().isEmpty());
  }

  /** For so many whole days it waits. */
  long days(Waiting one) {
    return Duration.between(one.review().since(), docket.now()).toDays();
  }
}
