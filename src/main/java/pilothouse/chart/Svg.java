package pilothouse.chart;

import java.util.concurrent.atomic.AtomicLong;

/** Writes SVG elements; text is escaped, lengths have one decimal, looks come from classes. */
final class Svg {
  private static final AtomicLong IDS = new AtomicLong();
  private final StringBuilder out = new StringBuilder(4096);

  Svg(String kind, int width, int height, String title, String description) {
    String id = "c" + Long.toString(IDS.incrementAndGet(), 36);
    out.append("<svg class=\"chart ").append(kind).append("\" viewBox=\"0 0 ");
    out.append(width).append(' ').append(height).append("\" width=\"").append(width);
    out.append("\" height=\"").append(height).append("\" role=\"img\" aria-labelledby=\"");
    out.append(id).append("t ").append(id).append("d\"><title id=\"").append(id).append("t\">");
    out.append(escape(title)).append("</title><desc id=\"").append(id).append("d\">");
    out.append(escape(description)).append("</desc>");
  }

  Svg line(String look, double x1, double y1, double x2, double y2) {
    out.append("<line class=\"").append(look).append('"');
    return length("x1", x1).length("y1", y1).length("x2", x2).length("y2", y2).end();
  }

  Svg rect(String look, double x, double y, double width, double height, String tip) {
    out.append("<rect class=\"").append(look).append('"');
    length("x", x).length("y", y).length("width", width).length("height", height);
    return tip(tip, "rect");
  }

  Svg circle(String look, double x, double y, double radius, String tip) {
    out.append("<circle class=\"").append(look).append('"');
    return length("cx", x).length("cy", y).length("r", radius).tip(tip, "circle");
  }

  Svg diamond(String look, double x, double y, double radius, String tip) {
    out.append("<path class=\"").append(look).append("\" d=\"M").append(round(x)).append(' ');
    out.append(round(y - radius)).append('l').append(round(radius)).append(' ');
    out.append(round(radius)).append('l').append(round(-radius)).append(' ');
    out.append(round(radius)).append('l').append(round(-radius)).append(' ');
    out.append(round(-radius)).append("z\"");
    return tip(tip, "path");
  }

  Svg path(String look, String data) {
    out.append("<path class=\"").append(look).append("\" d=\"").append(data).append("\"/>");
    return this;
  }

  /** Text; {@code anchor} is start, middle or end. */
  Svg text(String look, double x, double y, String anchor, String text) {
    out.append("<text class=\"").append(look).append("\" text-anchor=\"").append(anchor);
    out.append('"');
    length("x", x).length("y", y);
    out.append('>').append(escape(text)).append("</text>");
    return this;
  }

  String done() {
    return out.append("</svg>").toString();
  }

  static String round(double value) {
    long tenths = Math.round(value * 10);
    long size = Math.abs(tenths);
    String whole = (tenths < 0 ? "-" : "") + size / 10;
    return size % 10 == 0 ? whole : whole + "." + size % 10;
  }

  static String escape(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '"' -> safe.append("&quot;");
        default -> safe.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
      }
    }
    return safe.toString();
  }

  private Svg length(String name, double value) {
    out.append(' ').append(name).append("=\"").append(round(value)).append('"');
    return this;
  }

  private Svg tip(String tip, String element) {
    if (tip.isEmpty()) {
      return end();
    }
    out.append("><title>").append(escape(tip)).append("</title></").append(element).append('>');
    return this;
  }

  private Svg end() {
    out.append("/>");
    return this;
  }
}
