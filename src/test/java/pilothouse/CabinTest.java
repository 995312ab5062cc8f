package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilothouse.git.Progress;

/** The pages of signing in, of one's account and of administration in the system's Chromium. */
class CabinTest {
  private static final List<String> PAGES =
      List.of(
          "/account",
          "/account/keys",
          "/administration",
          "/administration/closed",
          "/administration/roles",
          "/administration/tokens",
          "/administration/groups",
          "/journal",
          "/journal/people",
          "/notices",
          "/search?q=roles");
  private static final Ship SHIP = ship();
  private static final Crew CREW = crew();
  private static final Chrome CHROME = new Chrome();

  /** One that people sign in to in every way that there is. */
  private static Ship ship() {
    try {
      Path file =
          Files.writeString(
              Files.createTempDirectory(Path.of("target"), "cabin").resolve("providers.yaml"),
              """
              company:
                kind: oidc
                title: Company account of all who are on board
                issuer: https://id.ferry.example
                client: pilothouse
              directory:
                kind: ldap
                title: the directory of all who were ever on board
                url: ldaps://ldap.ferry.example
                base: dc=ferry,dc=example
              """);
      return Ship.set(Map.of("providers", file.toString()), Progress.SILENT).declared();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Crew crew() {
    Crew crew = Crew.of(SHIP);
    crew.join("a.long.address.of.somebody.who.signs.in@ferry.example", "lead", "team", "harbour");
    crew.program("read change", "organisation");
    crew.captain()
        .post(
            "/administration/roles",
            Map.of("who", "guest@ferry.example", "role", "reader", "scope", "organisation"));
    return crew;
  }

  @AfterAll
  static void stops() {
    CHROME.close();
    SHIP.close();
  }

  @AfterEach
  void theBrowserComplainedAboutNothing() {
    CHROME.complainedAboutNothing();
  }

  @Test
  void axeFindsNothingAndNothingScrollsSideways() throws IOException {
    List<String> found = new ArrayList<>();
    for (int width : new int[] {360, 1440}) {
      try (BrowserContext context = CHROME.context(width, ColorScheme.LIGHT)) {
        Page page = CHROME.page(context);
        found.addAll(looked(page, "/sign-in?left=company", width));
        context.addCookies(List.of(cookie()));
        for (String path : PAGES) {
          found.addAll(looked(page, path, width));
        }
      }
    }
    assertEquals(List.of(), found);
  }

  private static Cookie cookie() {
    String[] proof = String.valueOf(CREW.captain().proof()).split("=", 2);
    return new Cookie(proof[0], proof[1]).setUrl(SHIP.at("/").toString());
  }

  private static List<String> looked(Page page, String path, int width) throws IOException {
    List<String> found = new ArrayList<>();
    Chrome.look(page, ColorScheme.LIGHT);
    int status = page.navigate(SHIP.at(path).toString()).status();
    assertEquals(200, status, path);
    assertTrue(page.url().endsWith(path), page.url());
    for (ColorScheme look : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      String how = width + "-" + look.name().toLowerCase(Locale.ROOT);
      Chrome.look(page, look);
      Chrome.shoot(page, "cabin" + path.replaceAll("\\W+", "-"), how);
      if (Chrome.tooWide(page) > 0) {
        found.add(path + " " + how + ": wider by " + Chrome.tooWide(page));
      }
      Axe.finds(page).forEach(v -> found.add(path + " " + how + ": " + v));
    }
    return found;
  }
}
