package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Deployment;
import pilothouse.metrics.delivery.Load.Brought;
import pilothouse.metrics.delivery.Story.Course;
import pilothouse.metrics.delivery.Verdicts.Verdict;

/** The production deployments of the window, told one by one. */
final class Stories {
  private final Dossier dossier;
  private final Loads loads;
  private final Verdicts verdicts;

  Stories(Dossier dossier) {
    this.dossier = dossier;
    this.loads = dossier.once(Loads.class, Loads::of);
    this.verdicts = dossier.once(Verdicts.class, Verdicts::of);
  }

  /** Newest first. */
  List<Story> all() {
    Rollouts rollouts = dossier.once(Rollouts.class, Rollouts::of);
    List<Story> stories = new ArrayList<>();
    rollouts.inWindow().forEach(rollout -> stories.add(story(rollout)));
    for (Rollouts.Ignored one : rollouts.leftOut()) {
      if (Boolean.TRUE.equals(one.deployment().production())) {
        stories.add(leftOut(one.deployment(), one.why()));
      }
    }
    stories.sort(
        Comparator.comparing(Story::at)
            .thenComparing(story -> story.deployment().key())
            .reversed());
    return stories;
  }

  private Story story(Rollout rollout) {
    Load load = loads.of(rollout);
    Verdict verdict = verdicts.of(rollout);
    double seconds = verdict.failed() ? Recovery.seconds(dossier, rollout, verdict) : 0;
    boolean told = verdict.failed() && seconds >= 0 && !verdict.contradicted();
    Load.Out out = load.out();
    return new Story(
        rollout.deployment,
        Instant.ofEpochMilli(rollout.at),
        load.course(),
        rollout.before == null ? null : rollout.before.deployment,
        load.changes().stream().map(change -> change(rollout, change)).toList(),
        out == null ? null : out.of(rollout),
        verdict.failed(),
        verdict.why(),
        verdict.incidents(),
        told ? (Double) seconds : null,
        verdict.failed() && Recovery.isOpen(dossier, verdict),
        verdict.whyUnplanned(),
        null);
  }

  private Story.Change change(Rollout rollout, Brought change) {
    String out = LeadTimes.leftOut(rollout, change);
    boolean written = change.writtenAt() != Brought.UNWRITTEN;
    return new Story.Change(
        LeadTimes.revision(dossier, change),
        LeadTimes.title(dossier, change),
        change.request(),
        change.match(),
        written ? Instant.ofEpochMilli(change.writtenAt()) : null,
        out == null ? (Double) LeadTimes.seconds(rollout, change) : null,
        out);
  }

  private static Story leftOut(Deployment deployment, Rollouts.LeftOut why) {
    @Nullable Double none = null;
    return new Story(
        deployment,
        Instant.ofEpochMilli(Rollouts.time(deployment)),
        Course.UNKNOWN,
        null,
        List.of(),
        null,
        false,
        List.of(),
        List.of(),
        none,
        false,
        null,
        why.says());
  }
}
