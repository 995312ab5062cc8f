package pilothouse.chart;

import java.util.List;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Draws a course: grid, limits, line, points, and diamonds where a signal fired. */
final class CourseChart {
  private static final int LEFT = 58;
  private static final int TOP = 26;
  private static final int BOTTOM = 24;

  /** What a label below the axis takes. */
  private static final double ROOM = 58;

  /** From so many points on the line alone is drawn: dots would touch. */
  private static final int MANY = 120;

  private final Course course;
  private final int width;
  private final int height;
  private final int right;
  private final Scale scale;
  private final Svg svg;

  private CourseChart(Course course, int width, int height) {
    this.course = course;
    this.width = width;
    this.height = height;
    this.right = width - 12;
    this.svg = new Svg("course", width, height, course.title(), course.describes());
    double lowest = 0;
    double highest = 0;
    for (Course.Point point : course.points()) {
      Double value = point.value();
      if (value != null) {
        lowest = Math.min(lowest, value);
        highest = Math.max(highest, value);
      }
    }
    Course.Limits limits = course.limits();
    if (limits != null) {
      lowest = Math.min(lowest, limits.lower());
      highest = Math.max(highest, limits.upper());
    }
    this.scale = course.axis().scale(lowest, highest, 4);
  }

  static String draw(Course course, int width, int height) {
    CourseChart chart = new CourseChart(course, width, height);
    chart.grid();
    chart.dates();
    chart.limits();
    chart.line();
    chart.points();
    return chart.svg.done();
  }

  private double x(int index) {
    int last = course.points().size() - 1;
    return last == 0
        ? (LEFT + right) / 2.0
        : LEFT + 6 + (double) index / last * (right - LEFT - 12);
  }

  private double y(double value) {
    return scale.place(value, height - BOTTOM, TOP);
  }

  private void grid() {
    svg.text("unit", 2, 12, "start", course.axis().unit());
    for (double tick : scale.ticks()) {
      svg.line(tick == 0 ? "zero" : "grid", LEFT, y(tick), right, y(tick));
      svg.text("tick", LEFT - 7, y(tick) + 4, "end", course.axis().says().apply(tick));
    }
  }

  private void dates() {
    Marks named = new Marks(course.points(), course.zone());
    List<Integer> marks = named.places();
    int step = step(marks);
    for (int m = 0; m < marks.size(); m += step) {
      double at = x(marks.get(m));
      if (at + ROOM / 2 <= width) {
        svg.line("mark", at, height - BOTTOM, at, height - BOTTOM + 4);
        svg.text("tick", at, height - 6, "middle", named.label(marks.get(m)));
      }
    }
  }

  /** Every how many-th mark has room for its label, so that labels stay evenly spaced. */
  private int step(List<Integer> marks) {
    int step = 1;
    for (int m = 0; m + step < marks.size(); m++) {
      while (m + step < marks.size() && x(marks.get(m + step)) - x(marks.get(m)) < ROOM) {
        step++;
      }
    }
    return step;
  }

  private void limits() {
    Course.Limits limits = course.limits();
    if (limits == null) {
      return;
    }
    double upper = y(limits.upper());
    svg.rect("band", LEFT, upper, right - LEFT, y(limits.lower()) - upper, "");
    svg.line("limit", LEFT, upper, right, upper);
    svg.line("limit", LEFT, y(limits.lower()), right, y(limits.lower()));
    svg.line("centre", LEFT, y(limits.centre()), right, y(limits.centre()));
    svg.text("note", right, TOP - 14, "end", legend(limits));
  }

  private String legend(Course.Limits limits) {
    var says = course.axis().says();
    String mean = says.apply(limits.centre());
    if (width < 500) {
      return Texts.say("chart.mean", mean);
    }
    String key = course.signals().isEmpty() ? "chart.limits" : "chart.limits.signal";
    return Texts.say(key, mean, says.apply(limits.lower()), says.apply(limits.upper()));
  }

  private void line() {
    StringBuilder data = new StringBuilder();
    boolean open = false;
    for (int i = 0; i < course.points().size(); i++) {
      Double value = course.points().get(i).value();
      if (value != null) {
        data.append(open ? 'L' : 'M')
            .append(Svg.round(x(i)))
            .append(' ')
            .append(Svg.round(y(value)));
        open = true;
      } else {
        open = false;
      }
    }
    if (!data.isEmpty()) {
      svg.path("line", data.toString());
    }
  }

  private void points() {
    boolean many = course.points().size() > MANY;
    for (int i = 0; i < course.points().size(); i++) {
      Course.Point point = course.points().get(i);
      Double value = point.value();
      if (value != null) {
        String tip = Say.day(point.at(), course.zone()) + ": " + course.axis().says().apply(value);
        String signal = course.signals().get(i);
        if (signal != null) {
          svg.diamond("signal", x(i), y(value), many ? 2.5 : 5, tip + ". " + signal);
        } else if (!many) {
          svg.circle("point", x(i), y(value), 2.5, tip);
        }
      }
    }
  }
}
