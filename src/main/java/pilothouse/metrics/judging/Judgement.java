package pilothouse.metrics.judging;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Series;

/**
 * What a series says of a change that was expected from a day on. It names no cause.
 *
 * @param points that were judged, oldest first: the series itself, or what was made of it
 * @param used how many points before the effect and after it were judged
 * @param baseline the points that the limits are locked on; null where there are none
 * @param limits that points after the effect were held against; null where there are none
 * @param plain the limits before anything was accounted for; null where there are none
 * @param level the levels before and after, with how far chance reaches; null where not compared
 * @param hits which rule fired where, after the effect
 * @param accounts what was accounted for, and how, in sentences that are kept
 * @param reasons for the verdict, in sentences that are kept
 */
public record Judgement(
    Verdict verdict,
    Expect expect,
    LocalDate effect,
    List<Dated> points,
    Used used,
    @Nullable Baseline baseline,
    Series.@Nullable Limits limits,
    Series.@Nullable Limits plain,
    @Nullable Change level,
    List<Hit> hits,
    List<String> accounts,
    List<String> reasons) {
  public Judgement {
    points = List.copyOf(points);
    hits = List.copyOf(hits);
    accounts = List.copyOf(accounts);
    reasons = List.copyOf(reasons);
  }

  /** How many points there were before the effect, and from it on. */
  public record Used(int before, int after) {}

  /** From which day to which, and how many points. */
  public record Baseline(LocalDate from, LocalDate to, int points) {}

  /**
   * The mean before, the mean after, and between what the true move lies at 95 %.
   *
   * @param low null where nothing moved before the effect, so that nobody knows how far chance goes
   * @param high null likewise
   */
  public record Change(double before, double after, @Nullable Double low, @Nullable Double high) {}
}
