package pilothouse.chart;

import java.util.function.DoubleFunction;

/**
 * What the values of a chart are.
 *
 * @param unit in words, stands above the axis: "commits per week"
 * @param seconds whether values are spans, so that ticks fall on whole hours and days
 * @param says a value in words, unit included where it is short
 */
public record Axis(String unit, boolean seconds, DoubleFunction<String> says) {
  Scale scale(double lowest, double highest, int ticks) {
    return seconds ? Scale.ofTime(lowest, highest, ticks) : Scale.around(lowest, highest, ticks);
  }
}
