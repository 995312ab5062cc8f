package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.CauseWord;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.metrics.delivery.Cause.Standing;
import pilothouse.text.Say;
import pilothouse.text.Texts;

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
  private final List<Cause> elsewhere = new ArrayList<>();
  private @Nullable ByName own;
  private @Nullable ByName every;

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
      Cause cause = byIncident.containsKey(incident.key()) ? null : blamed(incident);
      if (cause != null) {
        elsewhere.add(cause);
        take(cause);
      }
    }
  }

  private void take(Cause cause) {
    Deployment deployment = cause.deployment();
    if (deployment != null) {
      byDeployment.computeIfAbsent(deployment.key(), key -> new ArrayList<>()).add(cause);
    }
  }

  /** Those, and what the service's deployments broke elsewhere. */
  List<Cause> concerning() {
    List<Cause> concerning = new ArrayList<>(byIncident.values());
    concerning.addAll(elsewhere);
    return concerning;
  }

  /** The causes of the service's incidents. */
  Iterable<Cause> all() {
    return byIncident.values();
  }

  /** The incidents that a deployment caused, those of other services too. */
  List<Cause> by(Deployment deployment) {
    return byDeployment.getOrDefault(deployment.key(), List.of());
  }

  private Settled settled(Incident incident) {
    // A word speaks of a deployment, and no merge is one.
    boolean merges = dossier.definition == Definition.MERGES;
    return Settled.of(words.getOrDefault(incident.key(), List.of()), merges);
  }

  private Cause cause(Incident incident) {
    Settled settled = settled(incident);
    CauseWord word = settled.word();
    if (word != null) {
      String said = word.deployment();
      Deployment cause = said == null ? null : deployment(said);
      return said(incident, word, cause, isFar(cause));
    }
    String named = incident.causedBy();
    if (named != null && !named.isBlank()) {
      Deployment deployment = deployment(named);
      CauseWord refused = deployment == null ? null : settled.refused().get(deployment.key());
      return refused == null
          ? named(incident, named, deployment, isFar(deployment))
          : refused(incident, refused, Texts.say("metrics.causes.what-its-source-names"));
    }
    return suggested(incident, settled.refused());
  }

  /** What is said of an incident of another service, where it names a deployment of this one. */
  private @Nullable Cause blamed(Incident incident) {
    Settled settled = settled(incident);
    CauseWord word = settled.word();
    String name = word == null ? incident.causedBy() : word.deployment();
    Deployment deployment = name == null || name.isBlank() ? null : own().find(name);
    if (name == null || deployment == null) {
      return null;
    }
    if (word != null) {
      return said(incident, word, deployment, true);
    }
    return settled.refused().containsKey(deployment.key())
        ? null
        : named(incident, name, deployment, true);
  }

  private Cause named(
      Incident incident, String name, @Nullable Deployment deployment, boolean far) {
    String why =
        deployment == null
            ? Texts.say("metrics.causes.its-source-names-and", name)
            : Texts.say("metrics.causes.its-source-names-it", of(deployment));
    return new Cause(incident, Standing.NAMED, deployment, far, why, null);
  }

  private Cause said(
      Incident incident, CauseWord word, @Nullable Deployment deployment, boolean far) {
    boolean confirmed = word.said() == CauseWord.Said.CONFIRMED;
    Standing standing = confirmed ? Standing.CONFIRMED : Standing.SET;
    String what =
        word.deployment() == null
            ? Texts.say("metrics.causes.said-none")
            : deployment == null
                ? Texts.say("metrics.causes.said-unknown", word.deployment())
                : Texts.say(
                    confirmed ? "metrics.causes.said-confirmed" : "metrics.causes.said-set",
                    of(deployment));
    return new Cause(incident, standing, deployment, far, what + reason(word), word);
  }

  /** Whether the deployment is of another service than its incident, which happened here. */
  private boolean isFar(@Nullable Deployment deployment) {
    return deployment != null && own().find(deployment.key()) == null;
  }

  /** Whose deployment it is, where the incident happened here and that is another service's. */
  private String of(Deployment deployment) {
    String service = deployment.service();
    return !isFar(deployment)
        ? ""
        : Texts.say(
            "metrics.causes.of",
            service == null ? Texts.say("metrics.causes.another-service") : service);
  }

  private static String reason(CauseWord word) {
    return word.why().isBlank() ? "" : ": " + word.why().strip();
  }

  private static Cause refused(Incident incident, CauseWord word, String what) {
    String why = Texts.say("metrics.causes.refused-nothing-else-is", what, reason(word));
    return new Cause(incident, Standing.REFUSED, null, false, why, word);
  }

  private Cause suggested(Incident incident, Map<String, CauseWord> refused) {
    if (incident.detectedAt() == null) {
      String why = Texts.say("metrics.causes.nobody-said-when-it");
      return new Cause(incident, Standing.NONE, null, false, why, null);
    }
    long detected = incident.detectedAt().toEpochMilli();
    Rollout last = lastBefore(detected);
    if (last == null) {
      String why =
          Texts.say(
              "metrics.causes.no-deployment-of-to",
              dossier.facts.system(),
              Say.duration(dossier.suggestWithin / 1000.0));
      return new Cause(incident, Standing.NONE, null, false, why, null);
    }
    CauseWord word = refused.get(last.key());
    if (word != null) {
      return refused(incident, word, Texts.say("metrics.causes.the-suggested-deployment"));
    }
    String why =
        last.at > detected
            ? Texts.say("metrics.causes.it-was-going-out")
            : last.at == detected
                ? Texts.say("metrics.causes.the-incident-was-detected")
                : Texts.say(
                    "metrics.causes.the-last-deployment-of",
                    dossier.facts.system(),
                    Say.duration((detected - last.at) / 1000.0));
    return new Cause(incident, Standing.SUGGESTED, last.deployment, false, why, null);
  }

  /** The last that had begun by then and finished within the span before it, or after it. */
  private @Nullable Rollout lastBefore(long detected) {
    List<Rollout> all = rollouts.all();
    int at = Rollout.lastBefore(all, detected);
    while (at >= 0 && all.get(at).began >= detected) {
      at--;
    }
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
    Deployment found = own().find(named);
    if (found != null) {
      return found;
    }
    ByName all = every == null ? new ByName(dossier.facts.everyDeployment()) : every;
    every = all;
    return all.find(named);
  }

  private ByName own() {
    ByName here = own == null ? new ByName(dossier.facts.deployments()) : own;
    own = here;
    return here;
  }
}
