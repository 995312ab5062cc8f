package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Interval;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Series;
import pilothouse.metrics.Weeks;
import pilothouse.metrics.Xmr;
import pilothouse.metrics.delivery.Verdicts.Verdict;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Shares of the production deployments that finished, failed ones included. */
final class Rates {
  private Rates() {}

  static Reading changeFail(Metric metric, Dossier dossier) {
    return share(
        metric,
        dossier,
        verdict -> verdict.failed() ? String.join("; ", verdict.why()) : null,
        Texts.say("metrics.rates.needed-immediate-intervention"));
  }

  static Reading rework(Metric metric, Dossier dossier) {
    return share(
        metric,
        dossier,
        Verdict::whyUnplanned,
        Texts.say("metrics.rates.went-out-unplanned-because"));
  }

  private static Reading share(
      Metric metric, Dossier dossier, Function<Verdict, @Nullable String> why, String what) {
    Rollouts rollouts = dossier.once(Rollouts.class, Rollouts::of);
    Notes notes = new Notes();
    rollouts.note(notes);
    List<Rollout> all = rollouts.inWindow();
    if (all.isEmpty()) {
      return dossier.unknown(metric, Silence.of(dossier, rollouts), notes);
    }
    Verdicts verdicts = dossier.once(Verdicts.class, Verdicts::of);
    return share(metric, dossier, all, one -> why.apply(verdicts.of(one)), what, notes);
  }

  /**
   * The share of deployments of which there is something to say; there is at least one deployment.
   *
   * @param why says why one is in the share; null when it is not
   */
  static Reading share(
      Metric metric,
      Dossier dossier,
      List<Rollout> all,
      Function<Rollout, @Nullable String> why,
      String what,
      Notes notes) {
    @Nullable String[] whys = new @Nullable String[all.size()];
    int some = 0;
    for (int i = 0; i < whys.length; i++) {
      whys[i] = why.apply(all.get(i));
      some += whys[i] == null ? 0 : 1;
    }
    String says =
        Texts.say(
            "metrics.rates.of", Say.count(some), Say.counted(whys.length, "deployment"), what);
    double share = (double) some / whys.length;
    return dossier
        .known(
            metric,
            share,
            whys.length,
            weekly(dossier.weeks(), all, whys),
            receipt(dossier, all, whys, says),
            notes)
        .within(() -> Interval.share(share, whys.length));
  }

  private static Series weekly(Weeks weeks, List<Rollout> all, @Nullable String[] whys) {
    int[] some = new int[weeks.count()];
    int[] whole = new int[weeks.count()];
    for (int i = 0; i < whys.length; i++) {
      int week = weeks.of(Math.floorDiv(all.get(i).at, 1000L));
      if (week >= 0) {
        whole[week]++;
        some[week] += whys[i] == null ? 0 : 1;
      }
    }
    return Xmr.share(shares(weeks, some, whole));
  }

  /** A point a week: the share, unknown in a week without any. */
  static List<Series.Point> shares(Weeks weeks, int[] some, int[] whole) {
    List<Series.Point> points = new ArrayList<>(whole.length);
    for (int week = 0; week < whole.length; week++) {
      Double share = whole[week] == 0 ? null : (double) some[week] / whole[week];
      points.add(Dossier.point(weeks, week, share, whole[week]));
    }
    return points;
  }

  private static Receipt receipt(
      Dossier dossier, List<Rollout> all, @Nullable String[] whys, String says) {
    int n = whys.length;
    return new Receipt(
        says,
        Texts.all(
            "column.finished",
            "column.counts",
            "column.why",
            "column.outcome",
            "column.deployment"),
        n,
        row -> {
          int i = n - 1 - row;
          return List.of(
              dossier.time(all.get(i).at),
              Cell.of(whys[i] == null ? "" : Texts.say("say.yes")),
              Cell.of(Dossier.text(whys[i])),
              Cell.of(
                  Texts.say(
                      all.get(i).succeeded()
                          ? "metrics.outcome.success"
                          : "metrics.outcome.failure")),
              Cell.of(all.get(i).key()));
        });
  }
}
