package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The pages of the loop without a mouse: all is reached in its order, and every form is sent. */
class VoyageKeysTest {
  private static final Voyage VOYAGE = Voyage.made();
  private static final Chrome CHROME = new Chrome();

  /** Listens where the focus goes, and gives what it should come by, in the order of the page. */
  private static final String LISTEN =
      """
      () => {
        window.came = []; window.unseen = [];
        document.addEventListener('focusin', event => {
          const one = event.target, style = getComputedStyle(one);
          if (came.at(-1) !== one) came.push(one);
          const knot = one.querySelector?.('.knot');
          const isThick = knot && getComputedStyle(knot).strokeWidth === '2.5px';
          if (!isThick && (style.outlineStyle === 'none' || style.outlineWidth === '0px'))
            unseen.push(one.outerHTML.slice(0, 80));
        });
        window.wanted = [...document.querySelectorAll(
            ['a[href]', 'button', 'input', 'select', 'textarea', 'summary', '[tabindex="0"]']
              .map(one => '#main ' + one).join())]
          .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled)
          .filter(one => one.type !== 'hidden' && (one.type !== 'radio' || one.checked));
        wanted = wanted.slice(0, 60);
        document.getElementById('main').focus();
        came.length = unseen.length = 0;
        return wanted.length + 3 * wanted.filter(one => one.type === 'date').length;
      }
      """;

  private static final String MISSED =
      """
      () => [...wanted.filter((one, i) => came[i] !== one).slice(0, 1)
               .map(one => 'out of its order: ' + one.outerHTML.slice(0, 90)),
             ...unseen.slice(0, 1).map(one => 'not to be seen: ' + one)]
      """;

  @AfterAll
  static void stops() {
    CHROME.close();
    VOYAGE.close();
  }

  @AfterEach
  void theBrowserComplainedAboutNothing() {
    CHROME.complainedAboutNothing();
  }

  private static Page open(BrowserContext context) {
    return CHROME.page(context);
  }

  private static void go(Page page, String path) {
    page.navigate(VOYAGE.ship.at("/").resolve(path).toString());
  }

  @Test
  void theFocusComesByEverythingInItsOrderAndIsSeen() {
    List<String> found = new ArrayList<>();
    try (BrowserContext context = CHROME.context(1280, ColorScheme.LIGHT)) {
      Page page = open(context);
      for (Map.Entry<String, String> at : VOYAGE.pages.entrySet()) {
        go(page, at.getValue());
        int stops = ((Number) page.evaluate(LISTEN)).intValue();
        for (int i = 0; i < stops; i++) {
          page.keyboard().press("Tab");
        }
        ((List<?>) page.evaluate(MISSED)).forEach(one -> found.add(at.getKey() + " " + one));
      }
    }
    assertEquals(List.of(), found);
  }

  @Test
  void everyFormIsFilledInAndSent() {
    List<String> found = new ArrayList<>();
    try (BrowserContext context = CHROME.context(1280, ColorScheme.LIGHT)) {
      Page page = open(context);
      Map<String, List<String>> forms = forms();
      List<String> all = new ArrayList<>(forms.keySet());
      all.sort(Comparator.comparingInt(Typing::turn));
      for (String form : all) {
        String wrong =
            new Typing(page, VOYAGE.ship, form).sent(forms.getOrDefault(form, List.of()));
        if (!wrong.isEmpty()) {
          found.add(form + ": " + wrong);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  /** The forms by what they do, each with the addresses of the pages that it stands on. */
  private static Map<String, List<String>> forms() {
    Map<String, List<String>> forms = new LinkedHashMap<>();
    for (String path : VOYAGE.pages.values()) {
      String html = VOYAGE.ship.get(path).body();
      for (Element form : Jsoup.parse(html).select("main form[method=post]")) {
        String kind = form.select("[name=kind][type=hidden], [name=rubric][type=hidden]").val();
        String what = form.attr("action") + " " + kind;
        String named = what.strip().replaceAll("[0-9a-f-]{36}|[0-9a-f]{12,}|(?<=/)\\d+(?=/)", "*");
        forms.computeIfAbsent(named, _ -> new ArrayList<>()).add(path);
      }
    }
    return forms;
  }
}
