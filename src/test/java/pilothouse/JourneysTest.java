package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.git.GitRepo;

/** What somebody does in a browser over months, from the first page to the verdict. */
class JourneysTest {
  private static final Chrome CHROME = new Chrome();
  private static final String HOTSPOT = "booking/src/Booking.java";

  @TempDir Path folder;
  private final Tide tide = new Tide(Village.NOW);

  @AfterAll
  static void stops() {
    CHROME.close();
  }

  /** Somebody at a page. */
  private record Hands(Ship ship, Page page) {
    void go(String path) {
      page.navigate(ship.at(path).toString());
    }

    String seen() {
      return page.locator("main").innerText();
    }

    void sees(String words) {
      assertTrue(seen().contains(words), () -> words + " is not on the page:\n" + seen());
    }

    /** Opens what the form is folded into, fills it in and sends it. */
    void send(String form, Map<String, String> typed) {
      Locator found = page.locator("main " + form).first();
      Locator folded = found.locator("xpath=ancestor::details[not(@open)]/summary");
      if (folded.count() > 0) {
        folded.click();
      }
      typed.forEach((name, words) -> fill(found.locator("[name='" + name + "']"), words));
      Response answer =
          page.waitForResponse(
              one -> one.request().isNavigationRequest() && one.status() != 303,
              () -> found.locator("button").first().click());
      assertEquals(200, answer.status(), () -> form + "\n" + seen());
      page.waitForLoadState();
    }

    private static void fill(Locator field, String words) {
      if (field.evaluate("one => one.localName").equals("select")) {
        field.selectOption(words);
      } else {
        field.fill(words);
      }
    }
  }

  private static String form(String ends) {
    return "form[method=post][action$='" + ends + "']";
  }

  @Practice({"C9", "C10"})
  @Test
  void aDecisionFromItsQuestionToItsVerdict() {
    try (Ship ship = Ship.at(tide);
        BrowserContext context = CHROME.context(1280, ColorScheme.LIGHT)) {
      Wagering says = new Wagering(ship);
      for (int day = 90; day > 0; day--) {
        says.fact("waits", "organisation", Village.NOW.minus(Duration.ofDays(day)), 40 + day % 3);
      }
      Hands hands = new Hands(ship, CHROME.page(context));
      asks(hands);
      decides(hands);
      tide.rise(60);
      for (int day = 0; day < 40; day++) {
        says.fact("waits", "organisation", Village.NOW.plus(Duration.ofDays(day)), 20 + day % 3);
      }
      ship.rounds();
      hands.go("/decisions/2");
      hands.sees("moved better");
      hands.page().click("#predictions + * a >> nth=0");
      hands.sees("moved better");
    }
    CHROME.complainedAboutNothing();
  }

  private static void asks(Hands hands) {
    new Wire(hands.ship())
        .put(
            "/decisions",
            Map.of("title", "Tickets on paper", "question", "Shall tickets stay on paper?"));
    hands.go("/decisions");
    hands.page().locator("[name=question]").pressSequentially("Where do tickets live?");
    hands.page().locator("main").getByText("D-1").first().waitFor();
    hands.send(
        form("/decisions"),
        Map.of(
            "title", "Where tickets are kept",
            "question", "Tickets live in a sheet. Where shall they live?",
            "options", "Buy\n+ live in two weeks\nBuild\n- half a year",
            "way_back", "costly"));
    hands.sees("D-2 Where tickets are kept");
  }

  private static void decides(Hands hands) {
    hands.send(form("/rating") + ":has([value=architecture])", Map.of("answer.wide", "yes"));
    hands.sees("How large it is");
    Map<String, String> choice = Map.of("option", "Buy", "reasons", "Time counts");
    HttpResponse<String> refused =
        hands.ship().post("/decisions/2/choice", "option=Buy&reasons=Time+counts");
    assertEquals(409, refused.statusCode());
    assertTrue(refused.body().contains(">Time counts</textarea>"), refused.body());
    hands.send(
        form("/rating") + ":has([value=architecture])",
        Map.of(
            "answer.wide", "no",
            "answer.teams", "no",
            "answer.costly", "no",
            "answer.new", "no",
            "answer.proven", "no",
            "answer.data", "no",
            "answer.money", "no"));
    hands.send(form("/voices"), Map.of("kind", "dissent", "words", "We will never leave them"));
    hands.send(
        form("/predictions"),
        Map.of(
            "gauge", "waits@organisation",
            "expect", "down",
            "effect", "2026-11-02",
            "judged_on", "2026-12-20",
            "probability", "80"));
    hands.send(form("/choice"), choice);
    hands.sees("Chosen: Buy");
    hands.sees("Dissent: We will never leave them");
  }

  @Practice({"D1", "D2", "D9"})
  @Test
  void debtFromAHotspotToItsPayback() throws IOException {
    Path path = Village.buildIn(folder.resolve("ferry"));
    GitRepo repo = GitRepo.at(path);
    repo.run("checkout", "-q", "-f", "HEAD");
    repo.run("remote", "add", "origin", "https://github.com/acme/ferry.git");
    try (Ship ship = Ship.at(tide, path).read("ferry");
        BrowserContext context = CHROME.context(1280, ColorScheme.LIGHT)) {
      merged(ship, repo, 0, 10);
      Hands hands = new Hands(ship, CHROME.page(context));
      hands.go("/systems/ferry/debt");
      hands.send(form("/systems/ferry/debt") + ":has([value*='Booking.java'])", Map.of());
      hands.sees(HOTSPOT);
      hands.sees("measured on 12 changes");
      hands.send(form("/closing"), Map.of("how", "paid", "why", "Taken apart"));
      hands.sees("too early to tell");
      merged(ship, repo, 32, 4);
      hands.go("/debt/1");
      hands.sees("changes to it take less time since");
    }
    CHROME.complainedAboutNothing();
  }

  /** For a month every second change touches the hotspot, and takes so long. */
  private void merged(Ship ship, GitRepo repo, int from, int hours) throws IOException {
    tide.rise(30);
    for (int i = 0; i < 24; i++) {
      Instant at = Village.NOW.plus(Duration.ofDays(from + i));
      boolean isHot = i % 2 == 0;
      String file = isHot ? HOTSPOT : "tickets/src/TicketPrinter.java";
      String line = "// " + (from + i) + "\n";
      repo.on(at.toString()).write(file, Files.readString(repo.path().resolve(file)) + line);
      repo.commit("Sail (#" + (from + i) + ")");
      String body =
          """
          {"id":"%1$d","repository":"github.com/acme/ferry","number":%1$d,"revision":"%2$s",
           "opened_at":"%3$s","merged_at":"%4$s","author":"ada"}
          """
              .formatted(
                  from + i + 1,
                  repo.id("HEAD"),
                  at.minus(Duration.ofHours(isHot ? hours : 4).plusMinutes(i)),
                  at);
      ship.send(
          HttpRequest.newBuilder(ship.at("/in/change"))
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
    while (ship.get("/api/v1/deliveries?state=waiting").body().contains("received_at")) {
      Thread.onSpinWait();
    }
    ship.post("/systems/ferry/read", "");
    ship.read("ferry");
  }
}
