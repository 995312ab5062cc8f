package pilothouse.debt.interest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes to an item's places cost more than the same team's others of the same size.
 *
 * @param key of the item
 * @param touches changes in the window that touched it
 * @param weeks of the window in which changes to its repositories are known; one at least
 * @param extra hours of one touch above others: the median over the touches of its hours less the
 *     median of the same team's others in the same band. May be below zero. Null where nothing can
 *     be compared
 * @param low of the extra hours, by bootstrap at 95 %; null below {@link #FEWEST} compared touches
 * @param n how many touches were compared
 * @param alone touches in bands in which the team has fewer than {@link Meter#OTHERS} others
 * @param timeless touches of which nobody told the hours
 * @param place where it is now
 * @param now what it is called now where it was renamed, some of many
 * @param changes what touched it, as indexes of {@link Merged}: the receipt; the latest first
 */
public record Interest(
    String key,
    int touches,
    double weeks,
    @Nullable Double extra,
    @Nullable Double low,
    @Nullable Double high,
    int n,
    int alone,
    int timeless,
    Place place,
    List<String> now,
    int[] changes) {
  /** Of fewer compared touches it is an estimate. */
  public static final int ENOUGH = 10;

  /** Of fewer compared touches no interval reaches 95 %. */
  public static final int FEWEST = 6;

  public Interest {
    now = List.copyOf(now);
  }

  /** Where the files of an item are now. */
  public enum Place {
    /** There are files where the item says. */
    HERE,
    /** They are called otherwise now. */
    MOVED,
    /** They were deleted. */
    GONE,
    /** No such file was ever known. */
    UNKNOWN
  }

  /** The same without its receipt, which is much to keep of many. */
  public Interest brief() {
    return new Interest(
        key, touches, weeks, extra, low, high, n, alone, timeless, place, now, new int[0]);
  }

  /** Touches per week. */
  public double perWeek() {
    return touches / weeks;
  }

  /** Whether too few touches were compared for more than an estimate. */
  public boolean isEstimate() {
    return n < ENOUGH;
  }

  /** Extra hours of one touch; null where unknown. */
  public @Nullable Range each() {
    Double likely = extra;
    return likely == null ? null : new Range(low, likely, high);
  }

  /**
   * Interest in hours a week that passed: touches per week × extra hours. Null where nobody knows,
   * as where nobody touched it: that says nothing of what it costs.
   */
  public @Nullable Range hours() {
    Range each = each();
    return each == null ? null : each.times(perWeek());
  }
}
