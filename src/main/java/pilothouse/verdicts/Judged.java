package pilothouse.verdicts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.judging.Dated;
import pilothouse.metrics.judging.Judgement;
import pilothouse.metrics.judging.ToldJudgement;
import pilothouse.metrics.judging.Verdict;

/**
 * A verdict, as it was reached once. It is never changed: what later facts would say stands in
 * another one beside it.
 *
 * @param number 1 for the first of a prediction; 0 for one that is not kept, before its day
 * @param until the last day whose facts are in it
 * @param points that were judged, the newest of them where they are very many
 * @param events what else happened around the effect
 */
public record Judged(
    int number,
    Instant at,
    LocalDate until,
    Verdict verdict,
    ToldJudgement judgement,
    List<Dated> points,
    List<Event> events) {
  public Judged {
    points = List.copyOf(points);
    events = List.copyOf(events);
  }

  /**
   * The last day on which something could have moved the number: that of the point which showed the
   * move first, of a weekly one its Sunday. Where nothing moved, the last day that was judged.
   */
  LocalDate moved() {
    Judgement.Change level = judgement.level();
    boolean isWeekly = Looking.isWeekly(points);
    return verdict.isMove()
        ? judgement.signals().stream()
            .filter(at ->
                level == null
                    || at.side().equals(level.after() > level.before() ? "above" : "below"))
            .map(ToldJudgement.Signal::day)
            .min(LocalDate::compareTo)
            .or(() -> points.stream().map(Dated::day).max(LocalDate::compareTo))
            .map(day -> isWeekly ? day.plusDays(6) : day)
            .filter(day -> day.isBefore(until))
            .orElse(until)
        : until;
  }

  /** Whether it is kept. */
  public boolean isKept() {
    return number > 0;
  }

  /** Whether the mean went by that much at least. */
  static boolean isSoFar(Judgement.@Nullable Change level, double size) {
    return level != null && Math.abs(level.after() - level.before()) >= size;
  }

  /** Whether another says the same of the same facts. */
  boolean isAs(@Nullable Judged other) {
    return other != null && judgement.equals(other.judgement());
  }
}
