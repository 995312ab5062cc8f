package pilothouse.metrics.judging;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import pilothouse.metrics.Series;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * The verdict on a series: limits locked on the last 20 points before the effect, at least ten; it
 * moved where a rule of the process behaviour chart fires after it, and where chance does not
 * explain the new level once it is counted how alike neighbouring points are. [Ours]
 */
public final class Judging {
  static final int LOCKED = 20;
  static final int LEAST = 10;
  static final int ENOUGH = 8;
  private static final int HISTORY = 100;
  private static final int FRESH = 3;
  private static final double WORTH = 3;
  private static final double NOTED = 0.2;

  private final Sheet sheet;
  private final double chance;

  private Judging(Sheet sheet, double chance) {
    this.sheet = sheet;
    this.chance = chance;
  }

  /**
   * Judges a series.
   *
   * @param points oldest first, one a day at most
   * @param effect the first day on which the number could move
   * @param says a value in its unit
   */
  public static Judgement judge(
      List<Dated> points, LocalDate effect, Expect expect, DoubleFunction<String> says) {
    return judge(points, effect, expect, says, Level.CHANCE);
  }

  /** The same where chance alone may explain the new level that often. */
  static Judgement judge(
      List<Dated> points,
      LocalDate effect,
      Expect expect,
      DoubleFunction<String> says,
      double chance) {
    Cut whole = Cut.of(points, effect);
    Sheet sheet = new Sheet(whole, expect, says);
    if (whole.before().size() < LEAST) {
      return sheet.end(
          Verdict.CANNOT_TELL,
          Texts.kept("kept.verdict.no-baseline", whole.before().size(), LEAST));
    }
    if (whole.after().isEmpty()) {
      return sheet.end(Verdict.TOO_EARLY, Texts.kept("kept.verdict.nothing-after"));
    }
    return new Judging(sheet, chance).judge(whole);
  }

  private Judgement judge(Cut whole) {
    Season season = Season.of(whole);
    if (season.missing()) {
      return sheet.end(Verdict.CANNOT_TELL, Texts.kept("kept.verdict.season-unknown"));
    }
    if (season.isThere()) {
      sheet.account(Texts.kept("kept.verdict.season"));
    } else if (whole.isDaily() && whole.before().size() < Season.LEAST) {
      sheet.account(Texts.kept("kept.verdict.season-unseen", Season.LEAST));
    }
    Grain grain = Grain.of(season.outOf(whole));
    sheet.take(grain);
    if (grain.trouble() != null) {
      return sheet.end(Verdict.CANNOT_TELL, grain.trouble());
    }
    boolean own = grain.cut().before().size() == whole.before().size();
    return Grain.isSparse(grain.cut())
        ? constant(grain.cut())
        : judged(grain.cut(), season.isThere() && own ? 6 : 0);
  }

  /** All points before are the same: no limits, the eight in a row alone can tell. */
  private Judgement constant(Cut cut) {
    double level = cut.before().getLast().value();
    sheet.account(Texts.kept("kept.verdict.constant", sheet.say(level)));
    Series.Limits limits = new Series.Limits(level, level, level, 0, 0);
    List<Hit> hits = sheet.hits(cut, limits).stream().filter(hit -> hit.rule() == 3).toList();
    sheet.lock(cut, limits, limits, hits);
    if (!cut.after().isEmpty()) {
      sheet.means(level, Level.mean(Cut.values(cut.after())));
    }
    if (!hits.isEmpty() && hits.size() == cut.after().size() - ENOUGH + 1) {
      return sheet.moved(hits.getFirst().above() ? 1 : -1);
    }
    if (cut.after().size() < ENOUGH) {
      return sheet.early(cut.after().size());
    }
    boolean same = cut.after().stream().allMatch(point -> point.value() == level);
    return same
        ? sheet.end(Verdict.NO_DETECTABLE_CHANGE, Texts.kept("kept.verdict.still-constant"))
        : sheet.end(Verdict.CANNOT_TELL, Texts.kept("kept.verdict.constant-no-more"));
  }

  private Judgement judged(Cut cut, int spent) {
    double[] known = Cut.values(cut.last(HISTORY));
    double[] base = Cut.values(cut.last(LOCKED));
    double[] after = Cut.values(cut.after());
    double[] history = Settled.of(known, base.length, Memory.of(known, after));
    if (history.length < known.length) {
      sheet.account(Texts.kept("kept.verdict.moved-before", history.length));
    }
    Memory memory = Memory.of(history, after);
    Series.Limits plain = sheet.limits(base);
    boolean alike = memory.next() >= NOTED;
    Series.Limits wide = alike ? sheet.widened(plain, memory) : plain;
    if (alike) {
      sheet.account(
          Texts.kept(
              "kept.verdict.memory",
              Say.number(memory.next()),
              base.length,
              Math.max(1, Math.round(memory.worth(base.length)))));
    }
    List<Hit> hits = sheet.hits(cut, wide);
    sheet.lock(cut, plain, wide, hits);
    if (memory.worth(history.length) < WORTH) {
      return sheet.end(Verdict.CANNOT_TELL, Texts.kept("kept.verdict.too-alike"));
    }
    return compared(cut, history, memory, spent);
  }

  /** Whether the level after differs from that before, by more than chance and with a rule. */
  private Judgement compared(Cut cut, double[] history, Memory memory, int spent) {
    double[] after = Cut.values(cut.after());
    boolean few = after.length < ENOUGH;
    if (few && !sheet.firstRuleFired()) {
      return sheet.early(after.length);
    }
    Level level = Level.of(history, after, memory, spent, chance);
    sheet.compare(level);
    int way = sheet.fires(level.way(), few) ? level.way() : 0;
    double[] newest = Settled.of(history, FRESH, memory);
    if (way != 0
        && newest.length < history.length
        && Level.of(newest, after, memory, 0).way() != way) {
      return sheet.end(
          Verdict.CANNOT_TELL, Texts.kept("kept.verdict.moved-just-before", newest.length));
    }
    boolean whole = history.length == cut.last(HISTORY).size();
    Year year = Year.of(cut, level);
    if (way != 0 && year.explains(way, whole)) {
      return sheet.end(Verdict.CANNOT_TELL, Texts.kept("kept.verdict.year-repeats"));
    }
    if (way != 0 && !year.known()) {
      sheet.account(Texts.kept("kept.verdict.year-unseen"));
    }
    double[] recent =
        Arrays.copyOfRange(history, Math.max(0, history.length - Drift.MOST), history.length);
    Drift drift = Drift.of(recent, memory);
    if (drift.isThere() && !few) {
      return drifting(drift, way, Level.beyond(drift.line(), recent, after, memory).way());
    }
    return way != 0 ? sheet.moved(way) : few ? sheet.early(after.length) : sheet.still(level);
  }

  /** It was on its way before: only what moved against its line, too, moved. */
  private Judgement drifting(Drift drift, int way, int beyond) {
    boolean rose = drift.line().slope() > 0;
    sheet.account(Texts.kept(rose ? "kept.verdict.rising" : "kept.verdict.falling"));
    if (way != 0 && way == beyond) {
      return sheet.moved(way);
    }
    if (way == 0 && beyond == 0) {
      return sheet.end(Verdict.NO_DETECTABLE_CHANGE, Texts.kept("kept.verdict.still-on-its-way"));
    }
    return sheet.end(
        Verdict.CANNOT_TELL,
        Texts.kept(way == 0 ? "kept.verdict.left-its-way" : "kept.verdict.was-on-its-way"));
  }
}
