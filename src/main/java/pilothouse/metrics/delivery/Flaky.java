package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Build;
import pilothouse.evidence.facts.Outcome;
import pilothouse.evidence.facts.TestCase;
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
import pilothouse.text.Texts;

/** What gives both answers on the same commit. */
final class Flaky {
  static final Entry JOBS =
      Catalogue.entry("flaky-jobs", Unit.COUNT, Better.LOWER, "pipeline-success-rate", Flaky::jobs);

  static final Entry TESTS =
      Catalogue.entry(
          "flaky-tests", Unit.COUNT, Better.LOWER, "pipeline-success-rate", Flaky::tests);

  private final Map<String, Seen> seen = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private int withoutRevision;
  private int inJobs;
  private int withoutAnswer;
  private long begin;

  /** The answers of one job or test on one commit. */
  private static final class Seen {
    final String name;
    final String revision;
    int good;
    int bad;
    long last;

    Seen(String name, String revision) {
      this.name = name;
      this.revision = revision;
    }

    boolean isFlaky() {
      return good > 0 && bad > 0;
    }
  }

  private Flaky(Dossier dossier) {
    this.begin = dossier.to;
  }

  private void take(Dossier dossier, String name, @Nullable String revision, long at, int answer) {
    begin = Math.min(begin, at);
    if (!dossier.holds(at)) {
      return;
    }
    if (answer == 0) {
      withoutAnswer++;
    } else if (revision == null) {
      withoutRevision++;
    } else {
      names.add(name);
      Seen one = seen.computeIfAbsent(name + '\n' + revision, key -> new Seen(name, revision));
      one.good += answer > 0 ? 1 : 0;
      one.bad += answer < 0 ? 1 : 0;
      one.last = Math.max(one.last, at);
    }
  }

  private static Reading jobs(Metric metric, Dossier dossier) {
    Flaky flaky = new Flaky(dossier);
    Set<String> withJobs = new HashSet<>();
    for (Build build : dossier.facts.builds()) {
      if (build.job() != null) {
        withJobs.add(build.repository() + "\n" + build.name());
      }
    }
    for (Build build : dossier.facts.builds()) {
      String pipeline = build.repository() + "\n" + build.name();
      if (build.job() != null || !withJobs.contains(pipeline)) {
        String name = Dossier.text(build.name());
        name = build.job() == null ? name : name + " / " + build.job();
        int answer =
            build.outcome() == Outcome.SUCCESS ? 1 : build.outcome() == Outcome.FAILURE ? -1 : 0;
        flaky.take(dossier, name, build.revision(), BuildMetrics.at(build), answer);
      } else if (dossier.holds(BuildMetrics.at(build))) {
        flaky.inJobs++;
      }
    }
    return flaky.read(metric, dossier, "job", BuildMetrics.silence(dossier));
  }

  private static Reading tests(Metric metric, Dossier dossier) {
    Flaky flaky = new Flaky(dossier);
    for (TestCase test : dossier.facts.tests()) {
      int answer =
          switch (test.result()) {
            case PASSED -> 1;
            case FAILED -> -1;
            case SKIPPED -> 0;
          };
      String name = test.suite() + " " + test.name();
      flaky.take(dossier, name, test.revision(), test.at().toEpochMilli(), answer);
    }
    return flaky.read(metric, dossier, "test", TestMetrics.silence(dossier));
  }

  private Reading read(Metric metric, Dossier dossier, String noun, String silence) {
    Notes notes = new Notes();
    notes.leave(Texts.say("metrics.flaky.runs-that-were-skipped", noun), withoutAnswer);
    notes.leave(Texts.say("metrics.flaky.runs-that-name-no", noun), withoutRevision);
    notes.leave(Texts.say("metrics.flaky.runs-of-whole-pipelines"), inJobs);
    if (seen.isEmpty()) {
      String why = withoutRevision > 0 ? Texts.say("metrics.flaky.no-run-of-this") : silence;
      return dossier.unknown(metric, why, notes);
    }
    List<Seen> found = new ArrayList<>();
    seen.values().stream().filter(Seen::isFlaky).forEach(found::add);
    found.sort(Comparator.comparingLong((Seen one) -> one.last).reversed());
    Weeks weeks = dossier.weeks(Math.floorDiv(begin, 1000L));
    long[] counts = new long[weeks.count()];
    for (Seen one : found) {
      int week = weeks.of(Math.floorDiv(one.last, 1000L));
      if (week >= 0) {
        counts[week]++;
      }
    }
    return dossier.known(
        metric,
        (double) found.stream().map(one -> one.name).distinct().count(),
        names.size(),
        Xmr.natural(weeks.points(counts, counts)),
        receipt(dossier, noun, found),
        notes);
  }

  private static Receipt receipt(Dossier dossier, String noun, List<Seen> found) {
    return new Receipt(
        Texts.say("metrics.flaky.each-commit-on-which"),
        List.of(noun, "commit", "succeeded", "failed", "last"),
        found.size(),
        i -> {
          Seen one = found.get(i);
          return List.of(
              Cell.of(one.name),
              Cell.of(one.revision),
              Cell.of(one.good),
              Cell.of(one.bad),
              dossier.time(one.last));
        });
  }
}
