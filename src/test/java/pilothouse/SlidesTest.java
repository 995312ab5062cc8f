package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A slide is read from the back of a room, and says where the rest is; paper what it needs. */
class SlidesTest {
  private static final Ship SHIP = Ship.with().told(VillageDelivery.facts());
  private static final Wire WIRE = new Wire(SHIP);
  private static final Chrome CHROME = new Chrome();
  private static final String WORD = "Reservation ";
  private static final String NUMBER = " {" + Voyage.LEAD_TIME + "}";

  /** How much taller than 16 to 9, in pixels, and how far something reaches out of it. */
  private static final String OUT =
      """
      () => {
        const slide = document.querySelector('.slide').getBoundingClientRect();
        const ends = [...document.querySelectorAll('.slide *')].map(one => {
          const at = one.getBoundingClientRect();
          return Math.max(at.right - slide.right, at.bottom - slide.bottom, 0);
        });
        return Math.round(Math.max(slide.height - slide.width * 9 / 16, ...ends));
      }
      """;

  @AfterAll
  static void stops() {
    CHROME.close();
    SHIP.close();
  }

  /** As long as each of its texts may be, with so many numbers. */
  private static String longest(int numbers) {
    Map<String, Object> all = new HashMap<>(Map.of("title", WORD.repeat(10).strip()));
    all.put("ask", WORD.repeat(25).strip());
    all.put("why_now", numbers > 1 ? NUMBER.repeat(numbers).strip() : WORD.repeat(55) + NUMBER);
    String cell = WORD.repeat(13).strip();
    String option = String.join(" | ", cell, cell, cell, cell);
    all.put("options", IntStream.range(0, 4).mapToObj(i -> option.substring(0, 590 + i)).toList());
    all.put("nothing", WORD.repeat(33).strip());
    all.put("recommendation", WORD.repeat(38).strip());
    String id = WIRE.put("/briefs", all).get("id").asString();
    WIRE.put("/briefs/" + id + "/publish", Map.of());
    return "/briefs/" + id;
  }

  @Test
  void theLongestBriefIsCutToWhatCanBeReadFromTheBack() {
    String brief = longest(1);
    String slide = brief + "/slide";
    String body = SHIP.get(slide).body();
    assertTrue(body.contains("The rest is on its page, <a href=\"" + SHIP.at(brief)), body);
    for (String there : List.of("The ask", "Options", "Recommendation", "class=\"figure\"")) {
      assertTrue(body.contains(there), there);
    }
    for (String elsewhere : List.of("Why now", "The cost of doing nothing", "Benefit: ")) {
      assertFalse(body.contains(elsewhere), elsewhere);
    }
    assertFalse(body.contains("<nav"), "a slide has no navigation");
    assertEquals(List.of(0, 0, 1), looked(slide));
  }

  @Test
  void whatDoesNotFitIsOnItsPageAndTheSlideSaysSo() {
    String brief = longest(18);
    assertTrue(SHIP.get(brief + "/slide").body().contains("The rest is on its page"));
    assertEquals(List.of(0, 0, 1), looked(brief + "/slide"));
    List<Map<String, String>> items =
        IntStream.range(0, 21)
            .mapToObj(i ->
                Map.of(
                    "section", List.of("architecture", "health", "milestone").get(i / 7),
                    "says", i + WORD.repeat(16).strip(),
                    "more", WORD.repeat(32).strip()))
            .toList();
    WIRE.put("/direction/strategy", Map.of("items", items));
    String strategy = "/stories/strategy-organisation";
    assertTrue(SHIP.get(strategy + "/slide").body().contains("The rest is on"));
    assertEquals(List.of(0, 0, 1), looked(strategy + "/slide"));
    assertTrue(SHIP.get(strategy + "/print").body().contains("needs more than one page"));
    assertFalse(SHIP.get(brief + "/print").body().contains("<nav"));
  }

  /** The smallest letters of what is said there, against the width of the slide. */
  private static final String SMALLEST =
      """
      () => Math.min(...[...document.querySelectorAll('.slide .told p, .slide .figure')]
        .map(one => parseFloat(getComputedStyle(one).fontSize)))
        / document.querySelector('.slide').getBoundingClientRect().width
      """;

  /** How far it reaches out at two widths, and on how many sheets it is printed. */
  private static List<Integer> looked(String path) {
    try (BrowserContext context = CHROME.context(1280, ColorScheme.LIGHT)) {
      Page page = CHROME.page(context);
      page.navigate(SHIP.at(path).toString());
      int out = ((Number) page.evaluate(OUT)).intValue();
      Chrome.shoot(page, "slide" + path.replaceAll("\\W+", "-"), "1280");
      double letters = ((Number) page.evaluate(SMALLEST)).doubleValue();
      assertTrue(letters > 1 / 70.0, "a line of 70 letters fills the slide: " + letters);
      page.setViewportSize(1920, 1080);
      int wide = ((Number) page.evaluate(OUT)).intValue();
      byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
      String text = new String(pdf, StandardCharsets.ISO_8859_1);
      return List.of(out, wide, text.split("/Type\\s*/Page\\b", -1).length - 1);
    }
  }
}
