package pilothouse.metrics.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Series;
import pilothouse.metrics.Xmr;
import pilothouse.text.Texts;

/** What is found while a series is judged, until the verdict is written below it. */
final class Sheet {
  private final Cut whole;
  private final Expect expect;
  private final DoubleFunction<String> says;
  private final List<String> accounts = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private Cut judged;
  private Judgement.@Nullable Baseline baseline;
  private Series.@Nullable Limits plain;
  private Series.@Nullable Limits limits;
  private @Nullable Level level;
  private Judgement.@Nullable Change change;
  private List<Hit> hits = List.of();

  Sheet(Cut whole, Expect expect, DoubleFunction<String> says) {
    this.whole = whole;
    this.expect = expect;
    this.says = says;
    this.judged = whole;
  }

  void account(String sentence) {
    accounts.add(sentence);
  }

  void take(Grain grain) {
    judged = grain.cut();
    if (grain.account() != null) {
      accounts.add(grain.account());
    }
  }

  String say(double value) {
    return says.apply(value);
  }

  /** The limits of the baseline; they stop at zero where nothing of the series is below it. */
  Series.Limits limits(double[] base) {
    Series.Limits found = Xmr.limits(base, Double.NEGATIVE_INFINITY);
    if (found == null) {
      throw new IllegalStateException("limits of " + base.length + " points");
    }
    return isNatural() ? stopped(found) : found;
  }

  /** Whether nothing of the series is below zero. */
  private boolean isNatural() {
    return whole.all().stream().allMatch(point -> point.value() >= 0);
  }

  private static Series.Limits stopped(Series.Limits of) {
    return new Series.Limits(
        of.centre(), Math.max(0, of.lower()), of.upper(), of.meanMovingRange(), of.rangeLimit());
  }

  /** Where neighbours are alike, their ranges are too small by √(1 − how alike they are). */
  Series.Limits widened(Series.Limits of, Memory memory) {
    double range = of.meanMovingRange() / Math.sqrt(1 - memory.next());
    double lower = of.centre() - 2.66 * range;
    return new Series.Limits(
        of.centre(),
        isNatural() ? Math.max(0, lower) : lower,
        of.centre() + 2.66 * range,
        range,
        3.268 * range);
  }

  List<Hit> hits(Cut cut, Series.Limits against) {
    double[] after = Cut.values(cut.after());
    return Xmr.signals(after, against).stream()
        .map(signal -> {
          Dated point = cut.after().get(signal.point());
          return new Hit(
              point.day(), point.value(), signal.rule(), point.value() > against.centre());
        })
        .toList();
  }

  void lock(Cut cut, Series.Limits before, Series.Limits used, List<Hit> fired) {
    List<Dated> base = cut.last(Judging.LOCKED);
    baseline = new Judgement.Baseline(base.getFirst().day(), base.getLast().day(), base.size());
    plain = before;
    limits = used;
    hits = fired;
  }

  void compare(Level levels) {
    level = levels;
    change = new Judgement.Change(levels.before(), levels.after(), levels.low(), levels.high());
  }

  /** The means alone, where before the effect nothing tells how far chance reaches. */
  void means(double before, double after) {
    change = new Judgement.Change(before, after, null, null);
  }

  /** Whether a rule fires on the side to which the level moved. */
  boolean fires(int way, boolean firstRuleOnly) {
    return hits.stream()
        .anyMatch(hit -> (hit.rule() == 1 || !firstRuleOnly) && hit.above() == way > 0);
  }

  boolean firstRuleFired() {
    return hits.stream().anyMatch(hit -> hit.rule() == 1);
  }

  Judgement moved(int way) {
    boolean up = way > 0;
    List<Hit> fired = hits.stream().filter(hit -> hit.above() == up).toList();
    for (int rule = 1; rule <= 3; rule++) {
      int of = rule;
      long points = fired.stream().filter(hit -> hit.rule() == of).count();
      if (points > 0) {
        reasons.add(Texts.kept("kept.verdict.rule." + rule + (up ? "-above" : "-below"), points));
      }
    }
    Level now = level;
    Judgement.Change means = change;
    if (now != null) {
      reasons.add(
          Texts.kept(
              "kept.verdict.level-moved",
              say(now.before()),
              say(now.after()),
              say(Math.min(Math.abs(now.low()), Math.abs(now.high()))),
              say(Math.max(Math.abs(now.low()), Math.abs(now.high())))));
      reasons.add(Texts.kept("kept.verdict.interval-of-what-moved"));
    } else if (means != null) {
      reasons.add(Texts.kept("kept.verdict.level-went", say(means.before()), say(means.after())));
    }
    return end(
        expect.isBetter(way) ? Verdict.MOVED_BETTER : Verdict.MOVED_WORSE,
        Texts.kept("kept.verdict.no-cause"));
  }

  Judgement early(int after) {
    return end(Verdict.TOO_EARLY, Texts.kept("kept.verdict.few-after", after, Judging.ENOUGH));
  }

  /** Eight points or more, and nothing that chance would not explain. */
  Judgement still(Level now) {
    String why =
        hits.isEmpty()
            ? Texts.kept("kept.verdict.no-rule", judged.after().size())
            : now.way() == 0
                ? Texts.kept("kept.verdict.rule-without-level", hits.size())
                : Texts.kept("kept.verdict.rule-other-way");
    reasons.add(why);
    return end(
        Verdict.NO_DETECTABLE_CHANGE,
        Texts.kept("kept.verdict.level-same", say(now.before()), say(now.after())));
  }

  Judgement end(Verdict verdict, String reason) {
    reasons.add(reason);
    return new Judgement(
        verdict,
        expect,
        whole.day(),
        judged.all(),
        new Judgement.Used(judged.before().size(), judged.after().size()),
        baseline,
        limits,
        plain,
        change,
        hits,
        accounts,
        reasons);
  }
}
