package pilothouse.chart;

import java.util.ArrayList;
import java.util.List;

/** Maps values to pixels and finds round ticks: steps of 1, 2 or 5 times a power of ten. */
record Scale(double from, double to, double step) {

  /** A scale from 0, or below it, to a round value at or above the highest. */
  static Scale around(double lowest, double highest, int ticks) {
    double low = Math.min(0, lowest);
    double high = highest <= low ? low + 1 : highest;
    double step = roundStep((high - low) / ticks);
    return new Scale(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
  }

  /** The same for seconds: steps of whole seconds, minutes, hours, days or weeks. */
  static Scale ofTime(double lowest, double highest, int ticks) {
    double[] steps = {
      1,
      5,
      15,
      30,
      60,
      300,
      900,
      1_800,
      3_600,
      7_200,
      21_600,
      43_200,
      86_400,
      172_800,
      432_000,
      864_000,
      1_728_000,
      4_320_000,
      8_640_000,
      17_280_000,
      31_536_000
    };
    double low = Math.min(0, lowest);
    double high = highest <= low ? low + 60 : highest;
    double step = steps[steps.length - 1];
    for (int i = steps.length - 1; i >= 0 && steps[i] * ticks >= high - low; i--) {
      step = steps[i];
    }
    step *= Math.max(1, Math.ceil((high - low) / ticks / step));
    return new Scale(Math.floor(low / step) * step, Math.ceil(high / step) * step, step);
  }

  private static double roundStep(double raw) {
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double digit = raw / power;
    return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    long count = Math.round((to - from) / step);
    for (long i = 0; i <= count; i++) {
      ticks.add(from + i * step);
    }
    return ticks;
  }

  /** Where a value lies between the two pixels. */
  double place(double value, double atFrom, double atTo) {
    return atFrom + (value - from) / (to - from) * (atTo - atFrom);
  }
}
