package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Push;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.text.Texts;

/** The definitions of Four Keys. */
final class FourKeys {
  private FourKeys() {}

  static Reading read(Metric metric, Dossier dossier) {
    return switch (metric.id()) {
      case "change-lead-time" -> leadTime(metric, dossier);
      case "deployment-frequency" -> Frequency.perWeek(metric, dossier, everywhere(dossier));
      case "failed-deployment-recovery-time" -> RivalFacts.resolved(metric, dossier);
      case "change-fail-rate" -> changeFail(metric, dossier);
      default -> RivalFacts.undefined(metric, dossier);
    };
  }

  /** Deployments to whatever environment. */
  private record Everywhere(Rollouts rollouts) {
    static Everywhere of(Dossier dossier) {
      return new Everywhere(Rollouts.of(dossier, dossier.facts.deployments(), true));
    }
  }

  private static Rollouts everywhere(Dossier dossier) {
    return dossier.once(Everywhere.class, Everywhere::of).rollouts();
  }

  /** A commit and the deployment of its push. */
  private record Pushed(CommitRef commit, Rollout rollout) {}

  private static Reading leadTime(Metric metric, Dossier dossier) {
    Map<String, Push> pushes = new HashMap<>();
    for (Push push : dossier.facts.pushes()) {
      pushes.putIfAbsent(Revisions.plain(push.after()), push);
    }
    Sampled<Pushed> sampled = new Sampled<>();
    int unknown = 0;
    int negative = 0;
    for (Rollout rollout : everywhere(dossier).successes()) {
      String revision = rollout.deployment.revision();
      Push push = revision == null ? null : pushes.get(Revisions.plain(revision));
      unknown += push == null ? 1 : 0;
      for (CommitRef commit : push == null ? List.<CommitRef>of() : push.commits()) {
        long at = Requests.writtenAt(commit);
        if (at == Load.Brought.UNWRITTEN || at > rollout.at) {
          negative++;
        } else {
          sampled.add(new Pushed(commit, rollout), rollout.at, (rollout.at - at) / 1000.0);
        }
      }
    }
    sampled.notes.leave(Texts.say("metrics.four-keys.deployments-of-a-revision"), unknown);
    sampled.notes.leave(Texts.say("metrics.four-keys.commits-without-a-possible"), negative);
    return sampled.read(
        metric,
        dossier,
        0.5,
        dossier.weeks(),
        Texts.say("metrics.four-keys.no-push-is-known"),
        Texts.say("metrics.four-keys.every-commit-of-the"),
        Texts.all("column.hours", "column.commit", "column.deployed", "column.environment"),
        (pushed, i) ->
            List.of(
                sampled.hours(i),
                Cell.of(pushed.commit.revision()),
                dossier.time(pushed.rollout.at),
                Cell.of(Dossier.text(pushed.rollout.deployment.environment()))));
  }

  private static Reading changeFail(Metric metric, Dossier dossier) {
    Causes causes = dossier.once(Causes.class, Causes::of);
    List<Rollout> all = everywhere(dossier).inWindow();
    Set<String> keys = new HashSet<>();
    all.forEach(rollout -> keys.add(rollout.key()));
    List<Incident> incidents = new ArrayList<>();
    for (Cause cause : causes.all()) {
      if (cause.deployment() != null && keys.contains(cause.deployment().key())) {
        incidents.add(cause.incident());
      }
    }
    return RivalFacts.perDeployment(metric, dossier, incidents, all);
  }
}
