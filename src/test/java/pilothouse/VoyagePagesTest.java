package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the pages of the loop look, each with something on it: narrow, wide, light and dark. */
class VoyagePagesTest {
  private static final Voyage VOYAGE = Voyage.made();
  private static final Chrome CHROME = new Chrome();

  /** Characters of the usual width in the longest line of running text, and who has it. */
  private static final String LONGEST =
      """
      () => {
        const found = [];
        for (const one of document.querySelectorAll('main :is(p, li, dd, label, h1, h2)')) {
          if (one.closest('table, .slide, .onepage, form.inline')) continue;
          const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
          for (let text = walker.nextNode(); text; text = walker.nextNode()) {
            if (text.parentElement.closest('.unseen')) continue;
            const range = document.createRange();
            range.selectNodeContents(text);
            const em = parseFloat(getComputedStyle(text.parentElement).fontSize);
            for (const line of range.getClientRects())
              if (line.width > 70 * em) found.push(text.textContent.trim().slice(0, 60));
          }
        }
        return found.slice(0, 3);
      }
      """;

  /** What is cut off at the right, where nothing around it scrolls. */
  private static final String WIDE =
      """
      () => [...document.querySelectorAll('main *')]
        .filter(one => !one.parentElement.closest('.scroll, pre'))
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1)
        .map(one => one.localName + '.' + one.className + ' ' + one.textContent.trim().slice(0, 40))
        .slice(-2).join('; ')
      """;

  /** What a narrow page hides at the right of a table that stands in blocks there. */
  private static final String HIDDEN =
      """
      () => [...document.querySelectorAll('main .scroll:has(> table.stacked)')]
        .filter(one => one.scrollWidth > one.clientWidth + 1)
        .map(one => one.textContent.trim().replace(/\\s+/g, ' ').slice(0, 60))
      """;

  /** Fields that are drawn out over the whole of a wide page. */
  private static final String STRETCHED =
      "() => [...document.querySelectorAll('main :is(input, select, textarea)')]"
          + ".filter(one => one.getBoundingClientRect().width > 1300).map(one => one.name)";

  @AfterAll
  static void stops() {
    CHROME.close();
    VOYAGE.close();
  }

  @AfterEach
  void theBrowserComplainedAboutNothing() {
    CHROME.complainedAboutNothing();
  }

  @Test
  void axeFindsNothingAndNothingScrollsSideways() throws IOException {
    List<String> found = new ArrayList<>();
    try (BrowserContext context = CHROME.context(360, ColorScheme.LIGHT)) {
      Page page = CHROME.page(context);
      Axe.onEach(page);
      for (Map.Entry<String, String> at : VOYAGE.pages.entrySet()) {
        page.setViewportSize(360, 900);
        Chrome.look(page, ColorScheme.LIGHT);
        int status = page.navigate(VOYAGE.ship.at("/").resolve(at.getValue()).toString()).status();
        assertEquals(200, status, at.toString());
        page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)");
        looked(page, at.getKey(), found);
      }
    }
    assertEquals(List.of(), found);
  }

  private static void looked(Page page, String name, List<String> found) throws IOException {
    Axe.finds(page).forEach(v -> found.add(name + ": " + v));
    for (int width : new int[] {360, 1280, 2560}) {
      page.setViewportSize(width, 900);
      if (Chrome.tooWide(page) > 0) {
        found.add(name + " at " + width + ": " + page.evaluate(WIDE));
      }
      if (width == 360) {
        ((List<?>) page.evaluate(HIDDEN)).forEach(one -> found.add(name + ": cut off: " + one));
      }
      Chrome.shoot(page, "loop-" + name, width + "-light");
    }
    ((List<?>) page.evaluate(LONGEST)).forEach(line -> found.add(name + ": too long: " + line));
    ((List<?>) page.evaluate(STRETCHED)).forEach(f -> found.add(name + ": stretched: " + f));
    page.setViewportSize(1280, 900);
    Chrome.look(page, ColorScheme.DARK);
    Axe.finds(page).forEach(v -> found.add(name + " wide and dark: " + v));
    Chrome.shoot(page, "loop-" + name, "1280-dark");
  }
}
