package pilothouse.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;

/** Draws a line of the size of a word, the last point marked. */
final class Sparkline {
  private static final int WIDTH = 96;
  private static final int HEIGHT = 22;

  private Sparkline() {}

  static String draw(String title, List<@Nullable Double> values) {
    double lowest = 0;
    double highest = 0;
    for (Double value : values) {
      if (value != null) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
    Scale scale = new Scale(lowest, highest > lowest ? highest : lowest + 1, 1);
    Svg svg = new Svg("spark", WIDTH, HEIGHT, title, Texts.say("chart.spark"));
    StringBuilder data = new StringBuilder();
    boolean open = false;
    double x = 0;
    double y = 0;
    for (int i = 0; i < values.size(); i++) {
      Double value = values.get(i);
      if (value == null) {
        open = false;
        continue;
      }
      x = 3 + (double) i / Math.max(1, values.size() - 1) * (WIDTH - 6);
      y = scale.place(value, HEIGHT - 3, 3);
      data.append(open ? 'L' : 'M').append(Svg.round(x)).append(' ').append(Svg.round(y));
      open = true;
    }
    if (!data.isEmpty()) {
      svg.path("line", data.toString()).circle("last", x, y, 2.2, "");
    }
    return svg.done();
  }
}
