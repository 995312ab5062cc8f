package pilothouse.metrics.delivery;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.History;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Receipt.Leads;
import pilothouse.metrics.delivery.Load.Brought;
import pilothouse.metrics.delivery.Load.Out;
import pilothouse.metrics.delivery.Story.Match;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** How long changes took from being written to running in production. */
final class LeadTimes {
  private static String negative() {
    return Texts.say("metrics.lead-times.negative");
  }

  private static String unwritten() {
    return Texts.say("metrics.lead-times.unwritten");
  }

  private final Dossier dossier;
  private final Spans spans = new Spans();
  private final List<Rollout> rollouts = new ArrayList<>();
  private final List<Brought> changes = new ArrayList<>();
  private final Map<Match, Integer> matches = new EnumMap<>(Match.class);
  private final Map<Out, Integer> outs = new EnumMap<>(Out.class);
  private final Set<ChangeRequest> brought = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Brought> negative = new ArrayList<>();
  private final List<Rollout> firsts = new ArrayList<>();
  private int unwritten;
  private int offHead;
  private int merged;
  private int byOrder;

  static LeadTimes of(Dossier dossier) {
    return new LeadTimes(dossier);
  }

  private LeadTimes(Dossier dossier) {
    this.dossier = dossier;
    Loads loads = dossier.once(Loads.class, Loads::of);
    for (Rollout rollout : dossier.once(Rollouts.class, Rollouts::of).inWindow()) {
      Load load = loads.of(rollout);
      Out out = load.out();
      if (out == Out.FIRST) {
        firsts.add(rollout);
      }
      if (out != null) {
        outs.merge(out, 1, Integer::sum);
      }
      offHead += load.offHead();
      byOrder += load.byOrder() ? 1 : 0;
      load.changes().forEach(change -> take(rollout, change));
    }
  }

  private void take(Rollout rollout, Brought change) {
    if (change.request() != null) {
      brought.add(change.request());
    }
    String out = leftOut(rollout, change);
    if (out != null) {
      unwritten += out.equals(unwritten()) ? 1 : 0;
      if (out.equals(negative())) {
        negative.add(change);
      }
      return;
    }
    spans.add(rollout.at, seconds(rollout, change));
    rollouts.add(rollout);
    changes.add(change);
    matches.merge(change.match(), 1, Integer::sum);
    merged += change.merged() ? 1 : 0;
  }

  static double seconds(Rollout rollout, Brought change) {
    return (rollout.at - change.writtenAt()) / 1000.0;
  }

  /** Why a change is not in the number; null when it is. */
  static @Nullable String leftOut(Rollout rollout, Brought change) {
    if (change.writtenAt() == Brought.UNWRITTEN) {
      return unwritten();
    }
    return rollout.at < change.writtenAt() ? negative() : null;
  }

  static Reading read(Metric metric, Dossier dossier, double quantile) {
    return dossier.once(LeadTimes.class, LeadTimes::of).read(metric, quantile);
  }

  private Reading read(Metric metric, double quantile) {
    Notes notes = notes();
    Double value = spans.quantile(quantile);
    if (value == null) {
      return dossier.unknown(metric, why(), notes);
    }
    return dossier
        .known(
            metric,
            value,
            spans.size(),
            spans.weekly(dossier.weeks(), quantile),
            receipt(quantile),
            notes)
        .within(() -> spans.interval(quantile));
  }

  private String why() {
    Rollouts all = dossier.once(Rollouts.class, Rollouts::of);
    if (all.successes().isEmpty()) {
      return Silence.of(dossier, all);
    }
    if (unwritten > 0) {
      return Texts.say("metrics.lead-times.nobody-told-when-the");
    }
    if (outs.getOrDefault(Out.UNKNOWN, 0) + outs.getOrDefault(Out.BEFORE, 0) > 0) {
      return Texts.say("metrics.lead-times.no-history-and-no");
    }
    if (outs.getOrDefault(Out.UNNAMED, 0) > 0) {
      return Texts.say("metrics.lead-times.the-deployments-name-no");
    }
    if (outs.getOrDefault(Out.FIRST, 0) > 0) {
      return Texts.say("metrics.lead-times.only-a-first-deployment");
    }
    return Texts.say("metrics.lead-times.the-deployments-of-this");
  }

  private Notes notes() {
    Notes notes = new Notes();
    dossier.once(Rollouts.class, Rollouts::of).note(notes);
    outs.forEach((out, count) -> {
      boolean several = out == Out.FIRST && count > 1;
      notes.leave(several ? Texts.say("delivery.out.several", out.says()) : out.says(), count);
    });
    StringBuilder which = new StringBuilder(negative());
    for (int i = 0; i < Math.min(3, negative.size()); i++) {
      which.append(i == 0 ? ": " : ", ").append(id(negative.get(i), 10));
    }
    notes.leave(which + (negative.size() > 3 ? " …" : ""), negative.size());
    notes.leave(unwritten(), unwritten);
    notes.leave(Texts.say("metrics.lead-times.changes-on-branches-beside"), offHead);
    History history = dossier.facts.history();
    boolean shallow = history != null && history.coverage().shallow();
    notes.leave(Texts.say("metrics.lead-times.history-is-cut-off"), shallow ? 1 : 0);
    List<ChangeRequest> requests = dossier.once(Requests.class, Requests::of).merged;
    long with = 0;
    long waiting = 0;
    for (ChangeRequest request : requests) {
      if (dossier.holds(RequestMetrics.merged(request)) && !brought.contains(request)) {
        boolean early = isBeforeFirst(request);
        with += early ? 1 : 0;
        waiting += early ? 0 : 1;
      }
    }
    notes.leave(Texts.say("metrics.lead-times.change-requests-merged-in"), with);
    notes.leave(Texts.say("metrics.lead-times.change-requests-merged-in-2"), waiting);
    int none = requests.isEmpty() ? 0 : matches.getOrDefault(Match.NONE, 0);
    notes.leave(Texts.say("metrics.lead-times.counted-all-the-same"), none);
    return notes.leave(Texts.say("metrics.lead-times.counted-all-the-same-2"), merged);
  }

  /** Whether it was merged by when the first known deployment, which brought all before, ended. */
  private boolean isBeforeFirst(ChangeRequest request) {
    long merged = RequestMetrics.merged(request);
    return firsts.stream()
        .filter(first -> isOf(request, first))
        .anyMatch(first -> merged <= first.at);
  }

  private static boolean isOf(ChangeRequest request, Rollout rollout) {
    String repository = Rollout.Repositories.name(request.repository());
    return rollout.repository().isEmpty()
        || repository.isEmpty()
        || rollout.repository().equals(repository);
  }

  private Receipt receipt(double quantile) {
    int n = spans.size();
    return new Receipt(
        says(quantile),
        Texts.all(
            "column.change",
            "column.written",
            "column.deployed",
            "column.hours",
            "metrics.lead-times.change-request",
            "metrics.lead-times.matched-by",
            "column.title"),
        n,
        row -> row(n - 1 - row));
  }

  private String says(double quantile) {
    List<String> by = new ArrayList<>();
    matches.forEach((match, count) -> by.add(match.says() + ": " + Say.count(count)));
    String key = quantile == 0.5 ? "metrics.lead-times.middle" : "metrics.lead-times.nine-of-ten";
    StringBuilder says = new StringBuilder(Texts.say(key, String.join("; ", by)));
    if (byOrder > 0) {
      says.append(' ').append(Texts.say("metrics.lead-times.no-history"));
      String part = dossier.facts.folder();
      says.append(part.isEmpty() ? "" : " " + Texts.say("metrics.lead-times.folder", part));
    }
    return says.toString();
  }

  private List<Cell> row(int i) {
    Brought change = changes.get(i);
    ChangeRequest request = change.request();
    return List.of(
        cell(change),
        dossier.time(change.writtenAt()),
        dossier.time(rollouts.get(i).at),
        Dossier.hours(spans.value(i)),
        Cell.of(request == null ? "" : name(request)),
        Cell.of(change.match().says()),
        Cell.of(title(dossier, change)));
  }

  private Cell cell(Brought change) {
    String id = id(change, 64);
    return change.commit() >= 0 ? new Cell(id, Leads.COMMIT) : Cell.of(id);
  }

  private String id(Brought change, int most) {
    String id = revision(dossier, change);
    return id.substring(0, Math.min(most, id.length()));
  }

  /** The commit's id; empty where only the request is known. */
  static String revision(Dossier dossier, Brought change) {
    History history = dossier.facts.history();
    if (change.commit() >= 0 && history != null) {
      return history.commits().id(change.commit());
    }
    String revision = change.revision();
    return revision == null ? "" : revision;
  }

  /** The request's title or the commit's subject. */
  static String title(Dossier dossier, Brought change) {
    ChangeRequest request = change.request();
    String title = request == null ? null : request.title();
    if (title != null) {
      return title;
    }
    History history = dossier.facts.history();
    return change.commit() >= 0 && history != null
        ? history.commits().subjects()[change.commit()]
        : "";
  }

  /** {@code #12}, or the key of a request without a number. */
  static String name(ChangeRequest request) {
    return request.number() > 0 ? "#" + request.number() : request.key();
  }
}
