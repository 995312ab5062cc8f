package pilothouse.metrics.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Outcome;
import pilothouse.metrics.Interval;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Weeks;
import pilothouse.metrics.Xmr;
import pilothouse.metrics.delivery.Catalogue.Entry;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How well and how fast pipelines run. */
final class BuildMetrics {
  static final Entry SUCCESS =
      Catalogue.entry(
          "pipeline-success-rate",
          Unit.RATIO,
          Better.HIGHER,
          "change-fail-rate",
          BuildMetrics::success);

  static final Entry DURATION =
      Catalogue.entry(
          "pipeline-duration",
          Unit.SECONDS,
          Better.LOWER,
          "pipeline-success-rate",
          (metric, dossier) -> duration(metric, dossier, 0.5));

  static final Entry DURATION_P90 =
      Catalogue.entry(
          "pipeline-duration-p90",
          Unit.SECONDS,
          Better.LOWER,
          "pipeline-success-rate",
          (metric, dossier) -> duration(metric, dossier, 0.9));

  private BuildMetrics() {}

  /** The runs of whole pipelines that ended in the window. */
  private record Runs(Sampled<Build> ended, Sampled<Build> timed, Notes notes, long begin) {

    static Runs of(Dossier dossier) {
      Sampled<Build> ended = new Sampled<>();
      Sampled<Build> timed = new Sampled<>();
      long begin = dossier.to;
      int jobs = 0;
      int idle = 0;
      int undated = 0;
      int negative = 0;
      for (Build build : dossier.facts.builds()) {
        long at = at(build);
        begin = Math.min(begin, at);
        if (!dossier.holds(at)) {
          continue;
        }
        if (build.job() != null) {
          jobs++;
        } else if (build.outcome() != Outcome.SUCCESS && build.outcome() != Outcome.FAILURE) {
          idle++;
        } else {
          ended.add(build, at, build.outcome() == Outcome.SUCCESS ? 1 : 0);
          if (build.startedAt() == null || build.finishedAt() == null) {
            undated++;
          } else if (build.startedAt().isAfter(build.finishedAt())) {
            negative++;
          } else {
            timed.add(build, at, (at - build.startedAt().toEpochMilli()) / 1000.0);
          }
        }
      }
      Notes notes = new Notes();
      notes.leave(Texts.say("metrics.build-metrics.runs-of-single-jobs"), jobs);
      notes.leave(Texts.say("metrics.build-metrics.pipeline-runs-that-have"), idle);
      timed.notes.leave(Texts.say("metrics.build-metrics.runs-of-single-jobs"), jobs);
      timed.notes.leave(Texts.say("metrics.build-metrics.pipeline-runs-that-have"), idle);
      timed.notes.leave(Texts.say("metrics.build-metrics.pipeline-runs-without-a"), undated);
      timed.notes.leave(Texts.say("metrics.build-metrics.pipeline-runs-that-ended"), negative);
      return new Runs(ended, timed, notes, begin);
    }
  }

  /** When it finished or, where nobody said so, when it was told of. */
  static long at(Build build) {
    return (build.finishedAt() == null ? build.saidAt() : build.finishedAt()).toEpochMilli();
  }

  static String silence(Dossier dossier) {
    return dossier.facts.builds().isEmpty()
        ? Texts.say("metrics.build-metrics.nobody-told-of-a", dossier.facts.system())
        : Texts.say("metrics.build-metrics.no-pipeline-ended-another", dossier.span());
  }

  private static Reading success(Metric metric, Dossier dossier) {
    Runs runs = dossier.once(Runs.class, Runs::of);
    int n = runs.ended.size();
    if (n == 0) {
      return dossier.unknown(metric, silence(dossier), runs.notes);
    }
    Weeks weeks = dossier.weeks(Math.floorDiv(runs.begin, 1000L));
    int[] some = new int[weeks.count()];
    int[] whole = new int[weeks.count()];
    int good = 0;
    for (int i = 0; i < n; i++) {
      int one = (int) runs.ended.spans.value(i);
      int week = weeks.of(Math.floorDiv(at(runs.ended.fact(i)), 1000L));
      good += one;
      if (week >= 0) {
        whole[week]++;
        some[week] += one;
      }
    }
    String says =
        Texts.say("metrics.build-metrics.of-succeeded", Say.count(good), Say.counted(n, "run"));
    Receipt receipt =
        new Receipt(
            says,
            Texts.all(
                "column.outcome",
                "column.finished",
                "column.pipeline",
                "column.branch",
                "column.revision",
                "column.run"),
            n,
            i -> row(dossier, runs.ended.fact(n - 1 - i), null));
    double share = (double) good / n;
    return dossier
        .known(metric, share, n, Xmr.share(Rates.shares(weeks, some, whole)), receipt, runs.notes)
        .within(() -> Interval.share(share, n));
  }

  private static Reading duration(Metric metric, Dossier dossier, double quantile) {
    Runs runs = dossier.once(Runs.class, Runs::of);
    return runs.timed.read(
        metric,
        dossier,
        quantile,
        dossier.weeks(Math.floorDiv(runs.begin, 1000L)),
        runs.ended.size() > 0
            ? Texts.say("metrics.build-metrics.the-pipeline-runs-of")
            : silence(dossier),
        Texts.say("metrics.build-metrics.from-start-to-finish"),
        Texts.all(
            "column.minutes",
            "column.finished",
            "column.pipeline",
            "column.branch",
            "column.revision",
            "column.run"),
        (build, i) ->
            row(dossier, build, Cell.of(Math.round(runs.timed.spans.value(i) / 0.6) / 100.0)));
  }

  private static List<Cell> row(Dossier dossier, Build build, @Nullable Cell value) {
    return List.of(
        value == null
            ? Cell.of(
                build.outcome() == Outcome.SUCCESS
                    ? Texts.say("metrics.outcome.success")
                    : Texts.say("metrics.outcome.failure"))
            : value,
        dossier.time(at(build)),
        Cell.of(Dossier.text(build.name())),
        Cell.of(Dossier.text(build.branch())),
        Cell.of(Dossier.text(build.revision())),
        Cell.of(build.key()));
  }
}
