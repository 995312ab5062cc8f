package pilothouse.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GraphTest {
  private static final List<String> COLUMNS = List.of("Business", "Product", "System", "Work");

  @Test
  void whatCanBeDrawnWithoutCrossingsIs() {
    List<Graph.Tie> ties = new ArrayList<>();
    List<Graph.Knot> knots = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      knots.add(knot(0, "top " + i));
    }
    for (int i = 0; i < 5; i++) {
      knots.add(knot(1, "low " + i));
      ties.add(new Graph.Tie(5 + i, 4 - i, "turned round"));
    }
    assertEquals(0, GraphChart.crossings(graph(knots, ties)));
  }

  @Test
  void crossingsThatMustBeAreCounted() {
    List<Graph.Knot> knots = List.of(knot(0, "a"), knot(0, "b"), knot(1, "c"), knot(1, "d"));
    List<Graph.Tie> all =
        List.of(
            new Graph.Tie(2, 0, ""), new Graph.Tie(2, 1, ""),
            new Graph.Tie(3, 0, ""), new Graph.Tie(3, 1, ""));
    assertEquals(1, GraphChart.crossings(graph(knots, all)));
  }

  @Test
  void theSameGraphIsDrawnTheSameAndNoBoxesOverlap() {
    Random random = new Random(7);
    for (int round = 0; round < 30; round++) {
      Graph graph = any(random, 60, 90);
      String drawn = GraphChart.draw(graph);
      assertEquals(drawn, GraphChart.draw(graph));
      List<double[]> boxes =
          Pattern.compile("<rect class=\"knot [a-z]+\" x=\"([0-9.]+)\" y=\"([0-9.]+)\"")
              .matcher(drawn)
              .results()
              .map(box ->
                  new double[] {Double.parseDouble(box.group(1)), Double.parseDouble(box.group(2))})
              .toList();
      assertEquals(60, boxes.size());
      for (int i = 0; i < boxes.size(); i++) {
        for (int j = 0; j < i; j++) {
          boolean apart =
              boxes.get(i)[0] != boxes.get(j)[0]
                  || Math.abs(boxes.get(i)[1] - boxes.get(j)[1]) >= 39.8;
          assertTrue(apart, "two boxes overlap in round " + round);
        }
      }
    }
  }

  @Test
  void namesAreSafeAndLeadSomewhere() {
    List<Graph.Knot> knots = List.of(new Graph.Knot(0, "<b>\"x\"", "/o?a=1&b=2", "plain"));
    String drawn = GraphChart.draw(graph(knots, List.of()));
    assertTrue(drawn.contains("<a href=\"/o?a=1&amp;b=2\">"), drawn);
    assertTrue(drawn.contains("&lt;b&gt;&quot;x&quot;"), drawn);
  }

  static Graph any(Random random, int nodes, int edges) {
    List<Graph.Knot> knots = new ArrayList<>();
    for (int i = 0; i < nodes; i++) {
      knots.add(knot(Math.min(3, i * 4 / nodes), "node " + i));
    }
    List<Graph.Tie> ties = new ArrayList<>();
    while (ties.size() < edges) {
      int from = 1 + random.nextInt(nodes - 1);
      ties.add(new Graph.Tie(from, random.nextInt(from), "why"));
    }
    return graph(knots, ties);
  }

  private static Graph.Knot knot(int column, String name) {
    return new Graph.Knot(column, name, "", "plain");
  }

  private static Graph graph(List<Graph.Knot> knots, List<Graph.Tie> ties) {
    return new Graph("Map", "Says the same", COLUMNS, knots, ties);
  }
}
