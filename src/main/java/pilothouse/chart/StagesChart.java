package pilothouse.chart;

import java.util.List;
import pilothouse.text.Texts;

/**
 * Draws stages in a row on one line of time: work is filled, waiting is hatched by hollow boxes;
 * numbers above lead to the list beside the picture.
 */
final class StagesChart {
  private static final int LEFT = 8;
  private static final int BAR = 34;
  private static final int TOP = 30;
  private static final double LEAST = 16;

  private StagesChart() {}

  static String draw(String title, String describes, List<Stage> stages, int width) {
    int height = TOP + BAR + 26;
    Svg svg = new Svg("stages", width, height, title, describes);
    double[] lengths = lengths(stages, width - 2.0 * LEFT);
    double x = LEFT;
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      String tip =
          stage.name()
              + ": "
              + stage.says()
              + (stage.waits() ? ", " + Texts.say("chart.waiting") : "");
      svg.rect(stage.waits() ? "waits" : "works", x, TOP, Math.max(1, lengths[i] - 2), BAR, tip);
      svg.text("number", x + lengths[i] / 2, TOP - 9, "middle", String.valueOf(i + 1));
      if (stage.says().length() * 6.6 < lengths[i]) {
        svg.text("tick", x + lengths[i] / 2, TOP + BAR + 17, "middle", stage.says());
      }
      x += lengths[i];
    }
    return svg.done();
  }

  /** As long as they take; the shortest are still wide enough to be seen and numbered. */
  private static double[] lengths(List<Stage> stages, double room) {
    double all = stages.stream().mapToDouble(Stage::seconds).sum();
    double free = room - LEAST * stages.size();
    double[] lengths = new double[stages.size()];
    for (int i = 0; i < lengths.length; i++) {
      double share = all > 0 ? stages.get(i).seconds() / all : 1.0 / lengths.length;
      lengths[i] = LEAST + share * free;
    }
    return lengths;
  }
}
