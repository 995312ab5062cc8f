package pilothouse.notices;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import pilothouse.journal.Entry;
import pilothouse.journal.Line;
import pilothouse.text.Say;

/**
 * A mail about some entries.
 *
 * @param subject in one line
 */
record Letter(String subject, String plain, String html) {
  private static final int SHOWN = 100;
  private static final int LONGEST = 150;

  /**
   * Writes it.
   *
   * @param home where people reach the program, without a slash at the end
   * @param stop where the reader ends it
   */
  static Letter of(Subscription to, List<Line> lines, String home, String stop) {
    StringBuilder plain = new StringBuilder();
    StringBuilder html = new StringBuilder("<!doctype html><html><body>");
    for (Line line : lines.subList(0, Math.min(SHOWN, lines.size()))) {
      entry(plain, html, line, to, home);
    }
    if (lines.size() > SHOWN) {
      String more = "And %s more at %s/journal".formatted(Say.count(lines.size() - SHOWN), home);
      plain.append(more).append("\n\n");
      html.append("<p>").append(escaped(more)).append("</p>");
    }
    String why = "You get this because you asked for it: %s, %s.".formatted(to.says(), to.when());
    plain.append("-- \n%s\nStop it: %s\n".formatted(why, stop));
    html.append(
        "<hr><p><small>%s <a href=\"%s\">Stop it</a></small></p></body></html>"
            .formatted(escaped(why), escaped(stop)));
    return new Letter(subject(lines), plain.toString(), html.toString());
  }

  private static String subject(List<Line> lines) {
    Entry first = lines.getFirst().entry();
    String says =
        lines.size() == 1
            ? first.what() + ": " + first.subject().name()
            : Say.counted(lines.size(), "change");
    return cut("Pilothouse: " + Say.plain(says));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  private static void entry(
      StringBuilder plain, StringBuilder html, Line line, Subscription to, String home) {
    Entry entry = line.entry();
    String title = Say.sentence(entry.what()) + ": " + Say.plain(entry.subject().name());
    String by = Say.time(entry.at(), to.zone()) + ", " + Say.plain(entry.who().name());
    String why = entry.why().isEmpty() ? "" : ": " + Say.plain(entry.why());
    String address = entry.subject().address();
    String link = address.isEmpty() ? home + "/journal" : home + address;
    plain.append("%s\n%s%s\n".formatted(title, by, why));
    html.append(
        "<p><b><a href=\"%s\">%s</a></b><br>%s"
            .formatted(escaped(link), escaped(title), escaped(by + why)));
    for (String field : fields(entry)) {
      plain.append("  ").append(field).append('\n');
      html.append("<br>").append(escaped(field));
    }
    plain.append(link).append("\n\n");
    html.append("</p>");
  }

  private static List<String> fields(Entry entry) {
    Map<String, String> before = entry.before();
    Map<String, String> after = entry.after();
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .map(name -> {
          String was = before.containsKey(name) ? before.get(name) + " → " : "";
          return Say.plain(name + ": " + was + after.getOrDefault(name, "nothing"));
        })
        .toList();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
