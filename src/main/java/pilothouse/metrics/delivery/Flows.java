package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.metrics.Notes;
import pilothouse.metrics.delivery.Load.Brought;
import pilothouse.metrics.delivery.Stages.Passage;
import pilothouse.metrics.delivery.Stages.Stage;

/**
 * Change requests on their way from the first commit to production. A stage ends at its own
 * boundary and begins at the last one that is known, so that the stages of a change sum to its way;
 * a stage whose end nobody told of is part of the next.
 */
final class Flows {
  private static final String UNREVIEWED = "open-unreviewed";
  private static final String[] IDS = {
    "coding",
    "waiting-for-review",
    "review",
    "merging",
    UNREVIEWED,
    "waiting-for-deployment",
    "deploying"
  };
  private static final String[] NAMES = {
    "Coding",
    "Waiting for review",
    "Review",
    "Waiting for the merge",
    "Open, not reviewed",
    "Waiting for the deployment",
    "Deploying"
  };
  private static final String[] SAYS = {
    "from the first commit until it could be reviewed",
    "from when it could be reviewed until the first review by somebody else",
    "from the first review until the last approval, or until the merge where no approval is told",
    "from the last approval until it was merged",
    "from when it could be reviewed until it was merged, where no review by somebody else is told",
    "from the merge until the deployment began",
    "from when the deployment began until it finished"
  };
  private static final boolean[] WAITS = {false, true, false, true, true, true, false};

  private final Dossier dossier;
  private final Reviewing reviewing;
  private final Requests requests;
  private final IdentityHashMap<ChangeRequest, Integer> index = new IdentityHashMap<>();
  private final IdentityHashMap<ChangeRequest, Long> firstWritten = new IdentityHashMap<>();
  private final IdentityHashMap<ChangeRequest, Rollout> broughtBy = new IdentityHashMap<>();
  private final List<List<Passage>> passages = new ArrayList<>();
  private final List<Passage> whole = new ArrayList<>();
  private int alone;
  private int unwritten;
  private int negative;

  Flows(Dossier dossier) {
    this.dossier = dossier;
    this.reviewing = dossier.once(Reviewing.class, Reviewing::of);
    this.requests = dossier.once(Requests.class, Requests::of);
    for (int r = 0; r < requests.merged.size(); r++) {
      index.put(requests.merged.get(r), r);
    }
    for (int i = 0; i < IDS.length; i++) {
      passages.add(new ArrayList<>());
    }
  }

  Stages stages() {
    Loads loads = dossier.once(Loads.class, Loads::of);
    Rollouts rollouts = dossier.once(Rollouts.class, Rollouts::of);
    for (Rollout rollout : rollouts.inWindow()) {
      for (Brought change : loads.of(rollout).changes()) {
        ChangeRequest request = change.request();
        if (request == null) {
          alone++;
        } else {
          broughtBy.putIfAbsent(request, rollout);
          if (change.writtenAt() != Brought.UNWRITTEN) {
            firstWritten.merge(request, change.writtenAt(), Math::min);
          }
        }
      }
    }
    broughtBy.forEach(this::pass);
    List<Stage> stages = new ArrayList<>();
    for (int i = 0; i < IDS.length; i++) {
      if (!IDS[i].equals(UNREVIEWED) || !passages.get(i).isEmpty()) {
        stages.add(stage(IDS[i], NAMES[i], SAYS[i], WAITS[i], passages.get(i)));
      }
    }
    String says = "from the first commit until the deployment finished";
    String why = whole.isEmpty() ? why(rollouts) : null;
    Notes notes = new Notes();
    notes.leave("changes that belong to no change request: their way is not known", alone);
    notes.leave("change requests whose first commit has no known time", unwritten);
    notes.leave("change requests dated after the deployment that brought them", negative);
    Stage all = stage("whole", "The whole way", says, false, whole);
    return new Stages(stages, all, why, notes.ledger());
  }

  private String why(Rollouts rollouts) {
    if (rollouts.successes().isEmpty()) {
      return Silence.of(dossier, rollouts);
    }
    return requests.merged.isEmpty()
        ? "no change request is known; those of the repository fill this"
        : "no deployment of this period is known to have brought a change request whose commits are dated";
  }

  private void pass(ChangeRequest request, Rollout rollout) {
    Long first = first(request);
    if (first == null) {
      unwritten++;
      return;
    }
    if (first > rollout.at) {
      negative++;
      return;
    }
    Instant ready = Reviewing.ready(request);
    Instant review = ready == null ? null : reviewing.first(request, ready);
    Instant approved = reviewing.approved(request);
    boolean reviewed = review != null || approved != null;
    Long merged = millis(request.mergedAt());
    @Nullable Long[] ends = {
      millis(ready),
      millis(review),
      reviewed && approved == null ? merged : millis(approved),
      approved == null ? null : merged,
      reviewed ? null : merged,
      rollout.deployment.startedAt() == null ? null : (Long) rollout.began,
      rollout.at
    };
    long at = first;
    for (int i = 0; i < ends.length; i++) {
      Long end = ends[i];
      if (end != null && end >= at && end <= rollout.at) {
        passages.get(i).add(passage(request, rollout, end - at));
        at = end;
      }
    }
    whole.add(passage(request, rollout, rollout.at - first));
  }

  private static Passage passage(ChangeRequest request, Rollout rollout, long millis) {
    return new Passage(request, rollout.deployment, millis / 1000.0);
  }

  private static @Nullable Long millis(@Nullable Instant at) {
    return at == null ? null : (Long) at.toEpochMilli();
  }

  /** When the first of its commits was written. */
  private @Nullable Long first(ChangeRequest request) {
    Long first = firstWritten.get(request);
    Integer r = index.get(request);
    for (CommitRef commit : r == null ? List.<CommitRef>of() : requests.commits(r)) {
      long at = Requests.writtenAt(commit);
      if (at != Brought.UNWRITTEN && (first == null || at < first)) {
        first = at;
      }
    }
    return first;
  }

  private static Stage stage(
      String id, String name, String says, boolean waits, List<Passage> passages) {
    Spans spans = new Spans();
    passages.forEach(passage -> spans.add(0, passage.seconds()));
    List<Passage> sorted = new ArrayList<>(passages);
    sorted.sort(
        Comparator.comparingDouble(Passage::seconds)
            .reversed()
            .thenComparing(passage -> passage.change().key()));
    return new Stage(
        id, name, says, waits, spans.quantile(0.5), spans.quantile(0.9), spans.size(), sorted);
  }
}
