package pilothouse.metrics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import pilothouse.metrics.Metric.Better;
import pilothouse.metrics.Metric.Unit;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Receipt.Leads;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What tags that look like versions tell: releases, not deployments. */
final class ReleaseMetrics {
  static final Measure LEAD_TIME =
      Measure.of(
          "change-lead-time",
          Unit.SECONDS,
          Better.LOWER,
          "fixes-after-release",
          (metric, slice) -> leadTime(metric, slice, 0.5));

  static final Measure LEAD_TIME_P90 =
      Measure.of(
          "change-lead-time-p90",
          Unit.SECONDS,
          Better.LOWER,
          "change-lead-time",
          (metric, slice) -> leadTime(metric, slice, 0.9));

  static final Measure FREQUENCY =
      Measure.of(
          "release-frequency",
          Unit.PER_WEEK,
          Better.HIGHER,
          "fixes-after-release",
          ReleaseMetrics::frequency);

  static final Measure GAP =
      Measure.of(
          "release-gap", Unit.SECONDS, Better.LOWER, "release-frequency", ReleaseMetrics::gap);

  static final Measure FIXES =
      Measure.of(
          "fixes-after-release",
          Unit.RATIO,
          Better.LOWER,
          "release-frequency",
          ReleaseMetrics::fixes);

  private ReleaseMetrics() {}

  static Released released(Slice slice) {
    return slice.once(Released.class, Released::of);
  }

  private static Reading leadTime(Metric metric, Slice slice, double quantile) {
    Released released = released(slice);
    Notes notes = notes(slice).history(slice);
    notes.leave(
        Texts.say("metrics.release-metrics.changes-that-no-release"), released.unreleased());
    notes.leave(Texts.say("metrics.release-metrics.changes-in-a-release"), released.firstHistory());
    notes.leave(negative(slice, released.negative()), released.negative().length);
    notes.leave(
        Texts.say("metrics.release-metrics.changes-on-release-branches"), released.offHead());
    long[] spans = released.spans().clone();
    if (spans.length == 0) {
      return Answers.unknown(
          metric, slice, none(slice, Texts.say("metrics.release-metrics.no-change-has-a")), notes);
    }
    Arrays.sort(spans);
    double value = Quantiles.sorted(spans, quantile);
    return Answers.known(
            metric,
            slice,
            value,
            spans.length,
            byRelease(released),
            receipt(slice, released),
            notes)
        .within(() -> Interval.quantile(spans, quantile));
  }

  private static String negative(Slice slice, int[] commits) {
    StringBuilder why =
        new StringBuilder(Texts.say("metrics.release-metrics.changes-dated-after-the"));
    for (int i = 0; i < Math.min(3, commits.length); i++) {
      why.append(i == 0 ? ": " : ", ").append(slice.commits().id(commits[i]), 0, 10);
    }
    return commits.length > 3 ? why.append(" …").toString() : why.toString();
  }

  /** One point a release: its changes' median. */
  private static Series byRelease(Released released) {
    List<Series.Point> points = new ArrayList<>();
    for (Releases.Release release : released.releases().inWindow()) {
      points.add(new Series.Point(release.at(), release.leadTime(), release.changes()));
    }
    return Xmr.natural(points);
  }

  private static Receipt receipt(Slice slice, Released released) {
    int[] counted = released.counted();
    return new Receipt(
        Texts.say("metrics.release-metrics.the-middle-of-the"),
        Texts.all(
            "column.commit",
            "column.written",
            "column.release",
            "metrics.release-metrics.days-waited",
            "column.subject"),
        counted.length,
        row -> {
          int at = counted.length - 1 - row;
          int commit = counted[at];
          ReleaseWalk walk = slice.once(ReleaseWalk.class, ReleaseWalk::of);
          return List.of(
              Answers.commit(slice, commit),
              Answers.day(slice, slice.commits().authoredAt()[commit]),
              new Cell(walk.tags().get(walk.releasedBy()[commit]).name(), Leads.TAG),
              Answers.number((double) released.spans()[at] / Slice.DAY),
              Cell.of(slice.commits().subjects()[commit]));
        });
  }

  private static Reading frequency(Metric metric, Slice slice) {
    Releases releases = released(slice).releases();
    Notes notes = notes(slice);
    List<Releases.Release> in = releases.inWindow();
    if (in.isEmpty()) {
      return Answers.unknown(
          metric, slice, none(slice, Texts.say("metrics.release-metrics.no-release")), notes);
    }
    Weeks weeks = slice.once(Weeks.class, Weeks::of);
    long[] perWeek = new long[weeks.count()];
    for (Releases.Release release : in) {
      int week = weeks.of(release.at().getEpochSecond());
      if (week >= 0) {
        perWeek[week]++;
      }
    }
    long from = Math.max(slice.window.from().getEpochSecond(), slice.begin());
    from = Math.min(from, in.getFirst().at().getEpochSecond());
    double length = Math.max(1, (slice.end() - from) / (7.0 * Slice.DAY));
    Series series = Xmr.natural(weeks.points(perWeek, perWeek));
    String says =
        Texts.say(
            "metrics.release-metrics.in",
            Say.counted(in.size(), "release"),
            Say.measured(length, "week"));
    return Answers.known(
            metric, slice, in.size() / length, in.size(), series, table(slice, in, says), notes)
        .within(() -> Interval.rate(in.size(), length));
  }

  private static Reading gap(Metric metric, Slice slice) {
    List<Releases.Release> in = released(slice).releases().inWindow();
    Notes notes = notes(slice);
    long[] gaps = new long[Math.max(0, in.size() - 1)];
    int n = 0;
    for (int i = 0; i < gaps.length; i++) {
      long gap = in.get(i + 1).at().getEpochSecond() - in.get(i).at().getEpochSecond();
      gaps[n] = gap;
      n += gap >= Slice.DAY ? 1 : 0;
    }
    if (n == 0) {
      String why = none(slice, Texts.say("metrics.release-metrics.a-gap-needs-two"));
      return Answers.unknown(metric, slice, why, notes);
    }
    notes.leave(Texts.say("metrics.release-metrics.releases-within-24-hours"), gaps.length - n);
    long[] sorted = Arrays.copyOf(gaps, n);
    Arrays.sort(sorted);
    String says = Texts.say("metrics.release-metrics.the-middle-of-the-2");
    return Answers.known(
            metric,
            slice,
            Quantiles.sorted(sorted, 0.5),
            in.size(),
            Series.none(),
            table(slice, in, says),
            notes)
        .within(() -> Interval.quantile(sorted, 0.5));
  }

  private static Reading fixes(Metric metric, Slice slice) {
    Instant last = slice.window.to().minusSeconds(Released.FOLLOW_UP);
    List<Releases.Release> in = released(slice).releases().inWindow();
    List<Releases.Release> old = in.stream().filter(r -> !r.at().isAfter(last)).toList();
    Notes notes = notes(slice);
    notes.leave(
        Texts.say("metrics.release-metrics.releases-younger-than-seven"), in.size() - old.size());
    if (old.isEmpty()) {
      return Answers.unknown(
          metric,
          slice,
          none(slice, Texts.say("metrics.release-metrics.no-release-is-old")),
          notes);
    }
    long fixed = old.stream().filter(release -> release.fixedBy() != null).count();
    String says =
        Texts.counted("metrics.release-metrics.fixed", fixed, Say.counted(old.size(), "release"));
    double share = (double) fixed / old.size();
    return Answers.known(
            metric, slice, share, old.size(), Series.none(), table(slice, old, says), notes)
        .within(() -> Interval.share(share, old.size()));
  }

  /** Why there is no value about releases, and what would give one. */
  private static String none(Slice slice, String what) {
    Releases releases = released(slice).releases();
    if (releases.all().isEmpty()) {
      return Texts.say("metrics.release-metrics.no-tag-looks-like", what);
    }
    Releases.Release last = releases.all().getLast();
    return Texts.say(
        "metrics.release-metrics.in-the-window-the",
        what,
        last.tag(),
        Say.day(last.at(), slice.window.zone()));
  }

  private static Notes notes(Slice slice) {
    ReleaseWalk walk = slice.once(ReleaseWalk.class, ReleaseWalk::of);
    return new Notes()
        .leave(Texts.say("metrics.release-metrics.tags-that-are-pre"), walk.preReleases())
        .leave(Texts.say("metrics.release-metrics.further-or-moving-version"), walk.aliases())
        .leave(Texts.say("metrics.release-metrics.tags-that-do-not"), walk.others());
  }

  private static Receipt table(Slice slice, List<Releases.Release> in, String says) {
    return new Receipt(
        says,
        Texts.all(
            "column.release",
            "column.date",
            "column.line",
            "column.changes",
            "metrics.release-metrics.followed-within-7-days"),
        in.size(),
        row -> {
          Releases.Release release = in.get(in.size() - 1 - row);
          String fix = release.fixedBy() == null ? "–" : release.fixedBy();
          return List.of(
              new Cell(release.tag(), Leads.TAG),
              Answers.day(slice, release.at().getEpochSecond()),
              Cell.of(release.line()),
              Cell.of(release.changes()),
              Cell.of(fix));
        });
  }
}
