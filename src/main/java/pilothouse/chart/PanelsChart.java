package pilothouse.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Say;

/** Draws panels one below the other on one axis of time; each event crosses every one of them. */
final class PanelsChart {
  private static final int LEFT = 58;
  private static final int HEAD = 46;
  private static final int BODY = 130;
  private static final int BOTTOM = 24;
  private static final double ROOM = 58;
  private static final int MANY = 120;
  private static final double LABEL = 15;

  private final Panels panels;
  private final int width;
  private final int right;
  private final int height;
  private final Svg svg;

  private PanelsChart(Panels panels, int width) {
    this.panels = panels;
    this.width = width;
    this.right = width - 12;
    this.height = panels.panels().size() * (HEAD + BODY) + BOTTOM;
    this.svg = new Svg("panels", width, height, panels.title(), panels.describes());
  }

  static String draw(Panels panels, int width) {
    PanelsChart chart = new PanelsChart(panels, width);
    for (int i = 0; i < panels.panels().size(); i++) {
      chart.panel(panels.panels().get(i), i * (HEAD + BODY) + HEAD);
    }
    chart.dates();
    return chart.svg.done();
  }

  private double x(long seconds) {
    double from = panels.from().getEpochSecond();
    double to = panels.to().getEpochSecond();
    return LEFT + 6 + Math.clamp((seconds - from) / (to - from), 0, 1) * (right - LEFT - 12);
  }

  private void panel(Panels.Panel panel, int top) {
    Scale scale = scale(panel);
    int floor = top + BODY;
    svg.text("name", 2, top - 22, "start", panel.name());
    svg.text("unit", 2, top - 7, "start", panel.axis().unit());
    for (double tick : scale.ticks()) {
      double y = scale.place(tick, floor, top);
      svg.line(tick == 0 ? "zero" : "grid", LEFT, y, right, y);
      svg.text("tick", LEFT - 7, y + 4, "end", panel.axis().says().apply(tick));
    }
    Course.Limits limits = panel.limits();
    if (limits != null) {
      double upper = scale.place(limits.upper(), floor, top);
      double lower = scale.place(limits.lower(), floor, top);
      svg.rect("band", LEFT, upper, right - LEFT, lower - upper, "");
      svg.line("limit", LEFT, upper, right, upper);
      svg.line("limit", LEFT, lower, right, lower);
      double centre = scale.place(limits.centre(), floor, top);
      svg.line("centre", LEFT, centre, right, centre);
    }
    flags(top);
    values(panel, scale, top);
  }

  private Scale scale(Panels.Panel panel) {
    double lowest = 0;
    double highest = 0;
    for (Course.Point point : panel.points()) {
      Double value = point.value();
      if (value != null) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
    Course.Limits limits = panel.limits();
    return limits == null
        ? panel.axis().scale(lowest, highest, 3)
        : panel
            .axis()
            .scale(Math.min(lowest, limits.lower()), Math.max(highest, limits.upper()), 3);
  }

  /** Each with its label where that does not cover the one before. */
  private void flags(int top) {
    double free = LEFT;
    for (Panels.Flag flag : panels.flags()) {
      double at = x(flag.at().getEpochSecond());
      svg.line(flag.strong() ? "effect" : "event", at, top - 4, at, top + BODY);
      svg.diamond(flag.strong() ? "effect" : "event", at, top - 4, 3.5, flag.says());
      if (!flag.label().isEmpty() && at - LABEL / 2 >= free && at + LABEL / 2 <= width) {
        svg.text("label", at, top - 10, "middle", flag.label());
        free = at + LABEL / 2;
      }
    }
  }

  private void values(Panels.Panel panel, Scale scale, int top) {
    StringBuilder data = new StringBuilder();
    boolean open = false;
    List<Runnable> dots = new ArrayList<>();
    for (Course.Point point : panel.points()) {
      Double value = point.value();
      if (value == null) {
        open = false;
        continue;
      }
      double at = x(point.at().getEpochSecond());
      double y = scale.place(value, top + BODY, top);
      data.append(open ? 'L' : 'M').append(Svg.round(at)).append(' ').append(Svg.round(y));
      open = true;
      String tip = Say.day(point.at(), panels.zone()) + ": " + panel.axis().says().apply(value);
      dots.add(() -> svg.circle("point", at, y, 2.5, tip));
    }
    if (!data.isEmpty()) {
      svg.path("line", data.toString());
    }
    if (dots.size() <= MANY) {
      dots.forEach(Runnable::run);
    }
  }

  /** Below the lowest panel, where there is room. */
  private void dates() {
    List<Course.Point> days = days();
    Marks named = new Marks(days, panels.zone());
    double free = 0;
    for (int mark : named.places()) {
      double at = x(days.get(mark).at().getEpochSecond());
      if (at - ROOM / 2 >= free && at + ROOM / 2 <= width) {
        svg.line("mark", at, height - BOTTOM, at, height - BOTTOM + 4);
        svg.text("tick", at, height - 6, "middle", named.label(mark));
        free = at + ROOM / 2;
      }
    }
  }

  private List<Course.Point> days() {
    List<Course.Point> days = new ArrayList<>();
    LocalDate day = LocalDate.ofInstant(panels.from(), panels.zone());
    LocalDate last = LocalDate.ofInstant(panels.to(), panels.zone());
    for (; !day.isAfter(last) && days.size() < 40_000; day = day.plusDays(1)) {
      days.add(new Course.Point(day.atStartOfDay(panels.zone()).toInstant(), null, 0));
    }
    return days;
  }
}
