package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.git.GitRepo;

/** Several systems on one page, reading again, and a repository that is gone. */
class TodayTest {
  private static final Ship SHIP = Ship.with(Village.repository()).read("ferry");

  @AfterAll
  static void stops() {
    SHIP.close();
  }

  @Test
  void aRepositoryIsReadAgainOnRequest() {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(SHIP.at("/systems/ferry/read"))
            .header("Sec-Fetch-Site", "same-origin")
            .POST(HttpRequest.BodyPublishers.noBody());
    HttpResponse<String> answer = SHIP.send(request);
    assertEquals(303, answer.statusCode());
    assertEquals("/systems/ferry", answer.headers().firstValue("Location").orElseThrow());
    SHIP.read("ferry");
    assertEquals(405, SHIP.get("/systems/ferry/read").statusCode());
  }

  @Test
  void aRepositoryWhoseFolderIsGoneSaysSoAndShowsWhatWasRead(@TempDir Path folder)
      throws IOException {
    Path there = Village.buildIn(folder.resolve("ferry"));
    try (Ship ship = Ship.with(there).read("ferry")) {
      Files.move(there, folder.resolve("elsewhere"));
      ship.send(
          HttpRequest.newBuilder(ship.at("/systems/ferry/read"))
              .POST(HttpRequest.BodyPublishers.noBody()));
      String page = ship.read("ferry").get("/").body();
      assertTrue(page.contains("ferry could not be read this time."), page);
      assertTrue(page.contains("There is no "), "says why");
      assertTrue(page.contains("What was read before is shown."));
      assertTrue(page.contains("Health check of ferry"));
    }
  }

  @Test
  void theFirstPageOfSeveralSystemsRanksTheFindingsOfAll(@TempDir Path folder) {
    Path other = Village.buildIn(folder.resolve("tug"));
    try (Ship ship = Ship.with(Village.repository(), other).read("ferry").read("tug")) {
      String page = ship.get("/").body();
      assertTrue(page.contains("<h1>Today</h1>"), page);
      int findings = page.split("class=\"system\"", -1).length - 1;
      assertTrue(findings > 1 && findings <= 7, "at most seven: " + findings);
      assertTrue(page.contains(">ferry</a>") && page.contains(">tug</a>"));
      assertTrue(ship.get("/systems").body().contains("<h1>Systems</h1>"));
    }
  }

  @Test
  void aRepositoryThatIsQuietSaysSoAndTheUsualPeriodIsAChoiceOfItsOwn(@TempDir Path folder) {
    GitRepo old = GitRepo.init(folder.resolve("wreck"));
    old.on("2023-02-01T08:00:00Z").write("Hull.java", "1\n").commit("Keel");
    try (Ship ship = Ship.with(Village.repository(), old.path()).read("ferry").read("wreck")) {
      String page = ship.get("/").body();
      assertTrue(page.contains("no commit since 1 Feb 2023"), page);
      assertTrue(page.contains("<option value=\"\" selected>usual of each"), page);
      String chosen = ship.get("/?period=52w").body();
      assertTrue(chosen.contains("<option value=\"52w\" selected>"), chosen);
      assertFalse(chosen.contains("no commit since"), "it is looked at as asked");
    }
  }
}
