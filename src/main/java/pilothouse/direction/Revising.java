package pilothouse.direction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Amount;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;

/**
 * Changes what an outcome says after it began, with a reason: its words, its end, its targets.
 * Where it began, and by which numbers it is seen, stays; what was before stays beside it.
 */
record Revising(Ground ground, Caller caller) {
  private static final int BECAUSE = 500;

  /**
   * What shall hold from now on, as typed; null for what stays.
   *
   * @param targets by the ids of key results
   */
  record Revision(
      @Nullable String title,
      @Nullable String reason,
      @Nullable LocalDate dueOn,
      @Nullable Integer everyDays,
      Map<String, String> targets,
      String because) {}

  /**
   * The outcome as it is from now on.
   *
   * @throws Refused where that makes no sense, or nothing changes
   */
  Outcome of(Outcome before, Revision wish) {
    Steering.allowed(caller, Permission.CHANGE, before.place());
    Steering.open(before);
    List<String> problems = new ArrayList<>();
    Outcome after =
        before.saying(
            wish.title() == null ? before.title() : wish.title().strip(),
            wish.reason() == null ? before.why() : wish.reason().strip(),
            wish.dueOn() == null ? before.dueOn() : wish.dueOn(),
            wish.everyDays() == null ? before.everyDays() : wish.everyDays(),
            before.results().stream().map(one -> aimed(one, wish.targets(), problems)).toList());
    problems.addAll(OutcomeDraft.problems(before, after, ground.outcomes().today()));
    String because = wish.because().strip();
    if (because.isEmpty() || because.length() > BECAUSE) {
      problems.add(Texts.say("direction.revising.because", BECAUSE));
    }
    List<String> lines = lines(before, after);
    if (lines.isEmpty() && problems.isEmpty()) {
      problems.add(Texts.say("direction.revising.nothing"));
    }
    if (!problems.isEmpty()) {
      throw Refused.unfit(
          String.join(" ", problems), Texts.say("direction.statements.mend-and-send"));
    }
    ground.outcomes().change(before, after, lines, because, who(), ground.verdicts());
    ground.duties().settle(after.id(), who());
    return after;
  }

  private Who who() {
    return Who.of(caller);
  }

  private KeyResult aimed(KeyResult one, Map<String, String> targets, List<String> problems) {
    String typed = targets.getOrDefault(one.id(), "").strip();
    if (typed.isEmpty() || typed.equals(said(one))) {
      return one;
    }
    Amount.In in = one.in(ground.gauges());
    Optional<Double> target = in.parse(typed);
    if (target.isEmpty()) {
      problems.add(
          Texts.say("direction.beginning.is-no.target", Say.cut(typed, 60), one.says(), in.how()));
    } else if (target.get().equals(one.baseline())) {
      problems.add(Texts.say("direction.beginning.baseline-is-target", one.says()));
    }
    return target.map(one::aiming).orElse(one);
  }

  /** A target as its form offers it. */
  String said(KeyResult one) {
    return one.gauged()
        .map(gauge -> new Standings(ground.outcomes(), ground.gauges(), caller).read(gauge))
        .map(read -> read.says(one.target()))
        .orElseGet(() -> Standings.say(one.target(), one.unit()));
  }

  private List<String> lines(Outcome before, Outcome after) {
    List<String> lines = new ArrayList<>();
    line(lines, "kept.direction.changed.title", before.title(), after.title());
    line(lines, "kept.direction.changed.reason", before.why(), after.why());
    line(lines, "kept.direction.changed.due", day(before.dueOn()), day(after.dueOn()));
    line(lines, "kept.direction.changed.every", before.everyDays() + "", after.everyDays() + "");
    for (KeyResult one : after.results()) {
      before
          .result(one.id())
          .filter(old -> old.target() != one.target())
          .ifPresent(old ->
              lines.add(
                  Texts.kept("kept.direction.changed.target", one.says(), said(old), said(one))));
    }
    return lines;
  }

  private static String day(LocalDate day) {
    return Texts.english().saying(() -> Say.day(day));
  }

  private static void line(List<String> lines, String key, String before, String after) {
    if (!before.equals(after)) {
      lines.add(Texts.kept(key, before.isEmpty() ? "–" : before, after.isEmpty() ? "–" : after));
    }
  }
}
