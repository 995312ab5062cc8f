package pilothouse.metrics.delivery;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Deployment;

/** Deployments by key, and by the last part of it where only one has it. */
final class ByName {
  private final Map<String, Deployment> byKey = new HashMap<>();
  private final Map<String, Deployment> byId = new HashMap<>();

  ByName(List<Deployment> deployments) {
    Set<String> twice = new HashSet<>();
    for (Deployment deployment : deployments) {
      String key = deployment.key();
      byKey.put(key, deployment);
      int cut = Math.max(key.lastIndexOf('/'), key.lastIndexOf(':'));
      String id = key.substring(cut + 1).toLowerCase(Locale.ROOT);
      if (byId.put(id, deployment) != null) {
        twice.add(id);
      }
    }
    twice.forEach(byId::remove);
  }

  @Nullable Deployment find(String named) {
    Deployment exact = byKey.get(named.strip());
    exact = exact == null ? byKey.get("own:" + named.strip()) : exact;
    return exact == null ? byId.get(named.strip().toLowerCase(Locale.ROOT)) : exact;
  }
}
