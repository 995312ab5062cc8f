package pilothouse.metrics.delivery;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The revisions that were deployed, and how they begin: all others need not be looked up. */
final class Heads {
  private static final int SLOTS = 1 << 12;
  private final boolean[] maybe = new boolean[SLOTS];
  private final Set<String> revisions = new HashSet<>();

  static Heads of(Dossier dossier) {
    Heads heads = new Heads();
    for (Rollout rollout : dossier.once(Rollouts.class, Rollouts::of).all()) {
      if (Loads.isWanted(dossier, rollout)) {
        heads.want(rollout.deployment.revision());
        heads.want(rollout.before == null ? null : rollout.before.deployment.revision());
      }
    }
    return heads;
  }

  private void want(@Nullable String revision) {
    if (revision != null) {
      maybe[slot(revision)] = true;
      revisions.add(Revisions.plain(revision));
    }
  }

  /** All of them, plain. */
  Set<String> revisions() {
    return revisions;
  }

  /** Whether it may be one of them. */
  boolean has(String revision) {
    return maybe[slot(revision)];
  }

  /** The same for a revision and for what is short for it. */
  private static int slot(String revision) {
    String plain = beginsPlain(revision) ? revision : Revisions.plain(revision);
    int hash = 0;
    for (int i = 0; i < Math.min(OrderLoads.SHORTEST, plain.length()); i++) {
      hash = 31 * hash + plain.charAt(i);
    }
    return (hash ^ hash >>> 15) & (SLOTS - 1);
  }

  /** Whether it begins as its plain form does, for sure. */
  private static boolean beginsPlain(String revision) {
    for (int i = 0; i < Math.min(OrderLoads.SHORTEST, revision.length()); i++) {
      char c = revision.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return true;
  }
}
