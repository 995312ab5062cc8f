package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import pilothouse.evidence.facts.Doubled;
import pilothouse.metrics.Interval;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Weeks;
import pilothouse.metrics.Xmr;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How often something reaches production. */
final class Frequency {
  private static final double WEEK = 7.0 * Dossier.DAY;

  private Frequency() {}

  static Reading perWeek(Metric metric, Dossier dossier) {
    return perWeek(metric, dossier, dossier.once(Rollouts.class, Rollouts::of));
  }

  static Reading perWeek(Metric metric, Dossier dossier, Rollouts rollouts) {
    List<Rollout> successes = rollouts.successes();
    Notes notes = notes(rollouts);
    if (rollouts.all().isEmpty() || rollouts.begin() * 1000 >= dossier.to) {
      return dossier.unknown(metric, Silence.of(dossier, rollouts), notes);
    }
    Weeks weeks = dossier.weeks(rollouts.begin());
    long[] counts = new long[weeks.count()];
    for (Rollout rollout : successes) {
      int week = weeks.of(Math.floorDiv(rollout.at, 1000L));
      if (week >= 0) {
        counts[week]++;
      }
    }
    double length = weeksOf(dossier, rollouts);
    String says =
        begin(dossier, rollouts) > dossier.from
            ? Texts.say(
                "metrics.frequency.in-weeks-from",
                Say.counted(successes.size(), "deployment"),
                Say.measured(length, "week"),
                dossier.day(begin(dossier, rollouts)))
            : Texts.say(
                "metrics.frequency.in-weeks",
                Say.counted(successes.size(), "deployment"),
                Say.measured(length, "week"));
    return dossier
        .known(
            metric,
            successes.size() / length,
            successes.size(),
            Xmr.natural(weeks.points(counts, counts)),
            table(dossier, successes, says + twice(dossier)),
            notes)
        .within(() -> Interval.rate(successes.size(), length));
  }

  /** That some may be counted twice; empty where none may. */
  private static String twice(Dossier dossier) {
    List<Doubled> doubled =
        dossier.facts.doubled().stream()
            .filter(one -> dossier.holds(one.at().toEpochMilli()))
            .toList();
    return doubled.isEmpty()
        ? ""
        : " "
            + Texts.say(
                "metrics.frequency.twice",
                Say.counted(doubled.size(), "deployment"),
                doubled.stream()
                    .map(Doubled::senders)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining("; ")));
  }

  /** From the window's begin, or from the Monday of the first week in which any is known. */
  private static long begin(Dossier dossier, Rollouts rollouts) {
    Instant first = Instant.ofEpochSecond(rollouts.begin());
    return Math.max(dossier.from, dossier.window.weekOf(first).toEpochMilli());
  }

  static double weeksOf(Dossier dossier, Rollouts rollouts) {
    return (dossier.to - begin(dossier, rollouts)) / WEEK;
  }

  private static Notes notes(Rollouts rollouts) {
    Notes notes = new Notes();
    rollouts.note(notes);
    long failed = rollouts.inWindow().stream().filter(one -> !one.succeeded()).count();
    return notes.leave(Texts.say("metrics.frequency.failed-deployments-they-reached"), failed);
  }

  static Reading gap(Metric metric, Dossier dossier) {
    Rollouts rollouts = dossier.once(Rollouts.class, Rollouts::of);
    List<Rollout> successes = rollouts.successes();
    Notes notes = notes(rollouts);
    if (successes.size() < 2) {
      String why =
          successes.isEmpty()
              ? Silence.of(dossier, rollouts)
              : Texts.say("metrics.frequency.a-gap-needs-two");
      return dossier.unknown(metric, why, notes);
    }
    Spans spans = new Spans();
    for (int i = 1; i < successes.size(); i++) {
      long before = successes.get(i - 1).at;
      spans.add(successes.get(i).at, (successes.get(i).at - before) / 1000.0);
    }
    Double value = spans.quantile(0.5);
    return dossier
        .known(
            metric,
            value == null ? 0 : value,
            successes.size(),
            spans.weekly(dossier.weeks(), 0.5),
            table(dossier, successes, Texts.say("metrics.frequency.the-middle-of-the")),
            notes)
        .within(() -> spans.interval(0.5));
  }

  /** Deployments as rows, newest first. */
  static Receipt table(Dossier dossier, List<Rollout> rollouts, String says) {
    int n = rollouts.size();
    return new Receipt(
        says,
        Texts.all(
            "column.finished",
            "column.environment",
            "column.revision",
            "column.outcome",
            "column.deployment"),
        n,
        row -> {
          Rollout rollout = rollouts.get(n - 1 - row);
          return List.of(
              dossier.time(rollout.at),
              Cell.of(Dossier.text(rollout.deployment.environment())),
              Cell.of(Dossier.text(rollout.deployment.revision())),
              Cell.of(
                  rollout.succeeded()
                      ? Texts.say("metrics.outcome.success")
                      : Texts.say("metrics.outcome.failure")),
              Cell.of(rollout.key()));
        });
  }
}
