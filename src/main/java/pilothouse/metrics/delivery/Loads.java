package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.metrics.delivery.Load.Out;
import pilothouse.metrics.delivery.Story.Course;

/**
 * What each deployment of the window, and of the day after it, brought: by the graph where the
 * history holds a revision of its repository, else by the order of merges.
 */
final class Loads {
  /** So long after a deployment a roll-back or a hotfix counts as immediate intervention. */
  static final long INTERVENTION = Dossier.DAY;

  /** So many deployments back a revision that runs again is looked for. */
  private static final int LOOKED_BACK = 50;

  private final Map<Rollout, Load> of = new HashMap<>();

  static Loads of(Dossier dossier) {
    return new Loads(dossier);
  }

  private Loads(Dossier dossier) {
    if (dossier.definition == Definition.MERGES) {
      OwnLoads own = new OwnLoads(dossier);
      dossier.once(Rollouts.class, Rollouts::of).all().forEach(one -> of.put(one, own.of(one)));
      return;
    }
    List<Rollout> wanted = new ArrayList<>();
    for (Rollout rollout : dossier.once(Rollouts.class, Rollouts::of).all()) {
      if (isWanted(dossier, rollout)) {
        wanted.add(rollout);
      }
    }
    History history = dossier.facts.history();
    GraphLoads graph = history == null ? null : new GraphLoads(dossier, history, wanted);
    Set<String> inGraph = new HashSet<>();
    for (Rollout rollout : wanted) {
      if (graph != null && graph.commit(rollout) >= 0) {
        inGraph.add(rollout.repository());
      }
    }
    for (Rollout rollout : wanted) {
      of.put(rollout, load(dossier, rollout, inGraph, graph));
    }
  }

  /** Whether it is of the window or of the day after it. */
  static boolean isWanted(Dossier dossier, Rollout rollout) {
    return rollout.at >= dossier.from && rollout.at < dossier.to + INTERVENTION;
  }

  private static Load load(
      Dossier dossier, Rollout rollout, Set<String> inGraph, @Nullable GraphLoads graph) {
    if (!rollout.succeeded()) {
      return Load.none(Course.UNKNOWN, Out.FAILED);
    }
    Load load =
        graph != null && inGraph.contains(rollout.repository())
            ? graph.of(rollout)
            : dossier.once(OrderLoads.class, OrderLoads::of).of(rollout);
    return load.course() == Course.UNKNOWN && ranBefore(rollout)
        ? Load.none(Course.BACK, Out.BACK)
        : load;
  }

  /** Whether the revision ran there before the one that ran last: a roll-back, whatever it is. */
  private static boolean ranBefore(Rollout rollout) {
    String revision = rollout.deployment.revision();
    Rollout last = rollout.before;
    if (revision == null || last == null || revision.equals(last.deployment.revision())) {
      return false;
    }
    Rollout earlier = last.before;
    for (int i = 0; i < LOOKED_BACK && earlier != null; i++) {
      if (revision.equals(earlier.deployment.revision())) {
        return true;
      }
      earlier = earlier.before;
    }
    return false;
  }

  /** What a deployment brought; only those of the window and the day after are known. */
  Load of(Rollout rollout) {
    Load load = of.get(rollout);
    return load == null ? Load.none(Course.UNKNOWN, Out.UNKNOWN) : load;
  }
}
