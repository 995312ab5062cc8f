package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Incident;
import pilothouse.metrics.delivery.Story.Course;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What is held of each production deployment of the window: whether it needed immediate
 * intervention, when the service was restored, and whether it was planned.
 */
final class Verdicts {
  private final Dossier dossier;
  private final Loads loads;
  private final Causes causes;
  private final Closings closings;
  private final Map<Rollout, Verdict> of = new HashMap<>();

  /**
   * What is held of a deployment.
   *
   * @param why it needed intervention; empty when it did not
   * @param restored when, in epoch milliseconds; null while it is not, or when it did not fail
   * @param contradicted whether one of its incidents is told to have ended before it was detected
   * @param whyUnplanned null when it was planned
   */
  record Verdict(
      List<String> why,
      List<Incident> incidents,
      @Nullable Long restored,
      boolean contradicted,
      @Nullable String whyUnplanned) {

    boolean failed() {
      return !why.isEmpty();
    }
  }

  static Verdicts of(Dossier dossier) {
    Verdicts verdicts = new Verdicts(dossier);
    Rollouts rollouts = dossier.once(Rollouts.class, Rollouts::of);
    rollouts.inWindow().forEach(one -> verdicts.of.put(one, verdicts.verdict(one)));
    return verdicts;
  }

  private Verdicts(Dossier dossier) {
    this.dossier = dossier;
    this.loads = dossier.once(Loads.class, Loads::of);
    this.causes = dossier.once(Causes.class, Causes::of);
    this.closings = Closings.of(dossier);
  }

  Verdict of(Rollout rollout) {
    Verdict verdict = of.get(rollout);
    if (verdict == null) {
      throw new IllegalArgumentException(rollout.key() + " is not in the window");
    }
    return verdict;
  }

  private Verdict verdict(Rollout rollout) {
    List<String> why = new ArrayList<>();
    List<Incident> incidents = new ArrayList<>();
    if (!rollout.succeeded()) {
      why.add(Texts.say("metrics.verdicts.it-failed"));
    }
    for (Cause cause : causes.by(rollout.deployment)) {
      incidents.add(cause.incident());
      boolean open = cause.standing() == Cause.Standing.SUGGESTED;
      String caused = open ? "metrics.verdicts.perhaps-caused" : "metrics.verdicts.caused";
      why.add(Texts.say(caused, name(cause), cause.why()));
    }
    Rollout next = rollout.next;
    if (next != null && isSoon(rollout, next)) {
      String after = later(rollout, next);
      if (next.succeeded() && loads.of(next).course() == Course.BACK) {
        why.add(Texts.say("metrics.verdicts.it-was-rolled-back", after));
        Rollout fix = next.next;
        if (fix != null && isHotfixOf(fix) && isSoon(next, fix)) {
          why.add(Texts.say("metrics.verdicts.a-hotfix-followed-that", later(next, fix)));
        }
      } else if (isHotfixOf(next) && !isRestoring(rollout)) {
        why.add(Texts.say("metrics.verdicts.a-hotfix-followed", after));
      }
    }
    Long restored = why.isEmpty() ? null : restored(rollout, incidents);
    boolean contradicted = incidents.stream().anyMatch(Closings::isContradicted);
    return new Verdict(why, incidents, restored, contradicted, unplanned(rollout));
  }

  private static boolean isSoon(Rollout rollout, Rollout next) {
    return next.at - rollout.at <= Loads.INTERVENTION && rollout.isLike(next);
  }

  private static String later(Rollout rollout, Rollout next) {
    return Say.duration((next.at - rollout.at) / 1000.0);
  }

  /**
   * Whether it only went back, shortly after the one before had failed or because of it: a hotfix
   * that follows mends that one.
   */
  private boolean isRestoring(Rollout rollout) {
    Rollout failed = rollout.previous;
    if (failed == null || !rollout.succeeded() || !isSoon(failed, rollout)) {
      return false;
    }
    Course course = loads.of(rollout).course();
    return course == Course.BACK || (course == Course.AGAIN && !failed.succeeded());
  }

  /** Whether it says that it was not planned, and no incident tells what it mended. */
  private boolean isHotfixOf(Rollout next) {
    return said(next) != null && !isDuringIncident(next);
  }

  private boolean isDuringIncident(Rollout rollout) {
    for (Cause cause : causes.concerning()) {
      Instant detected = cause.incident().detectedAt();
      Instant resolved = cause.incident().resolvedAt();
      if (detected != null
          && detected.toEpochMilli() <= rollout.at
          && (resolved == null || resolved.toEpochMilli() + Closings.WITHIN >= rollout.began)) {
        return true;
      }
    }
    return false;
  }

  /** The last of its incidents resolved or, without one, the next success to where it went. */
  private static @Nullable Long restored(Rollout rollout, List<Incident> incidents) {
    if (incidents.isEmpty()) {
      return rollout.nextSuccess == null ? null : rollout.nextSuccess.at;
    }
    long last = Long.MIN_VALUE;
    for (Incident incident : incidents) {
      if (incident.resolvedAt() == null) {
        return null;
      }
      last = Math.max(last, incident.resolvedAt().toEpochMilli());
    }
    return last;
  }

  private @Nullable String unplanned(Rollout rollout) {
    Boolean said = rollout.deployment.unplanned();
    if (Boolean.FALSE.equals(said)) {
      return null;
    }
    String why = said(rollout);
    Incident closed = closings.by(rollout);
    return why == null && closed != null
        ? Texts.say("metrics.verdicts.it-went-out-during", name(closed))
        : why;
  }

  /** What says by itself that it was not planned: its source, or the branches of its work. */
  private @Nullable String said(Rollout rollout) {
    Boolean said = rollout.deployment.unplanned();
    if (said != null) {
      return said ? Texts.say("metrics.verdicts.its-source-says-so") : null;
    }
    String branch = rollout.deployment.branch();
    if (dossier.facts.isHotfix(branch)) {
      return Texts.say("metrics.verdicts.its-branch-is", branch);
    }
    String of = null;
    for (Load.Brought change : loads.of(rollout).changes()) {
      ChangeRequest request = change.request();
      if (request == null || !dossier.facts.isHotfix(request.branch())) {
        return null;
      }
      of = request.branch();
    }
    return of == null ? null : Texts.say("metrics.verdicts.all-that-it-brought", of);
  }

  /** Its incident, and of which service it is where that is not the deployment's. */
  private static String name(Cause cause) {
    String service = cause.incident().service();
    return name(cause.incident())
        + (cause.elsewhere()
            ? " of " + (service == null ? Texts.say("metrics.verdicts.another-service") : service)
            : "");
  }

  /** An incident's title, or its key. */
  static String name(Incident incident) {
    String title = incident.title();
    return title == null || title.isBlank() ? incident.key() : "“" + title.strip() + "”";
  }
}
