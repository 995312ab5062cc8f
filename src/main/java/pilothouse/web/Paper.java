package pilothouse.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Turns a page into one file: its styles inside, without scripts and without links to a server. */
final class Paper {
  private static final List<String> STYLES =
      List.of("base.css", "page.css", "chart.css", "print.css", "paper.css");

  private Paper() {}

  static String of(Answer.Page page) {
    Assets assets = new Assets(null);
    Map<String, Object> values = new HashMap<>(page.values());
    values.put("frame", new Frame(page.title(), List.of(), assets.prefix(), "", false));
    StringBuilder styles = new StringBuilder("<style>\n");
    for (String name : STYLES) {
      Assets.Asset asset = assets.find(name);
      if (asset != null) {
        styles.append(new String(asset.plain(), StandardCharsets.UTF_8)).append('\n');
      }
    }
    styles.append("</style>\n</head>");
    return new Templates(null)
        .render(page.template(), values)
        .replaceAll("<script[^>]*></script>\\s*|<link[^>]*>\\s*|<meta name=\"htmx[^>]*>\\s*", "")
        .replaceAll("(<a[^>]*?) href=\"/[^\"]*\"", "$1")
        .replaceFirst("</head>", Matcher.quoteReplacement(styles.toString()));
  }
}
