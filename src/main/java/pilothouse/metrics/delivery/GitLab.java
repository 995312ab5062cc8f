package pilothouse.metrics.delivery;

import java.util.IdentityHashMap;
import java.util.List;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.metrics.Interval;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Weeks;
import pilothouse.metrics.Xmr;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** The definitions of GitLab. */
final class GitLab {
  private GitLab() {}

  static Reading read(Metric metric, Dossier dossier) {
    Rollouts rollouts = dossier.once(Rollouts.class, Rollouts::of);
    return switch (metric.id()) {
      case "change-lead-time" -> leadTime(metric, dossier);
      case "deployment-frequency" -> frequency(metric, dossier, rollouts);
      case "failed-deployment-recovery-time" -> RivalFacts.resolved(metric, dossier);
      case "change-fail-rate" ->
          RivalFacts.perDeployment(
              metric, dossier, RivalFacts.incidents(dossier), rollouts.successes());
      default -> RivalFacts.undefined(metric, dossier);
    };
  }

  private static Reading leadTime(Metric metric, Dossier dossier) {
    Sampled<ChangeRequest> sampled = new Sampled<>();
    int negative = 0;
    IdentityHashMap<ChangeRequest, Rollout> brought = RivalFacts.brought(dossier);
    for (ChangeRequest request : dossier.once(Requests.class, Requests::of).merged) {
      Rollout rollout = brought.get(request);
      if (rollout != null) {
        double seconds = (rollout.at - RequestMetrics.merged(request)) / 1000.0;
        negative += seconds < 0 ? 1 : 0;
        if (seconds >= 0) {
          sampled.add(request, rollout.at, seconds);
        }
      }
    }
    sampled.notes.leave(Texts.say("metrics.git-lab.change-requests-merged-after"), negative);
    return RivalFacts.requests(
        metric, dossier, sampled, Texts.say("metrics.git-lab.from-each-change-requests"));
  }

  private static Reading frequency(Metric metric, Dossier dossier, Rollouts rollouts) {
    Notes notes = new Notes();
    rollouts.note(notes);
    if (rollouts.all().isEmpty()) {
      return dossier.unknown(metric, Silence.of(dossier, rollouts), notes);
    }
    List<Rollout> successes = rollouts.successes();
    double days = (dossier.to - dossier.from) / (double) Dossier.DAY;
    Weeks weeks = dossier.weeks();
    long[] counts = new long[weeks.count()];
    for (Rollout rollout : successes) {
      int week = weeks.of(Math.floorDiv(rollout.at, 1000L));
      if (week >= 0) {
        counts[week]++;
      }
    }
    String says =
        Texts.say(
            "metrics.git-lab.in-times-seven",
            Say.counted(successes.size(), "deployment"),
            Say.measured(days, "day"));
    return dossier
        .known(
            metric,
            7 * successes.size() / days,
            successes.size(),
            Xmr.natural(weeks.points(counts, counts)),
            Frequency.table(dossier, successes, says),
            notes)
        .within(() -> Interval.rate(successes.size(), days / 7.0));
  }
}
