package pilothouse.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Conformity.State;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Tells standards to somebody. */
record StandardTelling(Docket docket, DecisionShelf shelf, Caller caller) {

  /** Those of decisions in force; with the systems of the place that is asked for. */
  List<StandardTold> all(Where asked) {
    Set<String> there = isOfAll(asked) ? null : Set.copyOf(docket.ground().systems(asked));
    return Standard.of(shelf.seen(docket.storage(), caller))
        .filter(one -> reaches(one, asked, there))
        .map(one -> told(one, there))
        .toList();
  }

  private static boolean isOfAll(Where asked) {
    return asked.kind() == Where.Kind.ANYWHERE || asked.kind() == Where.Kind.ORGANISATION;
  }

  private boolean reaches(Standard one, Where asked, @Nullable Set<String> there) {
    Where own = one.decision().place();
    return asked.equals(Where.ANYWHERE)
        || own.equals(asked)
        || (there != null && docket.ground().systems(own).stream().anyMatch(there::contains));
  }

  /**
   * One of them.
   *
   * @param there the systems that are looked at; null for all
   */
  StandardTold told(Standard standard, @Nullable Set<String> there) {
    Decision of = standard.decision();
    List<Conformity> all =
        shelf.standards().read(docket, standard, there).stream()
            .filter(one -> caller.sees(Where.system(one.system())))
            .sorted(Comparator.comparing(Conformity::state).thenComparing(Conformity::system))
            .toList();
    return new StandardTold(
        of.number(),
        standard.number(),
        of.title(),
        of.place().text(),
        standard.says(),
        standard.check().kind(),
        must(standard),
        docket.promises().owners().name(standard.owner()),
        standard.review().toString(),
        standard.isExpired(docket.today()),
        count(all, State.CONFORMS),
        count(all, State.DEVIATES),
        count(all, State.UNKNOWN),
        all.stream().map(one -> one(standard, one)).toList(),
        new RuleTelling(docket, shelf, caller).exemptions(standard.exemptions()),
        of.address());
  }

  /** What must be so, in words. */
  String must(Standard standard) {
    return standard
        .check()
        .says(docket.gauges().get(), docket.ground().systems(standard.decision().place()));
  }

  private static int count(List<Conformity> all, State state) {
    return (int) all.stream().filter(one -> one.state() == state).count();
  }

  private StandardTold.One one(Standard standard, Conformity one) {
    @Nullable Turn by = one.by();
    @Nullable Instant since = one.lately().since();
    return new StandardTold.One(
        one.system(),
        one.state().word(),
        one.says(),
        one.page(),
        one.newly(),
        since == null ? null : LocalDate.ofInstant(since, docket.zone()).toString(),
        by == null ? null : new DecisionTelling(docket, shelf, caller).by(standard.decision(), by),
        exempt(docket, standard, one.system()).map(Exemption::what).orElse(null));
  }

  /** From which a system is exempt now. */
  static Optional<Exemption> exempt(Docket docket, Standard standard, String system) {
    return standard.exemptions().stream()
        .filter(one -> one.system().equals(system) && one.runs(docket.today()))
        .findFirst();
  }
}
