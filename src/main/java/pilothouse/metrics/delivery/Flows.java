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
import pilothouse.text.Texts;

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
        stages.add(
            stage(
                IDS[i],
                Texts.say("delivery.stage." + IDS[i]),
                Texts.say("delivery.stage." + IDS[i] + ".means"),
                WAITS[i],
                passages.get(i)));
      }
    }
    String says = Texts.say("metrics.flows.from-the-first-commit-2");
    String why = whole.isEmpty() ? why(rollouts) : null;
    Notes notes = new Notes();
    notes.leave(Texts.say("metrics.flows.changes-that-belong-to"), alone);
    notes.leave(Texts.say("metrics.flows.change-requests-whose-first"), unwritten);
    notes.leave(Texts.say("metrics.flows.change-requests-dated-after"), negative);
    Stage all = stage("whole", Texts.say("metrics.flows.the-whole-way"), says, false, whole);
    return new Stages(stages, all, why, notes.ledger());
  }

  private String why(Rollouts rollouts) {
    if (rollouts.successes().isEmpty()) {
      return Silence.of(dossier, rollouts);
    }
    return requests.merged.isEmpty()
        ? Texts.say("metrics.flows.no-change-request-is")
        : Texts.say("metrics.flows.no-deployment-of-this");
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
