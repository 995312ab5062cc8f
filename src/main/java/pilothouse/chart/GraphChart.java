package pilothouse.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws a graph: boxes that lead somewhere in columns, and lines that bend between them. */
final class GraphChart {
  private static final int WIDE = 200;
  private static final int HIGH = 30;
  private static final int GAP = 64;
  private static final int STEP = 40;
  private static final int TOP = 34;
  private static final int LETTERS = 28;
  private final Graph graph;
  private final Layering layering;
  private final double[] places;
  private final int[] first;

  private GraphChart(Graph graph) {
    this.graph = graph;
    int[] inside = inside(graph);
    this.first = first(graph, inside);
    int[] layers = new int[graph.knots().size()];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = first[graph.knots().get(i).column()] + inside[i];
    }
    this.layering =
        new Layering(
            layers, graph.ties().stream().map(tie -> new int[] {tie.from(), tie.to()}).toList());
    this.places = layering.places();
  }

  static String draw(Graph graph) {
    return new GraphChart(graph).picture();
  }

  /** How many lines cross in the picture. */
  static long crossings(Graph graph) {
    return new GraphChart(graph).layering.crossings();
  }

  /** How deep each stands below others of its own column. */
  private static int[] inside(Graph graph) {
    int[] deep = new int[graph.knots().size()];
    List<Graph.Tie> own =
        graph.ties().stream()
            .filter(tie ->
                graph.knots().get(tie.from()).column() == graph.knots().get(tie.to()).column())
            .toList();
    boolean moved = true;
    for (int round = 0; moved && round <= deep.length; round++) {
      moved = false;
      for (Graph.Tie tie : own) {
        if (deep[tie.from()] <= deep[tie.to()]) {
          deep[tie.from()] = deep[tie.to()] + 1;
          moved = true;
        }
      }
    }
    return deep;
  }

  /** The first layer of each column. */
  private static int[] first(Graph graph, int[] inside) {
    int[] widths = new int[graph.columns().size()];
    Arrays.fill(widths, 1);
    for (int i = 0; i < inside.length; i++) {
      int column = graph.knots().get(i).column();
      widths[column] = Math.max(widths[column], inside[i] + 1);
    }
    int[] first = new int[widths.length];
    for (int i = 1; i < first.length; i++) {
      first[i] = first[i - 1] + widths[i - 1];
    }
    return first;
  }

  private String picture() {
    int layers = Math.max(layering.layers(), first[first.length - 1] + 1);
    int width = layers * (WIDE + GAP) - GAP + 4;
    double lowest = Arrays.stream(places).max().orElse(0);
    int height = (int) Math.ceil(TOP + lowest * STEP + HIGH + 4);
    StringBuilder out = new StringBuilder(graph.knots().size() * 400 + 2_000);
    out.append("<svg class=\"chart graph\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height);
    out.append("\" width=\"").append(width).append("\" height=\"").append(height);
    out.append("\" role=\"group\" aria-label=\"")
        .append(Svg.escape(graph.title()))
        .append("\"><desc>");
    out.append(Svg.escape(graph.describes())).append("</desc>");
    for (int i = 0; i < first.length; i++) {
      out.append("<text class=\"unit\" x=\"").append(left(first[i])).append("\" y=\"14\">");
      out.append(Svg.escape(graph.columns().get(i))).append("</text>");
    }
    for (int i = 0; i < graph.ties().size(); i++) {
      line(out, i);
    }
    for (int i = 0; i < graph.knots().size(); i++) {
      box(out, i);
    }
    return out.append("</svg>").toString();
  }

  private static int left(int layer) {
    return 2 + layer * (WIDE + GAP);
  }

  private double middle(int node) {
    return TOP + places[node] * STEP + HIGH / 2.0;
  }

  private void line(StringBuilder out, int edge) {
    int[] chain = layering.chain(edge);
    List<String> bends = new ArrayList<>();
    double x = left(layering.layer(chain[0]));
    double y = middle(chain[0]);
    bends.add("M" + Svg.round(x) + " " + Svg.round(y));
    for (int i = 1; i < chain.length; i++) {
      double right = left(layering.layer(chain[i])) + (double) WIDE;
      double there = middle(chain[i]);
      bends.add(curve(x, y, right, there));
      x = right;
      y = there;
      if (chain[i] >= layering.real()) {
        x = right - WIDE;
        bends.add("L" + Svg.round(x) + " " + Svg.round(y));
      }
    }
    out.append("<path class=\"tie\" d=\"").append(String.join("", bends)).append("\"><title>");
    out.append(Svg.escape(graph.ties().get(edge).says())).append("</title></path>");
  }

  private static String curve(double x, double y, double right, double there) {
    String half = Svg.round((x + right) / 2);
    return "C"
        + half
        + " "
        + Svg.round(y)
        + " "
        + half
        + " "
        + Svg.round(there)
        + " "
        + Svg.round(right)
        + " "
        + Svg.round(there);
  }

  private void box(StringBuilder out, int node) {
    Graph.Knot knot = graph.knots().get(node);
    int x = left(layering.layer(node));
    String y = Svg.round(TOP + places[node] * STEP);
    boolean leads = !knot.address().isEmpty();
    out.append(leads ? "<a href=\"" + Svg.escape(knot.address()) + "\">" : "<g>");
    out.append("<title>").append(Svg.escape(knot.name())).append("</title>");
    out.append("<rect class=\"knot ").append(knot.look()).append("\" x=\"").append(x);
    out.append("\" y=\"").append(y).append("\" width=\"").append(WIDE).append("\" height=\"");
    out.append(HIGH).append("\" rx=\"3\"/><text class=\"knot-name\" x=\"").append(x + 9);
    out.append("\" y=\"").append(Svg.round(middle(node) + 4)).append("\">");
    out.append(Svg.escape(cut(knot.name()))).append("</text>").append(leads ? "</a>" : "</g>");
  }

  private static String cut(String name) {
    int letters = name.codePointCount(0, name.length());
    return letters <= LETTERS
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LETTERS - 1)).strip() + "…";
  }
}
