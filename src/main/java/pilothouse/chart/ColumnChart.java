package pilothouse.chart;

import java.util.List;

/** Draws columns with their values above them where there is room. */
final class ColumnChart {
  private static final int LEFT = 58;
  private static final int TOP = 26;
  private static final int BOTTOM = 24;
  private static final int HEIGHT = 190;

  private ColumnChart() {}

  static String draw(String title, String describes, Axis axis, List<Bar> bars, int width) {
    Svg svg = new Svg("columns", width, HEIGHT, title, describes);
    double highest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    Scale scale = axis.scale(0, highest, 3);
    int right = width - 12;
    svg.text("unit", 2, 12, "start", axis.unit());
    for (double tick : scale.ticks()) {
      double y = scale.place(tick, HEIGHT - BOTTOM, TOP);
      svg.line(tick == 0 ? "zero" : "grid", LEFT, y, right, y);
      svg.text("tick", LEFT - 7, y + 4, "end", axis.says().apply(tick));
    }
    double slot = (double) (right - LEFT) / Math.max(1, bars.size());
    int every = (int) Math.max(1, Math.ceil(46 / slot));
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double y = scale.place(bar.value(), HEIGHT - BOTTOM, TOP);
      double x = LEFT + i * slot;
      double gap = Math.min(6, slot * 0.2);
      String tip = bar.label() + ": " + bar.says();
      svg.rect("column", x + gap / 2, y, slot - gap, HEIGHT - BOTTOM - y, tip);
      if (i % every == 0) {
        svg.text("tick", x + slot / 2, HEIGHT - 6, "middle", bar.label());
      }
    }
    return svg.done();
  }
}
