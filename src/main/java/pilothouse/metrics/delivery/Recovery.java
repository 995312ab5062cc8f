package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.List;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.delivery.Verdicts.Verdict;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How long it took until the service worked again after a deployment that failed. */
final class Recovery {
  private final Dossier dossier;
  private final Spans spans = new Spans();
  private final List<Rollout> rollouts = new ArrayList<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private int negative;
  private int contradicted;

  static Recovery of(Dossier dossier) {
    return new Recovery(dossier);
  }

  private Recovery(Dossier dossier) {
    this.dossier = dossier;
    Verdicts all = dossier.once(Verdicts.class, Verdicts::of);
    for (Rollout rollout : dossier.once(Rollouts.class, Rollouts::of).inWindow()) {
      Verdict verdict = all.of(rollout);
      if (verdict.failed()) {
        take(rollout, verdict);
      }
    }
  }

  private void take(Rollout rollout, Verdict verdict) {
    double seconds = seconds(dossier, rollout, verdict);
    if (verdict.contradicted()) {
      contradicted++;
    } else if (seconds < 0) {
      negative++;
    } else {
      spans.add(rollout.at, seconds, isOpen(dossier, verdict));
      rollouts.add(rollout);
      verdicts.add(verdict);
    }
  }

  /** Whether the service was not restored by the window's end. */
  static boolean isOpen(Dossier dossier, Verdict verdict) {
    Long restored = verdict.restored();
    return !verdict.contradicted() && (restored == null || restored >= dossier.to);
  }

  /** From the finish until restored, or at least until the window's end. */
  static double seconds(Dossier dossier, Rollout rollout, Verdict verdict) {
    Long restored = verdict.restored();
    long end = restored == null || restored >= dossier.to ? end(dossier, rollout) : restored;
    return (end - rollout.at) / 1000.0;
  }

  private static long end(Dossier dossier, Rollout rollout) {
    return Math.max(rollout.at, dossier.now());
  }

  static Reading read(Metric metric, Dossier dossier, double quantile) {
    return dossier.once(Recovery.class, Recovery::of).read(metric, quantile);
  }

  private Reading read(Metric metric, double quantile) {
    Rollouts all = dossier.once(Rollouts.class, Rollouts::of);
    Notes notes = new Notes();
    all.note(notes);
    int fine = all.inWindow().size() - spans.size() - negative - contradicted;
    notes.leave(Texts.say("metrics.recovery.deployments-that-needed-no"), fine);
    notes.leave(Texts.say("metrics.recovery.recoveries-that-ended-before"), negative);
    notes.leave(Texts.say("metrics.recovery.recoveries-from-an-incident"), contradicted);
    Double value = spans.quantile(quantile);
    if (value == null) {
      return spans.size() == 0
          ? dossier.unknown(metric, why(all), notes)
          : dossier
              .unknown(metric, why(all), spans.size(), receipt(), notes)
              .withOpen(spans.openOnes());
    }
    return dossier
        .known(
            metric, value, spans.size(), spans.weekly(dossier.weeks(), quantile), receipt(), notes)
        .withOpen(spans.openOnes())
        .within(() -> spans.interval(quantile));
  }

  private String why(Rollouts all) {
    if (all.inWindow().isEmpty()) {
      return Silence.of(dossier, all);
    }
    if (spans.size() == 0 && contradicted + negative > 0) {
      return Texts.say(
          "metrics.recovery.the-times-of-contradict",
          Say.counted(contradicted + negative, "failed deployment"));
    }
    if (spans.size() == 0) {
      return Texts.say("metrics.recovery.no-production-deployment-needed", dossier.span());
    }
    long open = spans.openOnes();
    return Texts.counted(
        "metrics.recovery.open-only",
        open,
        Say.counted(spans.size(), "failed deployment"),
        Say.span(spans.most()));
  }

  private Receipt receipt() {
    int n = spans.size();
    int open = spans.openOnes();
    String says = Texts.say("metrics.recovery.from-the-deployments-finish");
    if (open > 0) {
      says +=
          " "
              + Texts.counted(
                  spans.isCensored() ? "metrics.recovery.open-quantiles" : "metrics.recovery.open",
                  open,
                  Say.counted(n, "failed deployment"));
    }
    return new Receipt(
        says,
        Texts.all(
            "column.deployed",
            "column.restored",
            "column.hours",
            "metrics.recovery.why-it-failed",
            "column.deployment"),
        n,
        row -> row(n - 1 - row));
  }

  private List<Cell> row(int i) {
    Long restored = verdicts.get(i).restored();
    boolean open = spans.isOpen(i);
    String hours = Dossier.hours(spans.value(i)).text();
    return List.of(
        dossier.time(rollouts.get(i).at),
        open || restored == null
            ? Cell.of(Texts.say("metrics.recovery.not-yet"))
            : dossier.time(restored),
        Cell.of(open ? Texts.say("metrics.recovery.at-least", hours) : hours),
        Cell.of(String.join("; ", verdicts.get(i).why())),
        Cell.of(rollouts.get(i).key()));
  }
}
