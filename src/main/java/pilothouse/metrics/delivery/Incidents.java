package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Weeks;
import pilothouse.metrics.Xmr;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** The incidents of the window, whatever caused them. */
final class Incidents {
  static final Catalogue.Entry COUNT =
      Catalogue.entry(
          "incidents",
          Unit.COUNT,
          Better.LOWER,
          "failed-deployment-recovery-time",
          Incidents::count);

  private Incidents() {}

  /** Those of the window, newest first. */
  static List<Cause> of(Dossier dossier) {
    List<Cause> in = new ArrayList<>();
    for (Cause cause : dossier.once(Causes.class, Causes::of).all()) {
      Instant detected = cause.incident().detectedAt();
      if (detected != null && dossier.holds(detected.toEpochMilli())) {
        in.add(cause);
      }
    }
    in.sort(
        Comparator.comparingLong(Incidents::at)
            .thenComparing(cause -> cause.incident().key())
            .reversed());
    return in;
  }

  private static long at(Cause cause) {
    Instant detected = cause.incident().detectedAt();
    return detected == null ? 0 : detected.toEpochMilli();
  }

  private static Reading count(Metric metric, Dossier dossier) {
    List<Incident> all = dossier.facts.incidents();
    Notes notes = new Notes();
    notes.leave(
        Texts.say("metrics.incidents.incidents-without-a-time"),
        all.stream().filter(incident -> incident.detectedAt() == null).count());
    long begin = dossier.to / 1000;
    for (Incident incident : all) {
      Instant detected = incident.detectedAt();
      begin = detected == null ? begin : Math.min(begin, detected.getEpochSecond());
    }
    if (begin * 1000 >= dossier.to) {
      String why = Texts.say("metrics.incidents.nobody-told-of-an", dossier.facts.system());
      return dossier.unknown(metric, why, notes);
    }
    List<Cause> in = of(dossier);
    Weeks weeks = dossier.weeks(begin);
    long[] counts = new long[weeks.count()];
    for (Cause cause : in) {
      int week = weeks.of(Math.floorDiv(at(cause), 1000L));
      if (week >= 0) {
        counts[week]++;
      }
    }
    return dossier.known(
        metric,
        in.size(),
        in.size(),
        Xmr.natural(weeks.points(counts, counts)),
        receipt(dossier, in),
        notes);
  }

  private static Receipt receipt(Dossier dossier, List<Cause> in) {
    return new Receipt(
        Texts.say("metrics.incidents.newest-first", Say.counted(in.size(), "incident")),
        Texts.all(
            "column.detected", "column.resolved", "column.incident", "column.cause", "column.why"),
        in.size(),
        row -> {
          Cause cause = in.get(row);
          Instant resolved = cause.incident().resolvedAt();
          Deployment deployment = cause.deployment();
          return List.of(
              dossier.time(at(cause)),
              resolved == null
                  ? Cell.of(Texts.say("metrics.incidents.not-yet"))
                  : dossier.time(resolved.toEpochMilli()),
              Cell.of(Verdicts.name(cause.incident())),
              Cell.of(deployment == null ? "none" : deployment.key()),
              Cell.of(cause.why()));
        });
  }
}
