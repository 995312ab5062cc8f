package pilothouse.metrics.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Reading;
import pilothouse.metrics.delivery.Catalogue.Entry;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How long work waits for people to look at it. */
final class ReviewMetrics {
  static final Entry LATENCY =
      Catalogue.entry(
          "first-review-latency",
          Unit.SECONDS,
          Better.LOWER,
          "review-rounds",
          (metric, dossier) -> latency(metric, dossier, 0.5));

  static final Entry LATENCY_P90 =
      Catalogue.entry(
          "first-review-latency-p90",
          Unit.SECONDS,
          Better.LOWER,
          "review-rounds",
          (metric, dossier) -> latency(metric, dossier, 0.9));

  static final Entry ROUNDS =
      Catalogue.entry(
          "review-rounds", Unit.COUNT, Better.LOWER, "change-fail-rate", ReviewMetrics::rounds);

  static final Entry TIME =
      Catalogue.entry(
          "time-in-review", Unit.SECONDS, Better.LOWER, "review-rounds", ReviewMetrics::time);

  static final Entry MERGE =
      Catalogue.entry(
          "merge-latency", Unit.SECONDS, Better.LOWER, "change-fail-rate", ReviewMetrics::merge);

  private ReviewMetrics() {}

  private static Reading latency(Metric metric, Dossier dossier, double quantile) {
    return dossier.once(Latency.class, Latency::of).read(metric, dossier, quantile);
  }

  /** The spans until the first review. */
  private record Latency(Sampled<ChangeRequest> sampled, int unreviewed) {

    static Latency of(Dossier dossier) {
      Reviewing reviewing = dossier.once(Reviewing.class, Reviewing::of);
      Sampled<ChangeRequest> sampled = new Sampled<>();
      int programs = 0;
      int early = 0;
      int never = 0;
      for (ChangeRequest request : dossier.facts.changes()) {
        Instant ready = Reviewing.ready(request);
        if (ready == null || !dossier.holds(ready.toEpochMilli())) {
          continue;
        }
        if (dossier.facts.isBot(request.author())) {
          programs++;
          continue;
        }
        long from = ready.toEpochMilli();
        Instant first = reviewing.first(request, ready);
        long closed = RequestMetrics.closed(request);
        if (first != null && first.toEpochMilli() < dossier.to) {
          sampled.add(request, from, (first.toEpochMilli() - from) / 1000.0);
        } else if (first == null && closed < dossier.to) {
          early += reviewing.isReviewed(request) ? 1 : 0;
          never += reviewing.isReviewed(request) ? 0 : 1;
        } else {
          sampled.add(request, from, Math.max(0, dossier.now() - from) / 1000.0, true);
        }
      }
      sampled.notes.leave(
          Texts.say("metrics.review-metrics.change-requests-of-programs"), programs);
      sampled.notes.leave(Texts.say("metrics.review-metrics.change-requests-that-were"), early);
      sampled.notes.leave(Texts.say("metrics.review-metrics.change-requests-that-ended"), never);
      sampled.notes.leave(
          Texts.say("metrics.review-metrics.change-requests-that-are"), drafts(dossier));
      return new Latency(sampled, early + never);
    }

    private static long drafts(Dossier dossier) {
      return dossier.facts.changes().stream()
          .filter(request -> Reviewing.ready(request) == null)
          .filter(request -> RequestMetrics.closed(request) >= dossier.to)
          .filter(request -> RequestMetrics.opened(request) < dossier.to)
          .count();
    }

    private String why(Dossier dossier) {
      return unreviewed == 0
          ? RequestMetrics.silence(
              dossier, Texts.say("metrics.review-metrics.became-ready-for-review"))
          : Texts.say(
              "metrics.review-metrics.became-ready-for-review-2",
              Say.counted(unreviewed, "change request"),
              dossier.span());
    }

    Reading read(Metric metric, Dossier dossier, double quantile) {
      return sampled.read(
          metric,
          dossier,
          quantile,
          RequestMetrics.weeks(dossier),
          why(dossier),
          Texts.say("metrics.review-metrics.from-ready-for-review"),
          Texts.all(
              "column.hours",
              "column.ready",
              "metrics.review-metrics.change-request",
              "column.title"),
          (request, i) ->
              RequestMetrics.row(dossier, sampled.hours(i), request, Reviewing.ready(request)));
    }
  }

  private static Reading rounds(Metric metric, Dossier dossier) {
    Reviewing reviewing = dossier.once(Reviewing.class, Reviewing::of);
    Requests requests = dossier.once(Requests.class, Requests::of);
    Sampled<ChangeRequest> sampled = new Sampled<>();
    int never = 0;
    int unknown = 0;
    for (int r = 0; r < requests.merged.size(); r++) {
      ChangeRequest request = requests.merged.get(r);
      if (!RequestMetrics.counts(dossier, request)) {
        continue;
      }
      if (!reviewing.of(request).isEmpty()) {
        int rounds = reviewing.rounds(request, requests.commits(r));
        sampled.add(request, RequestMetrics.merged(request), rounds);
      } else if (reviewing.isReviewed(request)) {
        unknown++;
      } else {
        never++;
      }
    }
    sampled.notes.leave(Texts.say("metrics.review-metrics.change-requests-merged-without"), never);
    sampled.notes.leave(Texts.say("metrics.review-metrics.change-requests-of-whose"), unknown);
    return RequestMetrics.read(
        metric,
        dossier,
        sampled,
        unknown > 0
            ? Texts.say("metrics.review-metrics.whose-reviews-are-told")
            : Texts.say("metrics.review-metrics.was-merged-after-a"),
        Texts.say("metrics.review-metrics.the-middle-of-these"),
        "rounds");
  }

  private static Reading time(Metric metric, Dossier dossier) {
    Reviewing reviewing = dossier.once(Reviewing.class, Reviewing::of);
    Sampled<ChangeRequest> sampled = new Sampled<>();
    int never = 0;
    int negative = 0;
    for (ChangeRequest request : RequestMetrics.merged(dossier)) {
      Instant ready = Reviewing.ready(request);
      Instant first = ready == null ? null : reviewing.first(request, ready);
      if (first == null) {
        never++;
        continue;
      }
      Instant approved = reviewing.approved(request);
      long end = approved == null ? RequestMetrics.merged(request) : approved.toEpochMilli();
      double seconds = (end - first.toEpochMilli()) / 1000.0;
      negative += seconds < 0 ? 1 : 0;
      if (seconds >= 0) {
        sampled.add(request, RequestMetrics.merged(request), seconds);
      }
    }
    sampled.notes.leave(Texts.say("metrics.review-metrics.change-requests-merged-without"), never);
    sampled.notes.leave(
        Texts.say("metrics.review-metrics.change-requests-first-reviewed"), negative);
    return RequestMetrics.read(
        metric,
        dossier,
        sampled,
        Texts.say("metrics.review-metrics.was-merged-after-a"),
        Texts.say("metrics.review-metrics.from-the-first-review"),
        "hours");
  }

  private static Reading merge(Metric metric, Dossier dossier) {
    Reviewing reviewing = dossier.once(Reviewing.class, Reviewing::of);
    Sampled<ChangeRequest> sampled = new Sampled<>();
    int never = 0;
    for (ChangeRequest request : RequestMetrics.merged(dossier)) {
      @Nullable Instant approved = reviewing.approved(request);
      if (approved == null) {
        never++;
      } else {
        long merged = RequestMetrics.merged(request);
        sampled.add(request, merged, (merged - approved.toEpochMilli()) / 1000.0);
      }
    }
    sampled.notes.leave(
        Texts.say("metrics.review-metrics.change-requests-merged-without-2"), never);
    return RequestMetrics.read(
        metric,
        dossier,
        sampled,
        Texts.say("metrics.review-metrics.was-merged-after-an"),
        Texts.say("metrics.review-metrics.from-the-last-approval"),
        "hours");
  }
}
