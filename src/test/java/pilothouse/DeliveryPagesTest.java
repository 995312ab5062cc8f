package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of delivery in the system's Chromium. */
class DeliveryPagesTest {
  private static final List<ColorScheme> LOOKS = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
  private static final Ship FULL =
      Ship.with(Village.repository()).read("ferry").told(VillageDelivery.facts());
  private static final Ship EMPTY = Ship.with();
  private static final Map<String, Map.Entry<Ship, String>> PAGES = pages();
  private static final Chrome CHROME = new Chrome();

  private static Map<String, Map.Entry<Ship, String>> pages() {
    Map<String, Map.Entry<Ship, String>> pages = new LinkedHashMap<>();
    pages.put("delivery", Map.entry(FULL, "/delivery"));
    pages.put("delivery-booking", Map.entry(FULL, "/delivery/booking"));
    pages.put("delivery-docs", Map.entry(FULL, "/delivery/docs"));
    pages.put("delivery-lead-time", Map.entry(FULL, "/delivery/booking/change-lead-time"));
    pages.put("delivery-fail-rate", Map.entry(FULL, "/delivery/booking/change-fail-rate"));
    pages.put("delivery-changes", Map.entry(FULL, "/delivery/booking/changes"));
    pages.put("quickcheck", Map.entry(FULL, "/quickcheck"));
    pages.put("delivery-empty", Map.entry(EMPTY, "/delivery"));
    pages.put("today-with-delivery", Map.entry(FULL, "/"));
    return pages;
  }

  @AfterAll
  static void stops() {
    CHROME.close();
    FULL.close();
    EMPTY.close();
  }

  @AfterEach
  void theBrowserComplainedAboutNothing() {
    CHROME.complainedAboutNothing();
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1440, 2560})
  void noPageScrollsSideways(int width) {
    try (BrowserContext context = CHROME.context(width, ColorScheme.LIGHT)) {
      Page page = CHROME.page(context);
      for (var at : PAGES.entrySet()) {
        Chrome.look(page, ColorScheme.LIGHT);
        page.navigate(at.getValue().getKey().at(at.getValue().getValue()).toString());
        for (ColorScheme look : width == 1440 ? LOOKS : List.of(ColorScheme.LIGHT)) {
          Chrome.look(page, look);
          Chrome.shoot(page, at.getKey(), width + "-" + look.name().toLowerCase(Locale.ROOT));
          assertEquals(0, Chrome.tooWide(page), at.getKey() + " at " + width + " " + look);
        }
      }
    }
  }

  @Test
  void axeFindsNothingOnAnyPage() throws Exception {
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      assertEquals(List.of(), Axe.findsOn(CHROME.page(context), PAGES));
    }
  }
}
