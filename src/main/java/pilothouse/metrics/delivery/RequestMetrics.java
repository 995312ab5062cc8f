package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.CommitRef;
import pilothouse.metrics.Interval;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Quantiles;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Series;
import pilothouse.metrics.Weeks;
import pilothouse.metrics.Xmr;
import pilothouse.metrics.delivery.Catalogue.Entry;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How large change requests are, and how long they stay open. */
final class RequestMetrics {
  private static final long DAY_SECONDS = 86_400;

  static final Entry SIZE =
      Catalogue.entry(
          "change-request-size",
          Unit.LINES,
          Better.LOWER,
          "review-rounds",
          (metric, dossier) -> size(metric, dossier, true));

  static final Entry FILES =
      Catalogue.entry(
          "change-request-files",
          Unit.COUNT,
          Better.LOWER,
          "change-request-size",
          (metric, dossier) -> size(metric, dossier, false));

  static final Entry OPEN_AGE =
      Catalogue.entry(
          "open-change-age",
          Unit.SECONDS,
          Better.LOWER,
          "merged-within-a-day",
          RequestMetrics::openAge);

  static final Entry WITHIN_A_DAY =
      Catalogue.entry(
          "merged-within-a-day",
          Unit.RATIO,
          Better.HIGHER,
          "change-fail-rate",
          RequestMetrics::withinADay);

  private RequestMetrics() {}

  /** When it was merged, in epoch milliseconds. */
  static long merged(ChangeRequest request) {
    return request.mergedAt() == null ? Long.MAX_VALUE : request.mergedAt().toEpochMilli();
  }

  /** When it was opened, or first heard of. */
  static long opened(ChangeRequest request) {
    Instant at = request.openedAt() == null ? request.readyAt() : request.openedAt();
    return (at == null ? request.saidAt() : at).toEpochMilli();
  }

  /**
   * When it ended, merged or not; the end of time while it is open. One whose end nobody told of,
   * but that was found ended, ended then at the latest.
   */
  static long closed(ChangeRequest request) {
    Instant at = request.closedAt();
    at = at == null && Boolean.FALSE.equals(request.open()) ? request.saidAt() : at;
    return Math.min(at == null ? Long.MAX_VALUE : at.toEpochMilli(), merged(request));
  }

  /** Whether it was merged in the window, by a person's hand. */
  static boolean counts(Dossier dossier, ChangeRequest request) {
    return dossier.holds(merged(request)) && !dossier.facts.isBot(request.author());
  }

  /** Those merged in the window, programs' left out, by merge. */
  static List<ChangeRequest> merged(Dossier dossier) {
    List<ChangeRequest> merged = new ArrayList<>();
    for (ChangeRequest request : dossier.facts.changes()) {
      if (counts(dossier, request)) {
        merged.add(request);
      }
    }
    return merged;
  }

  /** The weeks from the first change request on. */
  static Weeks weeks(Dossier dossier) {
    long begin = dossier.to;
    for (ChangeRequest request : dossier.facts.changes()) {
      begin = Math.min(begin, opened(request));
    }
    return dossier.weeks(Math.floorDiv(begin, 1000L));
  }

  static String silence(Dossier dossier, String what) {
    return dossier.facts.changes().isEmpty()
        ? Texts.say("metrics.request-metrics.nobody-told-of-a", dossier.facts.system())
        : Texts.say("metrics.request-metrics.no-change-request-another", what, dossier.span());
  }

  static List<Cell> row(Dossier dossier, Cell value, ChangeRequest request, @Nullable Instant at) {
    return List.of(
        value,
        at == null ? Cell.of("") : dossier.time(at.toEpochMilli()),
        Cell.of(LeadTimes.name(request)),
        Cell.of(Dossier.text(request.title())));
  }

  /** How many of those merged in the window were programs'. */
  private static long programs(Dossier dossier) {
    return dossier.facts.changes().stream()
        .filter(r -> dossier.holds(merged(r)) && dossier.facts.isBot(r.author()))
        .count();
  }

  /** The median over merged requests; hours are seconds in the sample. */
  static Reading read(
      Metric metric,
      Dossier dossier,
      Sampled<ChangeRequest> sampled,
      String what,
      String says,
      String unit) {
    sampled.notes.leave(
        Texts.say("metrics.request-metrics.change-requests-of-programs"), programs(dossier));
    return sampled.read(
        metric,
        dossier,
        0.5,
        weeks(dossier),
        silence(dossier, what),
        says,
        List.of(
            Texts.say("column." + unit),
            Texts.say("column.merged"),
            Texts.say("metrics.request-metrics.change-request"),
            Texts.say("column.title")),
        (request, i) -> {
          Cell value =
              unit.equals("hours") ? sampled.hours(i) : Cell.of((long) sampled.spans.value(i));
          return row(dossier, value, request, request.mergedAt());
        });
  }

  private static Reading size(Metric metric, Dossier dossier, boolean lines) {
    Sampled<ChangeRequest> sampled = new Sampled<>();
    int unknown = 0;
    for (ChangeRequest request : merged(dossier)) {
      Integer added = lines ? request.added() : request.files();
      Integer deleted = lines ? request.deleted() : (Integer) 0;
      if (added == null || deleted == null) {
        unknown++;
      } else {
        sampled.add(request, merged(request), (double) added + deleted);
      }
    }
    sampled.notes.leave(Texts.say("metrics.request-metrics.change-requests-whose-size"), unknown);
    return read(
        metric,
        dossier,
        sampled,
        unknown > 0
            ? Texts.say("metrics.request-metrics.with-a-known-size")
            : Texts.say("metrics.request-metrics.was-merged-2"),
        Texts.say("metrics.request-metrics.the-middle-of-these-2"),
        lines ? "lines" : "files");
  }

  private static Reading openAge(Metric metric, Dossier dossier) {
    List<ChangeRequest> all = dossier.facts.changes();
    Notes notes = new Notes();
    long now = dossier.now();
    List<ChangeRequest> open =
        all.stream().filter(r -> opened(r) < dossier.to && closed(r) >= dossier.to).toList();
    if (open.isEmpty()) {
      String why =
          all.isEmpty()
              ? silence(dossier, "")
              : Texts.say(
                  "metrics.request-metrics.no-change-request-was", dossier.day(dossier.to - 1));
      return dossier.unknown(metric, why, notes);
    }
    double[] ages = ages(open, now);
    int n = open.size();
    Receipt receipt =
        new Receipt(
            Texts.say("metrics.request-metrics.the-middle-of-these"),
            Texts.all(
                "column.hours",
                "column.opened",
                "metrics.request-metrics.change-request",
                "column.title"),
            n,
            i -> {
              ChangeRequest request = open.get(i);
              double age = Math.max(0, now - opened(request)) / 1000.0;
              Instant at = Instant.ofEpochMilli(opened(request));
              return row(dossier, Dossier.hours(age), request, at);
            });
    return dossier.known(
        metric, Quantiles.sorted(ages, 0.5), n, agesWeekly(dossier, all), receipt, notes);
  }

  private static double[] ages(List<ChangeRequest> open, long now) {
    double[] ages = open.stream().mapToDouble(r -> Math.max(0, now - opened(r)) / 1000.0).toArray();
    Arrays.sort(ages);
    return ages;
  }

  /** The median age of what was open at the end of each week. */
  private static Series agesWeekly(Dossier dossier, List<ChangeRequest> all) {
    Weeks weeks = weeks(dossier);
    List<Series.Point> points = new ArrayList<>();
    for (int week = 0; week < weeks.count(); week++) {
      long end = weeks.starts()[week + 1] * 1000;
      List<ChangeRequest> open =
          all.stream().filter(r -> opened(r) < end && closed(r) >= end).toList();
      Double age = open.isEmpty() ? null : (Double) Quantiles.sorted(ages(open, end), 0.5);
      points.add(Dossier.point(weeks, week, age, open.size()));
    }
    return Xmr.natural(points);
  }

  private static Reading withinADay(Metric metric, Dossier dossier) {
    Requests requests = dossier.once(Requests.class, Requests::of);
    Weeks weeks = weeks(dossier);
    int[] some = new int[weeks.count()];
    int[] whole = new int[weeks.count()];
    Sampled<ChangeRequest> sampled = new Sampled<>();
    int unknown = 0;
    int quick = 0;
    for (int r = 0; r < requests.merged.size(); r++) {
      ChangeRequest request = requests.merged.get(r);
      if (!counts(dossier, request)) {
        continue;
      }
      long first = first(requests.commits(r));
      if (first == Long.MAX_VALUE || first > merged(request)) {
        unknown++;
        continue;
      }
      double seconds = (merged(request) - first) / 1000.0;
      sampled.add(request, merged(request), seconds);
      quick += seconds < DAY_SECONDS ? 1 : 0;
      int week = weeks.of(Math.floorDiv(merged(request), 1000L));
      if (week >= 0) {
        whole[week]++;
        some[week] += seconds < DAY_SECONDS ? 1 : 0;
      }
    }
    Notes notes = sampled.notes;
    notes.leave(
        Texts.say("metrics.request-metrics.change-requests-of-programs"), programs(dossier));
    notes.leave(Texts.say("metrics.request-metrics.change-requests-whose-first"), unknown);
    if (sampled.size() == 0) {
      String dated = "metrics.request-metrics.with-dated-commits-was";
      String what = Texts.say(unknown > 0 ? dated : "metrics.request-metrics.was-merged");
      return dossier.unknown(metric, silence(dossier, what), notes);
    }
    Series series = Xmr.share(Rates.shares(weeks, some, whole));
    return quick(metric, dossier, sampled, quick, series);
  }

  private static Reading quick(
      Metric metric, Dossier dossier, Sampled<ChangeRequest> sampled, int quick, Series series) {
    int n = sampled.size();
    double share = (double) quick / n;
    return dossier
        .known(metric, share, n, series, receipt(dossier, sampled, quick), sampled.notes)
        .within(() -> Interval.share(share, n));
  }

  private static Receipt receipt(Dossier dossier, Sampled<ChangeRequest> sampled, int quick) {
    int n = sampled.size();
    String says =
        Texts.counted(
            "metrics.request-metrics.within-a-day", quick, Say.counted(n, "change request"));
    return new Receipt(
        says,
        Texts.all(
            "column.hours",
            "column.merged",
            "metrics.request-metrics.change-request",
            "column.title"),
        n,
        i -> row(dossier, sampled.hours(i), sampled.fact(i), sampled.fact(i).mergedAt()));
  }

  private static long first(List<CommitRef> commits) {
    long first = Long.MAX_VALUE;
    for (CommitRef commit : commits) {
      long at = Requests.writtenAt(commit);
      first = at == Load.Brought.UNWRITTEN ? first : Math.min(first, at);
    }
    return first;
  }
}
