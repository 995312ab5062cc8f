package pilothouse.evidence.facts;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.people.Identities;
import pilothouse.systems.Rules;

/** What names mean at one moment: whose they are, and whether people use what runs there. */
final class Judge {
  private final Rules rules;
  private final Identities identities;
  private final Map<String, String> people = new HashMap<>();
  private final Map<String, Boolean> environments = new HashMap<>();

  Judge(Rules rules, Identities identities) {
    this.rules = rules;
    this.identities = identities;
  }

  Rules rules() {
    return rules;
  }

  Identities identities() {
    return identities;
  }

  /** The one name of whoever has this login or address. */
  synchronized String person(String name) {
    return people.computeIfAbsent(name, identities::person);
  }

  private @Nullable String personOrNobody(@Nullable String name) {
    return name == null ? null : person(name);
  }

  /**
   * Whether people use what was deployed: by the source's word or by the environment's name. Where
   * neither is told nobody knows, and it does not count: the ledger says so.
   */
  synchronized boolean isProduction(Deployment deployment) {
    Boolean said = deployment.production();
    if (said != null) {
      return said;
    }
    String environment = deployment.environment();
    if (environment == null || environment.isBlank()) {
      return false;
    }
    return environments.computeIfAbsent(environment, rules::isProduction);
  }

  /** The fact with names joined and its environment judged. */
  @SuppressWarnings("unchecked") // Each case gives back the type that it was given.
  <F extends Fact> F judged(F fact) {
    return switch (fact) {
      case Deployment deployment -> (F) deployment(deployment);
      case ChangeRequest change -> (F) change(change);
      case Review review -> (F) review(review);
      default -> fact;
    };
  }

  private Deployment deployment(Deployment it) {
    return new Deployment(
        it.key(),
        it.saidAt(),
        it.service(),
        it.repository(),
        it.revision(),
        it.branch(),
        it.environment(),
        isProduction(it),
        it.startedAt(),
        it.finishedAt(),
        it.outcome(),
        it.unplanned(),
        it.url());
  }

  private ChangeRequest change(ChangeRequest it) {
    return new ChangeRequest(
        it.key(),
        it.saidAt(),
        it.repository(),
        it.number(),
        it.title(),
        personOrNobody(it.author()),
        it.branch(),
        it.target(),
        it.headRevision(),
        it.mergeRevision(),
        it.openedAt(),
        it.readyAt(),
        it.firstReviewAt(),
        it.mergedAt(),
        it.closedAt(),
        it.open(),
        it.draft(),
        it.added(),
        it.deleted(),
        it.files(),
        it.labels(),
        it.commits(),
        it.url());
  }

  private Review review(Review it) {
    return new Review(
        it.key(),
        it.saidAt(),
        it.change(),
        personOrNobody(it.reviewer()),
        it.state(),
        it.submittedAt());
  }
}
