package pilothouse.metrics.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Outcome;
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

/** The definitions of DevLake in 2023. */
final class DevLake {
  private DevLake() {}

  static Reading read(Metric metric, Dossier dossier) {
    return switch (metric.id()) {
      case "change-lead-time" -> leadTime(metric, dossier);
      case "deployment-frequency" -> daysPerWeek(metric, dossier);
      case "failed-deployment-recovery-time" -> recovery(metric, dossier);
      case "change-fail-rate" -> changeFail(metric, dossier);
      default -> RivalFacts.undefined(metric, dossier);
    };
  }

  private static Reading leadTime(Metric metric, Dossier dossier) {
    Requests requests = dossier.once(Requests.class, Requests::of);
    IdentityHashMap<ChangeRequest, Rollout> brought = RivalFacts.brought(dossier);
    Sampled<ChangeRequest> sampled = new Sampled<>();
    sampled.spans.lower();
    int negative = 0;
    for (int r = 0; r < requests.merged.size(); r++) {
      ChangeRequest request = requests.merged.get(r);
      Rollout rollout = brought.get(request);
      if (rollout != null) {
        long begun = Requests.begun(request, requests.commits(r));
        negative += begun > rollout.at ? 1 : 0;
        if (begun <= rollout.at) {
          sampled.add(request, rollout.at, (rollout.at - begun) / 1000.0);
        }
      }
    }
    sampled.notes.leave(Texts.say("metrics.dev-lake.change-requests-dated-after"), negative);
    return RivalFacts.requests(
        metric, dossier, sampled, Texts.say("metrics.dev-lake.one-span-for-each"));
  }

  private static Reading daysPerWeek(Metric metric, Dossier dossier) {
    Rollouts rollouts = dossier.once(Rollouts.class, Rollouts::of);
    Notes notes = new Notes();
    rollouts.note(notes);
    Weeks weeks = dossier.weeks();
    if (rollouts.all().isEmpty() || weeks.count() == 0) {
      String why =
          rollouts.all().isEmpty() ? Silence.of(dossier, rollouts) : noWeek(dossier, rollouts);
      return dossier.unknown(metric, why, notes);
    }
    Map<LocalDate, Integer> days = new LinkedHashMap<>();
    long[] counts = new long[weeks.count()];
    for (Rollout rollout : rollouts.successes()) {
      int week = weeks.of(Math.floorDiv(rollout.at, 1000L));
      LocalDate day = Instant.ofEpochMilli(rollout.at).atZone(dossier.window.zone()).toLocalDate();
      if (week >= 0 && days.merge(day, 1, Integer::sum) == 1) {
        counts[week]++;
      }
    }
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    double[] ofWeeks = Arrays.stream(sorted).asDoubleStream().toArray();
    return dossier
        .known(
            metric,
            (double) sorted[(sorted.length - 1) / 2],
            days.size(),
            Xmr.natural(weeks.points(counts, counts)),
            days(days, counts.length),
            notes)
        .within(() -> Interval.quantile(ofWeeks, 0.5));
  }

  private static String noWeek(Dossier dossier, Rollouts rollouts) {
    return Weeks.of(dossier.window, 0).count() == 0
        ? Texts.say("metrics.dev-lake.the-period-holds-no")
        : Texts.say(
            "metrics.dev-lake.deployments-of-are-known",
            dossier.facts.system(),
            dossier.day(rollouts.begin() * 1000));
  }

  private static Receipt days(Map<LocalDate, Integer> days, int weeks) {
    List<Map.Entry<LocalDate, Integer>> rows = new ArrayList<>(days.entrySet());
    String says =
        Texts.say(
            "metrics.dev-lake.with-a-deployment-in",
            Say.counted(days.size(), "day"),
            Say.counted(weeks, "week"));
    return new Receipt(
        says,
        Texts.all("column.day", "column.deployments"),
        rows.size(),
        i -> {
          Map.Entry<LocalDate, Integer> row = rows.get(rows.size() - 1 - i);
          return List.of(Cell.of(row.getKey()), Cell.of(row.getValue()));
        });
  }

  /** Every incident of every service on the latest success of any service before it. */
  private record Links(Map<String, List<Incident>> byDeployment) {

    static Links of(Dossier dossier) {
      List<Deployment> all = sorted(dossier.facts.everyDeployment());
      Map<String, List<Incident>> links = new HashMap<>();
      for (Incident incident : dossier.facts.everyIncident()) {
        Deployment last = last(all, incident.detectedAt());
        if (last != null) {
          links.computeIfAbsent(last.key(), key -> new ArrayList<>()).add(incident);
        }
      }
      return new Links(links);
    }

    /** By time; a copy only where they are not. */
    private static List<Deployment> sorted(List<Deployment> all) {
      long before = Long.MIN_VALUE;
      for (Deployment one : all) {
        long at = Rollouts.time(one);
        if (at < before) {
          return all.stream()
              .sorted(Comparator.comparingLong(Rollouts::time).thenComparing(Deployment::key))
              .toList();
        }
        before = at;
      }
      return all;
    }

    private static @Nullable Deployment last(List<Deployment> all, @Nullable Instant detected) {
      if (detected == null) {
        return null;
      }
      int low = 0;
      int high = all.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (Rollouts.time(all.get(middle)) <= detected.toEpochMilli()) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      while (low > 0 && all.get(low - 1).outcome() != Outcome.SUCCESS) {
        low--;
      }
      return low == 0 ? null : all.get(low - 1);
    }

    List<Incident> of(Rollout rollout) {
      return byDeployment.getOrDefault(rollout.key(), List.of());
    }
  }

  private static Reading changeFail(Metric metric, Dossier dossier) {
    Rollouts rollouts = dossier.once(Rollouts.class, Rollouts::of);
    Links links = dossier.once(Links.class, Links::of);
    Notes notes = new Notes();
    rollouts.note(notes);
    List<Rollout> all = rollouts.successes();
    notes.leave(
        Texts.say("metrics.dev-lake.failed-deployments"), rollouts.inWindow().size() - all.size());
    if (all.isEmpty()) {
      return dossier.unknown(metric, Silence.of(dossier, rollouts), notes);
    }
    Set<Rollout> failed = new HashSet<>();
    all.stream().filter(one -> !links.of(one).isEmpty()).forEach(failed::add);
    return Rates.share(
        metric,
        dossier,
        all,
        one -> failed.contains(one) ? Verdicts.name(links.of(one).getFirst()) : null,
        Texts.say("metrics.dev-lake.ran-last-of-all"),
        notes);
  }

  private static Reading recovery(Metric metric, Dossier dossier) {
    Links links = dossier.once(Links.class, Links::of);
    Sampled<Incident> sampled = new Sampled<>();
    sampled.spans.lower();
    int open = 0;
    int contradicted = 0;
    for (Rollout rollout : dossier.once(Rollouts.class, Rollouts::of).successes()) {
      for (Incident incident : links.of(rollout)) {
        Instant resolved = incident.resolvedAt();
        if (Closings.isContradicted(incident)) {
          contradicted++;
        } else if (resolved == null || resolved.toEpochMilli() < rollout.at) {
          open++;
        } else {
          sampled.add(incident, rollout.at, (resolved.toEpochMilli() - rollout.at) / 1000.0);
        }
      }
    }
    sampled.notes.leave(Texts.say("metrics.dev-lake.incidents-without-an-end"), open);
    sampled.notes.leave(RivalFacts.CONTRADICTED, contradicted);
    return RivalFacts.incidents(
        metric, dossier, sampled, Texts.say("metrics.dev-lake.from-the-finish-of"));
  }
}
