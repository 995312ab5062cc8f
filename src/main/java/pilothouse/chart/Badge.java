package pilothouse.chart;

/**
 * A flat badge: what is told on the left, its value on the right. It stands alone in other pages,
 * so its colours are its own: white on greys that are dark enough to read.
 */
final class Badge {
  private static final int HEIGHT = 20;
  private static final int MOST = 60;
  private static final double SPACE = 6;

  private Badge() {}

  static String draw(String label, String value) {
    String left = cut(label);
    String right = cut(value);
    double split = width(left) + 2 * SPACE;
    double all = split + width(right) + 2 * SPACE;
    String title = Svg.escape(left + ": " + right);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%d\" role=\"img\" aria-label=\"%s\"><title>%s</title>"
            .formatted(Svg.round(all), HEIGHT, title, title)
        + rect(0, split, "#3f4750")
        + rect(split, all - split, "#0b6685")
        + text(SPACE, width(left), left)
        + text(split + SPACE, width(right), right)
        + "</svg>\n";
  }

  private static String rect(double x, double width, String fill) {
    return "<rect x=\"%s\" width=\"%s\" height=\"%d\" fill=\"%s\"/>"
        .formatted(Svg.round(x), Svg.round(width), HEIGHT, fill);
  }

  private static String text(double x, double width, String text) {
    return "<text x=\"%s\" y=\"14\" textLength=\"%s\" fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\">%s</text>"
        .formatted(Svg.round(x), Svg.round(width), Svg.escape(text));
  }

  private static String cut(String text) {
    return text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
  }

  /** About what the text needs; it is drawn in exactly this, whatever font is there. */
  private static double width(String text) {
    double width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      width += "iljI.,:;|' !".indexOf(c) >= 0 ? 4.2 : "mwMW%".indexOf(c) >= 0 ? 10.4 : 6.9;
    }
    return Math.max(8, width);
  }
}
