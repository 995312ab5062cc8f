package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The charter of a team: one page of A4, made of what is so now. */
@Practice("A6")
class CharterTest {
  private static final Course COURSE = Course.set();
  private static final Chrome CHROME = new Chrome();

  @AfterAll
  static void stops() {
    CHROME.close();
    COURSE.close();
  }

  /** As much as a team can have: three outcomes of five numbers each, ten norms, many systems. */
  @Test
  void itPrintsOnExactlyOnePageHoweverMuchATeamHasAndFollowsItsOutcomes() {
    String first = fill();
    try (BrowserContext context = CHROME.context(1440, ColorScheme.DARK)) {
      Page page = CHROME.page(context);
      page.navigate(COURSE.ship.at("/charter/harbour").toString());
      assertEquals(1, printed(page));
      assertEquals("/charter/harbour", URI.create(page.url()).getPath());
    }
    String before = COURSE.ship.get("/charter/harbour").body();
    assertTrue(before.contains("Guests 1 find their way"), before);
    assertTrue(before.contains("Norm 10"), before);
    assertTrue(before.contains("Nobody waits at our piers."), before);
    COURSE.done("/api/v1/outcomes/" + first + "/end", "{\"why\": \"reached\"}");
    String after = COURSE.ship.get("/charter/harbour").body();
    assertFalse(after.contains("Guests 1 find their way"), after);
    assertTrue(after.contains("Guests 2 find their way"), after);
  }

  private static String fill() {
    String first = "";
    StringBuilder results = new StringBuilder();
    for (int i = 1; i <= 5; i++) {
      results.append(
          "{\"says\": \"A number %d with a long name that says what is counted, where and how\", \"baseline\": \"10\", \"target\": \"2\"},"
              .formatted(i));
    }
    for (int i = 1; i <= 3; i++) {
      String id =
          COURSE
              .done(
                  "/api/v1/outcomes",
                  """
                  {"title": "Guests %d find their way through all of the bay without asking anybody",
                   "place": "team:harbour", "business": "retention", "due_on": "2027-03-31",
                   "key_results": [%s], "owners": [{"function": "product", "owner": "Harbour"}]}
                  """
                      .formatted(i, results.substring(0, results.length() - 1)))
              .get("id")
              .asString();
      first = first.isEmpty() ? id : first;
    }
    COURSE.done(
        "/api/v1/direction/mission",
        "{\"place\": \"team:harbour\", \"text\": \"Nobody waits at our piers.\", \"items\": [{\"outcome\": \"%s\"}]}"
            .formatted(first));
    StringBuilder norms = new StringBuilder();
    for (int i = 1; i <= 10; i++) {
      norms.append(
          "{\"says\": \"Norm %d\", \"more\": \"We say early when something takes longer than we had thought, to all.\"},"
              .formatted(i));
    }
    COURSE.done(
        "/api/v1/direction/norms",
        "{\"place\": \"team:harbour\", \"items\": [%s]}"
            .formatted(norms.substring(0, norms.length() - 1)));
    for (int i = 1; i <= 12; i++) {
      COURSE.ship.post("/catalog", "title=Lamp+" + i + "&owner=harbour");
    }
    return first;
  }

  private static int printed(Page page) {
    byte[] pdf = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    String text = new String(pdf, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains("/MediaBox [0 0 594.9"), "is A4");
    return text.split("/Type\\s*/Page\\b", -1).length - 1;
  }
}
