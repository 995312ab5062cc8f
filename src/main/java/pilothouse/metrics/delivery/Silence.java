package pilothouse.metrics.delivery;

import java.util.List;
import java.util.Objects;
import pilothouse.evidence.facts.Deployment;
import pilothouse.text.Say;

/** Why there is nothing to tell of deployments, and what would fill it. */
final class Silence {
  private Silence() {}

  static String of(Dossier dossier, Rollouts rollouts) {
    List<Deployment> deployments = dossier.facts.deployments();
    String system = dossier.facts.system();
    if (deployments.isEmpty()) {
      return dossier.definition == Definition.MERGES
          ? "no merged change request of %s is known; one fills this".formatted(system)
          : "nobody told of a deployment of %s; the first one that a source sends fills this"
              .formatted(system);
    }
    if (!rollouts.anyProduction()) {
      List<String> places =
          deployments.stream()
              .map(Deployment::environment)
              .filter(Objects::nonNull)
              .distinct()
              .sorted()
              .limit(4)
              .toList();
      String where = places.isEmpty() ? "" : " (" + String.join(", ", places) + ")";
      return "of %s %s known, none to production%s; saying which environment people use fills this"
          .formatted(
              system, Say.counted(deployments.size(), "deployment") + are(deployments), where);
    }
    List<Rollout> before = rollouts.all().stream().filter(one -> one.at < dossier.to).toList();
    String last =
        before.isEmpty()
            ? "a later period fills this"
            : "the last one was on %s, a period that holds that day fills this"
                .formatted(dossier.day(before.getLast().at));
    return rollouts.inWindow().isEmpty()
        ? "no production deployment finished " + dossier.span() + "; " + last
        : "no production deployment succeeded " + dossier.span() + "; the next success fills this";
  }

  private static String are(List<Deployment> deployments) {
    return deployments.size() == 1 ? " is" : " are";
  }
}
