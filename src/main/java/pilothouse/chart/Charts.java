package pilothouse.chart;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Draws charts as SVG: no script, no inline style, safe to put into a page as it is. Each picture
 * has a title and a description; a table of the same numbers belongs beside it.
 */
public final class Charts {
  private static final int WIDE = 720;
  private static final int NARROW = 340;

  private Charts() {}

  /** The course of a value with its limits, drawn for wide and for narrow places. */
  public static String course(Course course) {
    return both(width -> CourseChart.draw(course, width, width == WIDE ? 230 : 210));
  }

  /** Values over the same time, one below the other, and what happened meanwhile across them. */
  public static String panels(Panels panels) {
    return both(width -> PanelsChart.draw(panels, width));
  }

  /** Columns side by side, such as a histogram; labels stand below where there is room. */
  public static String columns(String title, String describes, Axis axis, List<Bar> bars) {
    return both(width -> ColumnChart.draw(title, describes, axis, bars, width));
  }

  /** A line of the size of a word; unknown values break it. */
  public static String spark(String title, List<@Nullable Double> values) {
    return Sparkline.draw(title, values);
  }

  /** A flat badge that stands alone in other pages; the text is safe to be anything. */
  public static String badge(String label, String value) {
    return Badge.draw(label, value);
  }

  /** The stages of one thing's way in a row, each as long as it takes. */
  public static String stages(String title, String describes, List<Stage> stages) {
    return both(width -> StagesChart.draw(title, describes, stages, width));
  }

  /** Things in columns with lines between them, placed so that few lines cross. */
  public static String graph(Graph graph) {
    return GraphChart.draw(graph);
  }

  /** Spans in seconds as columns of a histogram with few, round, growing classes. */
  public static List<Bar> spans(long[] seconds) {
    return Histogram.of(seconds);
  }

  private static String both(IntFunction<String> draw) {
    return "<div class=\"picture\"><div class=\"when-wide\">"
        + draw.apply(WIDE)
        + "</div><div class=\"when-narrow\">"
        + draw.apply(NARROW)
        + "</div></div>";
  }
}
