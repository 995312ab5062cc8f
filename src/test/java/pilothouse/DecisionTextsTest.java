package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.git.GitRepo;
import pilothouse.storage.OnBothDatabases;

/** What files of decisions say, as people read it on pages. */
@OnBothDatabases
class DecisionTextsTest {
  private static final String BERTHS =
      """
      # 3. Berths of the fleet

      Date: 2019-05-06

      Some words before any heading below.

      ## Status

      Accepted

      It was hard to come by.

      ## Context

      We count them.
      They are not many.

      Nobody counted before. <script>alert(1)</script>

      ## Decision

       * 1 berth per ship
       * 2 for the ferry, see [the ropes](0004-ropes.md) and [the law](https://law.example/x)

      |Ship|Berth|
      |----|-----|
      |Gull|A     |

      ```sh
      berth --list
      ```

      [bad](javascript:alert(1)) ![chart](berths.png)

      ## Consequences

      Fewer fights.
      """;

  private final Tide tide = new Tide(Village.NOW);
  @TempDir private Path folder;
  private GitRepo repo;
  private Ship ship;
  private Wire wire;

  @BeforeEach
  void begins() {
    repo =
        GitRepo.init(folder.resolve("harbour"))
            .write("docs/adr/0003-berths.md", BERTHS)
            .write("docs/adr/0004-ropes.md", "just text no heading\n")
            .commit("First");
    ship = Ship.at(tide, repo.path()).read("harbour").rounds();
    wire = new Wire(ship);
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private Document page(String path) {
    HttpResponse<String> answer = ship.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return Jsoup.parse(answer.body());
  }

  @Practice("C13")
  @Test
  void nothingThatAFileSaysIsLostOnItsPage() {
    Document ropes = page("/decisions/2");
    assertTrue(ropes.text().contains("just text no heading"), ropes.text());
    assertFalse(ropes.text().contains("All that it says stands above"), ropes.text());
    Document berths = page("/decisions/1");
    assertTrue(berths.text().contains("Some words before any heading below."), berths.text());
    assertTrue(berths.text().contains("It was hard to come by."), berths.text());
  }

  @Practice("C13")
  @Test
  void markdownIsShownAsItIsMeant() {
    Document page = page("/decisions/1");
    assertEquals(2, page.select("section[aria-labelledby=question] .prose p").size());
    assertEquals(
        "1 berth per ship", page.select("section[aria-labelledby=reasons] li").get(0).text());
    assertEquals("Gull", page.select("section[aria-labelledby=reasons] td").get(0).text());
    assertEquals("berth --list", page.select("section[aria-labelledby=reasons] pre").text());
    assertEquals(1, page.select(".prose a[href=/decisions/2]").first() == null ? 0 : 1);
    assertFalse(page.select(".prose a[href=https://law.example/x]").isEmpty());
    assertTrue(page.select("main script").isEmpty() && page.select("main img").isEmpty());
    assertTrue(page.text().contains("<script>alert(1)</script>"), "it is shown as it was typed");
    assertTrue(page.select("a[href^=javascript]").isEmpty());
    assertEquals(1, page.select("h1").size());
  }

  @Practice("C1")
  @Test
  void whatWasTypedHereKeepsItsLines() {
    wire.put(
        "/decisions",
        Map.of(
            "title",
            "Oil",
            "question",
            "Which oil?\nIt is cold.",
            "options",
            List.of("Whale", "Rape")));
    wire.put(
        "/decisions/3/choice",
        Map.of("option", "Rape", "reasons", "Cheapest to run.\n\nNobody likes whale.\nIt smells."));
    Document page = page("/decisions/3");
    assertEquals(2, page.select("section[aria-labelledby=reasons] .prose p").size());
    assertEquals(1, page.select("section[aria-labelledby=reasons] .prose br").size());
    assertEquals(1, page.select("section[aria-labelledby=question] .prose br").size());
  }

  private void reread() {
    ship.post("/systems/harbour/read", "");
    ship.read("harbour").rounds();
  }

  private static String record(String status, String date, String more) {
    return "# 7. Sails\n\nDate: %s\n\n## Status\n\n%s\n\n## Decision\n\nWe sail.\n%s"
        .formatted(date, status, more);
  }

  @Practice("C13")
  @Test
  void whatIsPartlySupersededStaysInForceAndNamesTheOther() {
    repo.write(
            "docs/adr/0007-sails.md",
            record(
                "Partly superseded",
                "2020-01-02",
                "\n**It has been superseded by [ADR 3](0003-berths.md).**\n"))
        .write("docs/adr/0008-oars.md", record("Partially superseded", "2020-01-02", ""))
        .write("docs/adr/0009-tar.md", record("Partly superseded by ADR 3", "2020-01-02", ""))
        .commit("Second");
    reread();
    for (String one : new String[] {"/decisions/3", "/decisions/5"}) {
      Document page = page(one);
      assertEquals("accepted", wire.get(one).get("state").asString());
      assertTrue(page.text().contains("In force, partly superseded"), page.text());
      assertEquals(
          "Partly superseded by D-1 Berths of the fleet",
          page.select("section[aria-labelledby=stands] a[href=/decisions/1]").text());
      assertTrue(page.select("del").isEmpty());
    }
    assertTrue(page("/decisions/4").text().contains("its file does not name by which one"));
    assertTrue(page("/decisions").text().contains("In force, partly superseded"));
    assertEquals(0, wire.found("decision-files-one-sided").size());
  }

  @Practice("C13")
  @Test
  void whatIsNotUnderstoodInAFileIsSaidAsItStandsThere() {
    repo.write("docs/adr/0007-sails.md", record("Acepted", "2026-06-31", ""))
        .write("docs/adr/0008-oars.md", "---\nstatus: [accepted\ndate: 2020-01-02\n---\n\n# Oars\n")
        .write(
            "docs/adr/0009-tar.md",
            record("Superseded by [the berths](0003-berths.md)", "2020-01-02", ""))
        .commit("Second");
    reread();
    Document page = page("/decisions/3");
    String says = "The file says “Acepted”, which is no status known here.";
    assertTrue(page.text().contains(says), page.text());
    assertTrue(page.text().contains("“2026-06-31” is no day that can be read"), page.text());
    assertFalse(page.text().contains("its file does not say"), page.text());
    assertTrue(page("/decisions").text().contains(says));
    assertTrue(page("/decisions/4").text().contains("front matter is no YAML"));
    assertEquals("accepted", wire.get("/decisions/4").get("state").asString());
    assertEquals(1, wire.found("decision-files-status").size());
    assertEquals(1, wire.found("decision-files-date").size());
    assertEquals(1, wire.found("decision-files-front-matter").size());
    Document tar = page("/decisions/5");
    assertTrue(tar.text().contains("Status in the file: Superseded by the berths"), tar.text());
    assertFalse(page("/systems/harbour/decisions").text().contains("](0003"));
  }

  @Practice("C13")
  @Test
  void theNumberOfTheFileIsShownAndFound() {
    assertTrue(page("/decisions").text().contains("ADR 3, 2019-05-06"), page("/decisions").text());
    assertTrue(page("/decisions/1").text().contains("Its number in its folder: ADR 3"));
    for (String asked : new String[] {"ADR%203", "ADR-0003", "adr-3"}) {
      assertTrue(page("/search?q=" + asked).text().contains("D-1 Berths"), asked);
    }
  }
}
