package pilothouse.decisions;

import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * Standards whose review is over, of which nothing is known, or from which systems newly deviate.
 */
final class StandardFindings implements Source {
  private static final int NAMED = 12;
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  StandardFindings(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  @Override
  public List<Finding> found(Instant now) {
    Docket here = docket.get();
    return Standard.of(shelf.all(here.storage()).stream())
        .flatMap(one -> Stream.of(expired(here, one), seen(here, one)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> expired(Docket here, Standard one) {
    return one.isExpired(here.today())
        ? Optional.of(
            finding("standard-expired", one, "decisions.found.expired", Say.day(one.review()))
                .begun(one.review().plusDays(1).atStartOfDay(here.zone()).toInstant())
                .owed(one.owner())
                .weighing(0.4))
        : Optional.empty();
  }

  private Optional<Finding> seen(Docket here, Standard one) {
    List<Conformity> all = shelf.standards().read(here, one);
    if (!all.isEmpty() && all.stream().allMatch(Conformity::isUnknown)) {
      return Optional.of(
          finding("standard-unknown", one, "decisions.found.standard-unknown").weighing(0.3));
    }
    List<String> newly =
        all.stream()
            .filter(Conformity::newly)
            .map(Conformity::system)
            .filter(system -> StandardTelling.exempt(here, one, system).isEmpty())
            .toList();
    return newly.isEmpty() ? Optional.empty() : Optional.of(deviates(one, newly));
  }

  /** Those who may look at a repository need not see all that lives in it: nothing is named. */
  private static Finding deviates(Standard one, List<String> newly) {
    String count = Say.count(newly.size());
    if (one.decision().place().kind() == Where.Kind.REPOSITORY) {
      return finding("standard-deviation", one, "decisions.found.deviates", count).weighing(0.5);
    }
    String named = String.join(", ", newly.stream().limit(NAMED).toList());
    String all =
        newly.size() <= NAMED
            ? named
            : Texts.counted("decisions.found.and-more", newly.size() - NAMED, named);
    return finding("standard-deviation", one, "decisions.found.deviate", count, all)
        .because(newly.stream().limit(NAMED).toList())
        .weighing(0.5);
  }

  private static Finding finding(String kind, Standard one, String key, String... values) {
    Decision of = one.decision();
    Object[] all =
        Stream.concat(Stream.of(of.name() + " " + of.title(), one.says()), Stream.of(values))
            .toArray();
    return Finding.of(
        kind, LOOK, Texts.say(key, all), of.id() + " " + one.number(), of.place(), of.address());
  }
}
