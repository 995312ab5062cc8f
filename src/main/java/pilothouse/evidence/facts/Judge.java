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

  synchronized @Nullable String person(@Nullable String name) {
    return name == null ? null : people.computeIfAbsent(name, identities::person);
  }

  /**
   * Whether people use what was deployed: by the source's word or by the environment's name. Where
   * no environment is named, a deployment of a named service counts, because a sender who has one
   * environment does not name it; a repository's deployment without an environment does not.
   */
  synchronized boolean isProduction(Deployment deployment) {
    Boolean said = deployment.production();
    if (said != null) {
      return said;
    }
    String environment = deployment.environment();
    if (environment == null || environment.isBlank()) {
      String service = deployment.service();
      return service != null && !service.isBlank();
    }
    return environments.computeIfAbsent(environment, rules::isProduction);
  }

  Deployment judged(Deployment it) {
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

  ChangeRequest judged(ChangeRequest it) {
    return new ChangeRequest(
        it.key(),
        it.saidAt(),
        it.repository(),
        it.number(),
        it.title(),
        person(it.author()),
        it.branch(),
        it.target(),
        it.headRevision(),
        it.mergeRevision(),
        it.openedAt(),
        it.readyAt(),
        it.firstReviewAt(),
        it.mergedAt(),
        it.closedAt(),
        it.draft(),
        it.added(),
        it.deleted(),
        it.files(),
        it.labels(),
        it.commits(),
        it.url());
  }

  Review judged(Review it) {
    return new Review(
        it.key(), it.saidAt(), it.change(), person(it.reviewer()), it.state(), it.submittedAt());
  }
}
