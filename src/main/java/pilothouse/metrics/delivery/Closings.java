package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Incident;

/**
 * Which deployment ended which incident: the last success that began after it, shortly before its
 * end.
 */
final class Closings {
  /** A deployment that ends so shortly before an incident does ended it. */
  static final long WITHIN = 3_600_000;

  private final Map<String, Incident> closes = new HashMap<>();

  static Closings of(Dossier dossier) {
    Closings closings = new Closings();
    List<Rollout> all = dossier.once(Rollouts.class, Rollouts::of).all();
    dossier.once(Causes.class, Causes::of).concerning().forEach(cause -> closings.find(cause, all));
    return closings;
  }

  private void find(Cause cause, List<Rollout> all) {
    Incident incident = cause.incident();
    Instant detected = incident.detectedAt();
    Instant resolved = incident.resolvedAt();
    if (cause.deployment() == null || detected == null || resolved == null) {
      return;
    }
    long from = Math.max(detected.toEpochMilli(), resolved.toEpochMilli() - WITHIN);
    for (int i = Rollout.lastBefore(all, resolved.toEpochMilli()); i >= 0; i--) {
      Rollout rollout = all.get(i);
      if (rollout.at < from) {
        return;
      }
      boolean after = rollout.began >= detected.toEpochMilli();
      if (after && rollout.succeeded() && !rollout.key().equals(cause.deployment().key())) {
        closes.put(rollout.key(), incident);
        return;
      }
    }
  }

  /** The incident that a deployment ended; null for none. */
  @Nullable Incident by(Rollout rollout) {
    return closes.get(rollout.key());
  }

  /** Whether an incident is told to have ended before it was detected. */
  static boolean isContradicted(Incident incident) {
    Instant detected = incident.detectedAt();
    Instant resolved = incident.resolvedAt();
    return detected != null && resolved != null && resolved.isBefore(detected);
  }
}
