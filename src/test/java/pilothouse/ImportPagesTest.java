package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files through the page and through the API. */
class ImportPagesTest {
  private static final Ship SHIP = Ship.with();
  private static final Chrome CHROME = new Chrome();
  private static final String TABLE =
      """
      Ident;Application;Env;Deployed At;Result;Author
      1;ferry;production;31.01.2026 12:00;success;Mara Lind
      2;ferry;production;01.02.2026 12:00;failed;Mara Lind
      3;ferry;production;never;failed;Mara Lind
      """;
  @TempDir Path folder;

  @AfterAll
  static void stops() {
    CHROME.close();
    SHIP.close();
  }

  @AfterEach
  void theBrowserComplainedAboutNothing() {
    CHROME.complainedAboutNothing();
  }

  private static HttpResponse<String> post(String address, String body) {
    return SHIP.send(
        HttpRequest.newBuilder(SHIP.at(address))
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Test
  void aTableIsUploadedUnderstoodConfirmedAndItsReceiptRead() throws IOException {
    Path file = Files.writeString(folder.resolve("deployments.csv"), TABLE);
    List<String> found = new ArrayList<>();
    try (BrowserContext context = CHROME.context(1440, ColorScheme.LIGHT)) {
      Page page = CHROME.page(context);
      page.navigate(SHIP.at("/imports").toString());
      found.addAll(looked(page, "imports"));
      page.setInputFiles("input[type=file]", file);
      page.selectOption("select[name=kind]", "deployments");
      page.click("form[data-upload] button");
      page.waitForURL("**/imports/*-*");
      assertTrue(page.isDisabled("text=Import it so"), "times without a zone cannot be taken");
      assertTrue(page.content().contains("name no zone"), page.content());
      assertFalse(page.content().contains("Mara"), "no page names a person");
      assertEquals("service", page.inputValue("#column1"));
      page.fill("input[name=zone]", "Europe/Berlin");
      page.selectOption("#column0", "id");
      page.click("button:has-text('Look again')");
      page.waitForSelector("button:not([disabled]):has-text('Import it so')");
      found.addAll(looked(page, "imports-mapping"));
      page.click("text=Import it so");
      page.waitForSelector("text=What was refused, and why");
      String text = page.textContent("main");
      assertTrue(text.contains("finished_at (column “Deployed At”)"), text);
      assertTrue(text.contains("is no time."), text);
      found.addAll(looked(page, "imports-receipt"));
      String csv = page.getAttribute("a[href$='refused.csv']", "href");
      assertTrue(SHIP.get(csv).body().contains("\"deployments.csv\",4,"), SHIP.get(csv).body());
      page.navigate(SHIP.at("/imports").toString());
      assertTrue(page.textContent("tbody").contains("deployments.csv"));
      page.setInputFiles("input[type=file]", file);
      page.selectOption("select[name=kind]", "deployments");
      page.click("form[data-upload] button");
      page.waitForSelector("text=What was refused, and why");
      assertTrue(
          page.textContent("main").replaceAll("\\s+", " ").contains("Unchanged: known already2"),
          page.textContent("main"));
      assertTrue(page.textContent("main").contains("Read as confirmed on"));
      assertTrue(page.textContent("main").contains("zone Europe/Berlin"));
      assertTrue(
          page.textContent("main").contains("Environments that count as production: production."));
      found.addAll(looked(page, "imports-known"));
      page.click("text=Forget this");
      page.waitForURL("**/imports");
      page.setInputFiles("input[type=file]", file);
      page.selectOption("select[name=kind]", "deployments");
      page.click("form[data-upload] button");
      page.waitForSelector("text=Import it so");
    }
    assertEquals(List.of(), found);
  }

  @Test
  void withoutScriptsAFileIsUploadedConfirmedAndItsReceiptRead() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("plain.csv"),
            "Kennzahl,Tag,Wert\nreach,2026-01-31T12:00:00Z,1\nreach,gestern,2\n");
    try (BrowserContext context = CHROME.plain(360)) {
      Page page = context.newPage();
      page.navigate(SHIP.at("/imports").toString());
      page.selectOption("select[name=kind]", "measurements");
      page.setInputFiles("input[type=file]", file);
      page.click("text=Send it");
      assertTrue(page.textContent("h1").contains("plain.csv"), page.content());
      assertTrue(page.isVisible("text=Nothing is stored yet"), page.content());
      page.click("text=Import it so");
      while (page.content().contains("Look how far it is")) {
        page.reload();
      }
      String text = page.textContent("main").replaceAll("\\s+", " ");
      assertTrue(text.contains("New1") && text.contains("Refused1"), text);
      assertEquals("gestern", page.textContent("td code"));
      page.click("text=as JSON");
      assertTrue(page.content().contains("gestern"), page.content());
      page.goBack();
      page.click("text=Forget them now");
      assertFalse(page.content().contains("gestern"), page.content());
      assertTrue(page.isVisible("text=not kept any more"), page.content());
    }
  }

  /** Pictures at four widths, none of which scrolls sideways; what axe finds. */
  private List<String> looked(Page page, String name) throws IOException {
    List<String> found = new ArrayList<>();
    for (int width : new int[] {360, 2560, 1440}) {
      page.setViewportSize(width, 900);
      Chrome.shoot(page, name, width + "-light");
      assertEquals(0, Chrome.tooWide(page), name + " at " + width);
    }
    Axe.finds(page).forEach(violation -> found.add(name + ": " + violation));
    return found;
  }

  @Test
  void aReportIsAskedWhatItIsOf() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("junit.xml"),
            "<testsuite timestamp=\"2026-01-31T12:00:00Z\"><testcase name=\"a\"/></testsuite>");
    try (BrowserContext context = CHROME.context(1440, ColorScheme.DARK)) {
      Page page = CHROME.page(context);
      page.navigate(SHIP.at("/imports").toString());
      page.setInputFiles("input[type=file]", file);
      page.click("form[data-upload] button");
      page.waitForURL("**/imports/*-*");
      page.fill("input[name=repository]", "acme/ferry");
      page.click("text=Import it so");
      page.waitForSelector("text=Receipt");
      page.navigate(SHIP.at("/imports").toString());
      page.setInputFiles(
          "input[type=file]", Files.writeString(folder.resolve("page.xml"), "<html/>"));
      page.click("form[data-upload] button");
      page.waitForSelector("text=It could not be done.");
      page.navigate(SHIP.at("/imports").toString());
      page.setInputFiles(
          "input[type=file]", Files.writeString(folder.resolve("dropped.csv"), "a,b\n"));
      page.selectOption("select[name=kind]", "measurements");
      page.click("form[data-upload] button");
      page.waitForURL("**/imports/*-*");
      page.click("text=Discard the file");
      page.waitForURL("**/imports");
      assertFalse(page.textContent("main").contains("dropped.csv"));
    }
  }

  @Test
  void resultsOfTestsNeedARepositoryForWhichNoSystemStands() {
    String report =
        "<testsuite timestamp=\"2026-01-31T12:00:00Z\"><testcase name=\"b\"/></testsuite>";
    HttpResponse<String> told = post("/api/v1/imports/tests?system=checkout", report);
    assertEquals(422, told.statusCode(), told.body());
    assertTrue(told.body().contains("a system alone is enough for coverage only"), told.body());
    String left = post("/imports/upload?kind=tests&system=checkout&name=t.xml", report).body();
    String page = left.replaceAll("(?s).*\"(/imports/[^\"]+)\".*", "$1");
    String asked = SHIP.get(page).body();
    assertTrue(asked.contains("name=\"repository\"") && !asked.contains("name=\"system\""), asked);
    HttpResponse<String> refused = SHIP.post(page + "/start", "system=checkout");
    assertEquals(422, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains("Name the repository, as owner/name."), refused.body());
    SHIP.post(page + "/start", "repository=acme%2Fferry");
    while (SHIP.get(page + "/progress").body().contains("hx-get")) {
      Thread.onSpinWait();
    }
    assertTrue(SHIP.get(page).body().contains("Receipt"), SHIP.get(page).body());
  }

  @Test
  void theApiAnswersWithTheReceipt() {
    String text = "metric,at,value\nactivation,2026-01-31T12:00:00Z,0.5\nactivation,never,1\n";
    HttpResponse<String> unsure = post("/api/v1/imports?kind=measurements", text);
    assertEquals(422, unsure.statusCode());
    assertTrue(unsure.body().contains("mapping=guess"), unsure.body());
    String address = "/api/v1/imports?kind=measurements&mapping=guess&name=m.csv";
    String first = post(address, text).body().replaceAll("\\s+", "");
    assertTrue(
        first.contains("\"seen\":2,\"new\":1,\"unchanged\":0,\"ignored\":0,\"refused\":1"), first);
    assertTrue(first.contains("\"line\":3"), first);
    assertTrue(first.contains("\"begun_at\":") && first.contains("\"refused_lines\":"), first);
    assertTrue(first.contains("\"value\":\"never\""), first);
    String again = post(address, text).body().replaceAll("\\s+", "");
    assertTrue(again.contains("\"new\":0,\"unchanged\":1"), again);
    assertTrue(SHIP.get("/api/v1/imports").body().contains("m.csv"));
  }

  private static HttpResponse<String> form(String address, String fields) {
    String parts =
        fields
                .lines()
                .map(field -> field.split("=", 2))
                .map(field ->
                    "--seam\nContent-Disposition: form-data; name=\"%s\"%s\n\n%s\n"
                        .formatted(
                            field[0],
                            field[0].equals("file") ? "; filename=\"m.csv\"" : "",
                            field[1].replace(";", "\n")))
                .collect(java.util.stream.Collectors.joining())
            + "--seam--\n";
    return SHIP.send(
        HttpRequest.newBuilder(SHIP.at(address))
            .header("Content-Type", "multipart/form-data; boundary=seam")
            .POST(HttpRequest.BodyPublishers.ofString(parts.replace("\n", "\r\n"))));
  }

  @Test
  void theKindStandsInTheAddressAndTheFileMayComeAsAForm() {
    String table = "file=metric,at,value;range,2026-01-31T12:00:00Z,0.5;range,never,1\n";
    String address = "/api/v1/imports/measurements";
    HttpResponse<String> sent = form(address, "mapping=guess\n" + table);
    String receipt = sent.body().replaceAll("\\s+", "");
    assertTrue(receipt.contains("\"seen\":2,\"new\":1"), receipt);
    assertTrue(receipt.contains("\"file\":\"m.csv\""), receipt);
    String all = receipt.replaceAll(".*\"all_refused_lines\":\"([^\"]+)\".*", "$1");
    assertTrue(SHIP.get(all).body().contains("\"value\":\"never\""), SHIP.get(all).body());
    assertTrue(SHIP.get(all + ".csv").body().contains("\"never\""), SHIP.get(all + ".csv").body());
    HttpResponse<String> again = form(address + "?mapping=guess", table);
    assertTrue(again.body().replaceAll("\\s+", "").contains("\"unchanged\":1"), again.body());
    assertEquals(404, SHIP.get("/api/v1/imports/measurements").statusCode());
    assertTrue(SHIP.get("/api/v1/imports/measurements").body().contains("with POST"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kind=tests                     | 400 | holds no file
          file=                          | 422 | It is empty
          file=a,b;1,2@zone=Berlin       | 400 | is no time zone
          file=a,b;1,2@kind=deploys      | 400 | the nearest is
          """)
  void aFormThatMakesNoSenseIsRefusedAndNothingOfItWaits(String form, int status, String says) {
    HttpResponse<String> answer = form("/imports/upload", form.replace('@', '\n'));
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(says), answer.body());
    String waiting = "\"file\":\"m.csv\",\"origin\":\"page\",\"state\":\"waiting\"";
    assertFalse(SHIP.get("/api/v1/imports").body().replaceAll("\\s+", "").contains(waiting));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /api/v1/imports?kind=deploys                        | 400 | the nearest is
          /api/v1/imports?kind=tests                          | 422 | neither XML nor LCOV
          /api/v1/imports?kind=deployments                    | 422 | No column gives
          /api/v1/imports?kind=deployments&zone=Berlin        | 400 | is no time zone
          /api/v1/imports?kind=deployments&map=x              | 400 | is no pair
          /api/v1/imports?kind=deployments&map=x=id           | 422 | It has no column
          /imports/upload?kind=deploys                        | 400 | the nearest is
          /imports/3/start                                    | 404 | There is no import
          """)
  void whatMakesNoSenseIsRefused(String address, int status, String says) {
    HttpResponse<String> answer = post(address, "a,b\n1,2\n");
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(says), answer.body());
  }

  @Test
  void anotherSiteCannotUpload() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(SHIP.at("/imports/upload?kind=deployments"))
            .header("Sec-Fetch-Site", "cross-site")
            .POST(HttpRequest.BodyPublishers.ofString("x"));
    assertEquals(403, SHIP.send(request).statusCode());
  }

  @Test
  void aMillionColumnsAreRefusedWithAnAnswer() {
    HttpResponse<String> answer =
        post("/api/v1/imports?kind=deployments", "column,".repeat(1_000_000));
    assertEquals(422, answer.statusCode());
    assertTrue(answer.body().contains("more than 1,000 columns"), answer.body());
  }
}
