package pilothouse.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Markdown as HTML that may stand on any page. */
class MarkdownTest {
  private static final List<String> SIGNS =
      List.of(
          "<script>",
          "<img src=x onerror=y>",
          "](javascript:x)",
          "[a",
          "![b](http://h/x)",
          "> ",
          "* ",
          "|a|b|\n|-|-|\n",
          "`",
          "```\n",
          "# ",
          "\n\n",
          "**",
          "_",
          "&lt;",
          "\\",
          "<!--",
          "-->",
          "[r]: data:text/html,x\n",
          "<a href=\"data:x\">",
          "word ",
          "1. ",
          "\n");

  private static Document shown(String text) {
    return Jsoup.parseBodyFragment(Markdown.ofFile(text, Markdown::outside).html());
  }

  @Test
  void whateverStandsInItNothingRunsAndNothingIsFetched() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(30); j >= 0; j--) {
        text.append(SIGNS.get(random.nextInt(SIGNS.size())));
      }
      Document page = shown(text.toString());
      assertTrue(
          page.select("script, img, iframe, style, form, h1, h2").isEmpty(), () -> text + "");
      for (Element one : page.body().getAllElements()) {
        one.attributes()
            .forEach(each -> assertFalse(each.getKey().startsWith("on"), () -> text + ""));
        assertTrue(one.attr("href").matches("|https?://.*"), () -> text + "");
      }
    }
  }

  @Test
  void depthAndLengthAreBounded() {
    for (String one : List.of(">", "* ", "*a **b ", "[", "`", "1. ", "![", "<a>", "|")) {
      assertFalse(Markdown.typed(one.repeat(20_000)).html().isEmpty(), one);
    }
    assertTrue(Markdown.typed("word ".repeat(20_000)).isCut());
    assertFalse(Markdown.typed("word").isCut());
  }

  @Test
  void theWordsAloneStandOnOneLine() {
    assertEquals("DNS and code", Markdown.plain("[DNS](0015-dns.md) **and** `code`"));
    assertEquals(
        "One thing that is so.", Markdown.sentence("One *thing*\nthat is so. Then another."));
    assertEquals("", Markdown.outside("javascript:alert(1)"));
    assertEquals("", Markdown.outside("/decisions/1"));
  }
}
