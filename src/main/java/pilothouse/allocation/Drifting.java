package pilothouse.allocation;

import static pilothouse.findings.Finding.Severity.LOOK;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.findings.Finding;
import pilothouse.findings.Source;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/** Shares that lie further from what was declared than the plan allows, while its days run. */
final class Drifting implements Source {
  private static final int AFTER_DAYS = 30;
  private final Allocations allocations;
  private volatile @Nullable Kept kept;

  Drifting(Allocations allocations) {
    this.allocations = allocations;
  }

  /** Good until a fact, a plan, a rule, the day or the language is another. */
  private record Kept(
      long version,
      List<Plan> plans,
      Rulebook rules,
      LocalDate day,
      String language,
      List<Finding> found) {}

  @Override
  public List<Finding> found(Instant now) {
    LocalDate today = allocations.today();
    List<Plan> plans =
        allocations.register().plans().stream()
            .filter(plan -> !plan.first().isAfter(today))
            .filter(plan -> !plan.last().plusDays(AFTER_DAYS).isBefore(today))
            .toList();
    if (plans.isEmpty()) {
      return List.of();
    }
    long version = allocations.version();
    Rulebook rules = allocations.register().rules();
    String language = Texts.now().tag();
    Kept before = kept;
    boolean isSame =
        before != null
            && before.version == version
            && before.plans.equals(plans)
            && before.rules.equals(rules)
            && before.day.equals(today)
            && before.language.equals(language);
    if (before == null || !isSame) {
      before = new Kept(version, plans, rules, today, language, fresh(plans));
      kept = before;
    }
    return before.found;
  }

  private List<Finding> fresh(List<Plan> plans) {
    List<Finding> found = new ArrayList<>();
    for (Plan plan : plans) {
      Balance balance = allocations.balance(plan);
      for (Share share : balance.isEnough() ? balance.shares() : List.<Share>of()) {
        Double drift = share.drift();
        if (drift != null && Math.abs(drift) > plan.band()) {
          found.add(drift(plan, balance, share, drift));
        }
      }
    }
    return List.copyOf(found);
  }

  private static Finding drift(Plan plan, Balance balance, Share share, double drift) {
    boolean open = balance.mayBeUnknown(share);
    Points said = Points.of(share);
    String says =
        open
            ? Texts.say(
                "allocation.found.open",
                plan.team(),
                said.declared(),
                Points.category(share.category()),
                said.actual(),
                Points.percent(balance.unknown().byCount()))
            : Texts.say(
                "allocation.found.drift",
                plan.team(),
                said.declared(),
                Points.category(share.category()),
                said.actual(),
                said.drift());
    return Finding.of(
            open ? "allocation-unknown" : "allocation-drift",
            LOOK,
            says,
            plan.id() + " " + share.category(),
            Where.team(plan.team()),
            plan.address())
        .weighing(Math.min(1, Math.abs(drift) / 100));
  }
}
