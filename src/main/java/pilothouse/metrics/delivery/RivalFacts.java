package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Incident;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Series;
import pilothouse.metrics.Weeks;
import pilothouse.metrics.Xmr;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What the rival definitions share. */
final class RivalFacts {
  static final String CONTRADICTED =
      "incidents that are told to have ended before they were detected: the two times contradict each other";

  private RivalFacts() {}

  /** The change requests that the window's deployments brought, each with the first of these. */
  static IdentityHashMap<ChangeRequest, Rollout> brought(Dossier dossier) {
    Loads loads = dossier.once(Loads.class, Loads::of);
    IdentityHashMap<ChangeRequest, Rollout> brought = new IdentityHashMap<>();
    for (Rollout rollout : dossier.once(Rollouts.class, Rollouts::of).inWindow()) {
      for (Load.Brought change : loads.of(rollout).changes()) {
        if (change.request() != null) {
          brought.putIfAbsent(change.request(), rollout);
        }
      }
    }
    return brought;
  }

  /** The service's incidents that were detected in the window. */
  static List<Incident> incidents(Dossier dossier) {
    List<Incident> in = new ArrayList<>();
    for (Incident incident : dossier.facts.incidents()) {
      Instant detected = incident.detectedAt();
      if (detected != null && dossier.holds(detected.toEpochMilli())) {
        in.add(incident);
      }
    }
    return in;
  }

  /** The median over change requests. */
  static Reading requests(
      Metric metric, Dossier dossier, Sampled<ChangeRequest> sampled, String says) {
    Rollouts rollouts = dossier.once(Rollouts.class, Rollouts::of);
    String why =
        rollouts.successes().isEmpty()
            ? Silence.of(dossier, rollouts)
            : Texts.say("metrics.rival-facts.no-deployment-of-this");
    return sampled.read(
        metric,
        dossier,
        0.5,
        dossier.weeks(),
        why,
        says,
        Texts.all(
            "column.hours", "column.merged", "metrics.rival-facts.change-request", "column.title"),
        (request, i) -> RequestMetrics.row(dossier, sampled.hours(i), request, request.mergedAt()));
  }

  /** The median over incidents from detection, or from a deployment, to their end. */
  static Reading incidents(Metric metric, Dossier dossier, Sampled<Incident> sampled, String says) {
    return sampled.read(
        metric,
        dossier,
        0.5,
        dossier.weeks(),
        silence(dossier),
        says,
        Texts.all("column.hours", "column.detected", "column.resolved", "column.incident"),
        (incident, i) ->
            List.of(
                sampled.hours(i),
                cell(dossier, incident.detectedAt()),
                cell(dossier, incident.resolvedAt()),
                Cell.of(Verdicts.name(incident))));
  }

  private static Cell cell(Dossier dossier, @Nullable Instant at) {
    return at == null ? Cell.of("") : dossier.time(at.toEpochMilli());
  }

  private static String silence(Dossier dossier) {
    return dossier.facts.incidents().isEmpty()
        ? Texts.say("metrics.rival-facts.no-incident-of-is", dossier.facts.system())
        : incidents(dossier).isEmpty()
            ? Texts.say("metrics.rival-facts.no-incident-was-detected", dossier.span())
            : Texts.say("metrics.rival-facts.no-incident-of-this");
  }

  /** From detection to the end, for the incidents of the window that have one. */
  static Reading resolved(Metric metric, Dossier dossier) {
    Sampled<Incident> sampled = new Sampled<>();
    int open = 0;
    int contradicted = 0;
    for (Incident incident : incidents(dossier)) {
      Instant detected = incident.detectedAt();
      Instant resolved = incident.resolvedAt();
      if (Closings.isContradicted(incident)) {
        contradicted++;
      } else if (detected == null || resolved == null) {
        open++;
      } else {
        long at = detected.toEpochMilli();
        sampled.add(incident, at, (resolved.toEpochMilli() - at) / 1000.0);
      }
    }
    sampled.notes.leave(Texts.say("metrics.rival-facts.incidents-without-an-end"), open);
    sampled.notes.leave(CONTRADICTED, contradicted);
    return incidents(
        metric, dossier, sampled, Texts.say("metrics.rival-facts.from-the-incidents-detection"));
  }

  /** Incidents divided by deployments: may pass one. */
  static Reading perDeployment(
      Metric metric, Dossier dossier, List<Incident> incidents, List<Rollout> rollouts) {
    Rollouts all = dossier.once(Rollouts.class, Rollouts::of);
    Notes notes = new Notes();
    if (rollouts.isEmpty()) {
      return dossier.unknown(metric, Silence.of(dossier, all), notes);
    }
    Weeks weeks = dossier.weeks();
    int[] some = new int[weeks.count()];
    int[] whole = new int[weeks.count()];
    for (Incident incident : incidents) {
      Instant detected = incident.detectedAt();
      int week = detected == null ? -1 : weeks.of(detected.getEpochSecond());
      if (week >= 0) {
        some[week]++;
      }
    }
    for (Rollout rollout : rollouts) {
      int week = weeks.of(Math.floorDiv(rollout.at, 1000L));
      if (week >= 0) {
        whole[week]++;
      }
    }
    Series series = Xmr.natural(Rates.shares(weeks, some, whole));
    double value = (double) incidents.size() / rollouts.size();
    return dossier.known(
        metric, value, rollouts.size(), series, divided(dossier, incidents, rollouts), notes);
  }

  private static Receipt divided(
      Dossier dossier, List<Incident> incidents, List<Rollout> rollouts) {
    String says =
        Texts.say(
            "metrics.rival-facts.divided-by",
            Say.counted(incidents.size(), "incident"),
            Say.counted(rollouts.size(), "deployment"));
    return new Receipt(
        says,
        Texts.all("column.detected", "column.resolved", "column.incident"),
        incidents.size(),
        i ->
            List.of(
                cell(dossier, incidents.get(i).detectedAt()),
                cell(dossier, incidents.get(i).resolvedAt()),
                Cell.of(Verdicts.name(incidents.get(i)))));
  }

  /** A metric that a definition does not have. */
  static Reading undefined(Metric metric, Dossier dossier) {
    String why = Texts.say("metrics.rival-facts.does-not-define-it", dossier.definition.title());
    return dossier.unknown(metric, why, new Notes());
  }
}
