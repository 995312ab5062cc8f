package pilothouse.metrics.delivery;

import java.util.List;
import java.util.Objects;
import pilothouse.evidence.facts.Deployment;
import pilothouse.text.Texts;

/** Why there is nothing to tell of deployments, and what would fill it. */
final class Silence {
  private Silence() {}

  static String of(Dossier dossier, Rollouts rollouts) {
    List<Deployment> deployments = dossier.facts.deployments();
    String system = dossier.facts.system();
    if (deployments.isEmpty()) {
      return dossier.definition == Definition.MERGES
          ? Texts.say("metrics.silence.no-merged-change-request", system)
          : Texts.say("metrics.silence.nobody-told-of-a", system);
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
      return Texts.counted("metrics.silence.none-to-production", deployments.size(), system, where);
    }
    List<Rollout> before = rollouts.all().stream().filter(one -> one.at < dossier.to).toList();
    String last =
        before.isEmpty()
            ? Texts.say("metrics.silence.a-later-period-fills")
            : Texts.say("metrics.silence.the-last-one-was", dossier.day(before.getLast().at));
    return rollouts.inWindow().isEmpty()
        ? Texts.say("metrics.silence.no-production-deployment-finished", dossier.span(), last)
        : Texts.say("metrics.silence.no-production-deployment-succeeded", dossier.span());
  }
}
