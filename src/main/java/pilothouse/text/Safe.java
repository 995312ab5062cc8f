package pilothouse.text;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** Keeps of HTML only what formats words. */
final class Safe {
  /** Addresses without a host are held against it; it is no part of what is kept. */
  private static final String HERE = "http://here.invalid/";

  private static final Safelist WORDS =
      new Safelist()
          .addTags("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "a")
          .addTags("h3", "h4", "h5", "h6", "ul", "ol", "li")
          .addTags("table", "thead", "tbody", "tr", "th", "td")
          .addAttributes("a", "href")
          .addAttributes("ol", "start")
          .addProtocols("a", "href", "http", "https")
          .preserveRelativeLinks(true);

  private Safe() {}

  static String of(String html) {
    Document safe = new Cleaner(WORDS).clean(Jsoup.parseBodyFragment(html, HERE));
    safe.outputSettings().prettyPrint(false);
    safe.select("a[href^=http]").attr("rel", "noreferrer");
    safe.select("table").wrap("<div class=\"scroll\" tabindex=\"0\" role=\"group\"></div>");
    safe.select("div.scroll").attr("aria-label", Texts.say("text.table"));
    return safe.body().html();
  }
}
