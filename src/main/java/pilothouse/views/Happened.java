package pilothouse.views;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Says in one sentence what a series did: what rose or fell, or that nothing did. */
public final class Happened {
  /** From this many points on a third of them being signals may mean that it was no one process. */
  private static final int LONG = 60;

  /** A level that it left and came to is told as that: so many are more than can be told. */
  private static final int LEVELS = 3;

  /** Why a known value has no course. */
  public static String notDrawn() {
    return Texts.say("views.happened.not-drawn");
  }

  private Happened() {}

  /** Whether there is no value to draw. */
  static boolean isBlank(Series series) {
    return series.points().stream().allMatch(point -> point.value() == null);
  }

  /**
   * The last thing that a series did.
   *
   * @param says what rose or fell, without a subject and a full stop
   * @param up whether it rose
   * @param outside whether it left the limits
   * @param since when it began
   */
  public record Turn(String says, boolean up, boolean outside, Instant since) {}

  /** What the series did in its last points; null when that is noise. */
  public static @Nullable Turn lately(Reading reading, ZoneId zone, int points) {
    Series series = reading.series();
    List<Shift> shifts = seen(reading);
    if (shifts.isEmpty()
        || shifts.getLast().isStart(series)
        || shifts.getLast().last() < series.points().size() - points) {
      return null;
    }
    Shift last = shifts.getLast();
    Instant since = series.points().get(last.first()).at();
    return new Turn(ShiftWords.says(last, reading, zone), last.up(), last.outside(), since);
  }

  /** The title of the series. */
  public static String says(Reading reading, ZoneId zone) {
    Series series = reading.series();
    if (series.points().isEmpty()) {
      String unknown = reading.unknown();
      return unknown == null ? "" : Say.sentence(unknown);
    }
    if (isBlank(series)) {
      return notDrawn();
    }
    String points = Say.counted(series.points().size(), "period");
    if (series.limits() == null) {
      String flat = flat(reading);
      return flat != null
          ? flat
          : points
              + (series.points().size() < 10
                  ? Texts.say("views.happened.too-few-for-limits")
                  : Texts.say("views.happened.no-limits-drawn"));
    }
    if (isNoOneProcess(series)) {
      return Texts.say("views.happened.too-many-changes-in", points);
    }
    List<Shift> shifts = seen(reading);
    if (shifts.isEmpty()) {
      return Texts.say("views.happened.no-change-that-is");
    }
    long others = shifts.subList(0, shifts.size() - 1).stream().filter(Shift::isLasting).count();
    return Say.sentence(ShiftWords.says(shifts.getLast(), reading, zone))
        + (others == 0 ? "" : "; " + Say.counted(others, "earlier shift"));
  }

  /** A series that never moved; null when it did. */
  private static @Nullable String flat(Reading reading) {
    List<Double> values =
        reading.series().points().stream()
            .<@Nullable Double>map(Series.Point::value)
            .filter(Objects::nonNull)
            .toList();
    return values.size() < 2 || values.stream().distinct().count() > 1
        ? null
        : Texts.say(
            "views.happened.in-each-of",
            Shown.say(reading.metric().unit(), values.getFirst()),
            Say.counted(values.size(), ShiftWords.isWeekly(reading.series()) ? "week" : "period"));
  }

  private static List<Shift> seen(Reading reading) {
    Series series = reading.series();
    List<Shift> seen = Shift.of(series).stream().filter(shift -> shift.isSeen(reading)).toList();
    return seen.size() > 1 && seen.getFirst().isStart(series) ? seen.subList(1, seen.size()) : seen;
  }

  /** Whether limits say nothing here: over so long a time the work was not one process. */
  static boolean isNoOneProcess(Series series) {
    int points = series.points().size();
    long signalled = series.signals().stream().mapToInt(Series.Signal::point).distinct().count();
    return points >= LONG
        && signalled * 3 > points
        && Shift.of(series).stream().filter(Shift::isLasting).count() >= LEVELS;
  }
}
