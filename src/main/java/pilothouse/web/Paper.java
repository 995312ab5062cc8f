package pilothouse.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns pages into one file: styles inside, without scripts and without links to a server. */
final class Paper {
  private static final List<String> STYLES =
      List.of("base.css", "page.css", "chart.css", "print.css", "paper.css");
  private static final Navigation.Seen NOWHERE =
      new Navigation.Seen(List.of(), List.of(), List.of());
  private static final Pattern CONTENT =
      Pattern.compile("<main id=\"main\"[^>]*>(.*)</main>", Pattern.DOTALL);

  private Paper() {}

  /** One document, each page of it on a sheet of its own. */
  static String of(List<Answer.Page> pages) {
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("no page to write");
    }
    Assets assets = new Assets(null);
    Templates templates = new Templates(null);
    List<String> rendered = new ArrayList<>();
    for (Answer.Page page : pages) {
      rendered.add(plain(templates, assets, page));
    }
    StringBuilder sheets = new StringBuilder();
    for (int i = 0; i < rendered.size(); i++) {
      Matcher content = CONTENT.matcher(rendered.get(i));
      if (content.find()) {
        sheets
            .append("<div class=\"sheet\">")
            .append(apart(content.group(1), i))
            .append("</div>\n");
      }
    }
    return rendered
        .getFirst()
        .replaceFirst("</head>", Matcher.quoteReplacement(styles(assets)))
        .replaceFirst(
            "(?s)(<main id=\"main\"[^>]*>).*</main>",
            "$1" + Matcher.quoteReplacement(sheets.toString()) + "</main>");
  }

  private static String plain(Templates templates, Assets assets, Answer.Page page) {
    Map<String, Object> values = new HashMap<>(page.values());
    values.put(
        "frame",
        new Frame(
            page.title(),
            NOWHERE,
            assets.prefix(),
            "",
            false,
            Caller.nobody(),
            _ -> true,
            Nowhere::new));
    return templates
        .render(page.template(), values)
        .replaceAll("<script[^>]*></script>\\s*|<link[^>]*>\\s*|<meta name=\"htmx[^>]*>\\s*", "")
        .replaceAll(" hx-[a-z-]+=\"[^\"]*\"", "")
        .replaceAll("(?s)<(form|button|nav|dialog)\\b[^>]*>.*?</\\1>\\s*", "")
        .replaceAll("<a\\b([^>]*?) href=\"/[^\"]*\"([^>]*)>", "<a$1$2>");
  }

  /** Names inside a page are made its own, so that two pages do not share one. */
  private static String apart(String content, int page) {
    return page == 0
        ? content
        : content
            .replaceAll(" id=\"([^\"]*)\"", " id=\"$1-" + page + "\"")
            .replaceAll(" aria-labelledby=\"([^\" ]*)\"", " aria-labelledby=\"$1-" + page + "\"")
            .replaceAll(
                " aria-labelledby=\"([^\" ]*) ([^\" ]*)\"",
                " aria-labelledby=\"$1-" + page + " $2-" + page + "\"");
  }

  private static String styles(Assets assets) {
    StringBuilder styles = new StringBuilder("<style>\n");
    for (String name : STYLES) {
      Assets.Asset asset = assets.find(name);
      if (asset != null) {
        styles.append(new String(asset.plain(), StandardCharsets.UTF_8)).append('\n');
      }
    }
    return styles.append("</style>\n</head>").toString();
  }
}
