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
            said(one, "standard-expired", "decisions.found.expired", Say.day(one.review()))
                .begun(one.review().plusDays(1).atStartOfDay(here.zone()).toInstant())
                .owed(one.owner())
                .weighing(0.4))
        : Optional.empty();
  }

  private Optional<Finding> seen(Docket here, Standard one) {
    List<Conformity> all = shelf.standards().read(here, one);
    if (!all.isEmpty() && all.stream().allMatch(Conformity::isUnknown)) {
      return Optional.of(
          said(one, "standard-unknown", "decisions.found.standard-unknown").weighing(0.3));
    }
    List<Conformity> newly =
        all.stream()
            .filter(Conformity::newly)
            .filter(each -> StandardTelling.exempt(here, one, each.system()).isEmpty())
            .toList();
    return newly.isEmpty() ? Optional.empty() : Optional.of(deviates(one, newly));
  }

  /**
   * Those who may look at a repository need not see all that lives in it: nothing is named. Newly
   * is said only where all of them are known to have been as they were wanted.
   */
  private static Finding deviates(Standard one, List<Conformity> newly) {
    String which = newly.stream().allMatch(each -> each.lately().since() == null) ? "newly" : "now";
    List<String> names = newly.stream().map(Conformity::system).limit(NAMED).toList();
    String named = String.join(", ", names);
    String all =
        newly.size() <= NAMED
            ? named
            : Texts.counted("decisions.found.and-more", newly.size() - NAMED, named);
    boolean isNamed = one.decision().place().kind() != Where.Kind.REPOSITORY;
    String says =
        Texts.counted("decisions.found.deviate." + which, newly.size(), title(one), one.says());
    return finding("standard-deviation", one, says + (isNamed ? ": " + all : "") + ".")
        .because(isNamed ? names : List.of())
        .weighing(0.5);
  }

  private static String title(Standard one) {
    return one.decision().name() + " " + one.decision().title();
  }

  private static Finding said(Standard one, String kind, String key, String... values) {
    Object[] all = Stream.concat(Stream.of(title(one), one.says()), Stream.of(values)).toArray();
    return finding(kind, one, Texts.say(key, all));
  }

  private static Finding finding(String kind, Standard one, String says) {
    Decision of = one.decision();
    return Finding.of(kind, LOOK, says, of.id() + " " + one.number(), of.place(), of.address());
  }
}
