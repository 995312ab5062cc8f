package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.CauseWord;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.metrics.delivery.Cause.Standing;
import pilothouse.text.Say;

/**
 * What caused each incident: a person's word, else the source's, else a suggestion: the last
 * production deployment of the affected service within a day before the detection.
 */
final class Causes {
  private final Dossier dossier;
  private final Rollouts rollouts;
  private final Map<String, List<CauseWord>> words = new HashMap<>();
  private final Map<String, Cause> byIncident = new LinkedHashMap<>();
  private final Map<String, List<Cause>> byDeployment = new HashMap<>();
  private @Nullable Named own;
  private @Nullable Named every;

  static Causes of(Dossier dossier) {
    Causes causes = new Causes(dossier);
    causes.work();
    return causes;
  }

  private Causes(Dossier dossier) {
    this.dossier = dossier;
    this.rollouts = dossier.once(Rollouts.class, Rollouts::of);
    for (CauseWord word : dossier.facts.words()) {
      words.computeIfAbsent(word.incident(), key -> new ArrayList<>()).add(word);
    }
  }

  private void work() {
    for (Incident incident : dossier.facts.incidents()) {
      Cause cause = cause(incident);
      byIncident.put(incident.key(), cause);
      take(cause);
    }
    for (Incident incident : dossier.facts.blamingIncidents()) {
      boolean told = incident.causedBy() != null || words.containsKey(incident.key());
      if (told && !byIncident.containsKey(incident.key())) {
        take(cause(incident));
      }
    }
  }

  private void take(Cause cause) {
    Deployment deployment = cause.deployment();
    if (deployment != null) {
      byDeployment.computeIfAbsent(deployment.key(), key -> new ArrayList<>()).add(cause);
    }
  }

  /** The causes of the service's incidents. */
  Iterable<Cause> all() {
    return byIncident.values();
  }

  /** The incidents that a deployment caused, those of other services too. */
  List<Cause> by(Deployment deployment) {
    return byDeployment.getOrDefault(deployment.key(), List.of());
  }

  private Cause cause(Incident incident) {
    Settled settled = settled(words.getOrDefault(incident.key(), List.of()));
    CauseWord word = settled.word;
    if (word != null) {
      return said(incident, word);
    }
    String named = incident.causedBy();
    if (named != null && !named.isBlank()) {
      Deployment deployment = deployment(named);
      CauseWord refused = deployment == null ? null : settled.refused.get(deployment.key());
      if (refused != null) {
        return refused(incident, refused, "what its source names");
      }
      String why =
          deployment == null
              ? "its source names “" + named + "”, and nobody told of such a deployment"
              : "its source names it";
      return new Cause(incident, Standing.NAMED, deployment, why, null);
    }
    return suggested(incident, settled.refused);
  }

  /** What people's words come to, in their order. */
  private static final class Settled {
    @Nullable CauseWord word;
    final Map<String, CauseWord> refused = new HashMap<>();
  }

  private Settled settled(List<CauseWord> said) {
    Settled settled = new Settled();
    for (CauseWord word : said) {
      String deployment = word.deployment();
      if (dossier.definition == Definition.MERGES && deployment != null) {
        continue; // It speaks of a deployment, and no merge is one.
      }
      if (word.said() != CauseWord.Said.REFUSED) {
        settled.word = word;
        settled.refused.remove(deployment);
      } else if (deployment != null) {
        settled.refused.put(deployment, word);
        CauseWord before = settled.word;
        settled.word = before != null && deployment.equals(before.deployment()) ? null : before;
      }
    }
    return settled;
  }

  private Cause said(Incident incident, CauseWord word) {
    boolean confirmed = word.said() == CauseWord.Said.CONFIRMED;
    Standing standing = confirmed ? Standing.CONFIRMED : Standing.SET;
    Deployment deployment = word.deployment() == null ? null : deployment(word.deployment());
    String what =
        word.deployment() == null
            ? " said that no deployment caused it"
            : deployment == null
                ? " named “" + word.deployment() + "”, and nobody told of such a deployment"
                : confirmed ? " confirmed it" : " set it";
    return new Cause(incident, standing, deployment, word.by() + what + reason(word), word);
  }

  private static String reason(CauseWord word) {
    return word.why().isBlank() ? "" : ": " + word.why().strip();
  }

  private static Cause refused(Incident incident, CauseWord word, String what) {
    String why = word.by() + " refused " + what + reason(word) + "; nothing else is suggested";
    return new Cause(incident, Standing.REFUSED, null, why, word);
  }

  private Cause suggested(Incident incident, Map<String, CauseWord> refused) {
    if (incident.detectedAt() == null) {
      String why = "nobody said when it was detected, so no deployment can be suggested";
      return new Cause(incident, Standing.NONE, null, why, null);
    }
    long detected = incident.detectedAt().toEpochMilli();
    Rollout last = lastBefore(detected);
    if (last == null) {
      String why =
          "no deployment of "
              + dossier.facts.system()
              + " to production in the "
              + Say.duration(dossier.suggestWithin / 1000.0)
              + " before it was detected: not caused by a deployment";
      return new Cause(incident, Standing.NONE, null, why, null);
    }
    CauseWord word = refused.get(last.key());
    if (word != null) {
      return refused(incident, word, "the suggested deployment");
    }
    String why =
        last.at > detected
            ? "it was going out when the incident was detected"
            : "the last deployment of %s to production before it, %s earlier"
                .formatted(dossier.facts.system(), Say.duration((detected - last.at) / 1000.0));
    return new Cause(incident, Standing.SUGGESTED, last.deployment, why, null);
  }

  /** The last that had begun by then and finished within the span before it, or after it. */
  private @Nullable Rollout lastBefore(long detected) {
    List<Rollout> all = rollouts.all();
    int at = Rollout.lastBefore(all, detected);
    Rollout found = null;
    if (at >= 0 && all.get(at).at >= detected - dossier.suggestWithin) {
      found = all.get(at);
    }
    for (int i = at + 1; i < all.size() && all.get(i).at < detected + Dossier.DAY; i++) {
      if (all.get(i).began < detected) {
        found = all.get(i);
      }
    }
    return found;
  }

  /** A deployment by its key or by a source's own id: of this service, else of any. */
  private @Nullable Deployment deployment(String named) {
    Named here = own == null ? new Named(dossier.facts.deployments()) : own;
    own = here;
    Deployment found = here.find(named);
    if (found != null) {
      return found;
    }
    Named all = every == null ? new Named(dossier.facts.everyDeployment()) : every;
    every = all;
    return all.find(named);
  }

  /** Deployments by key, and by the last part of it where only one has it. */
  private static final class Named {
    private final Map<String, Deployment> byKey = new HashMap<>();
    private final Map<String, Deployment> byId = new HashMap<>();

    Named(List<Deployment> deployments) {
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
}
