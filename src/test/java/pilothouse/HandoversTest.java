package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.git.GitRepo;

/** Single points of failure: from the page that shows one to the promise, and what came of it. */
class HandoversTest {
  private static final String PAGE = "/systems/shop/knowledge";

  @TempDir Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-06-01T08:00:00Z"));

  /** One person made all of it; in July a second one changes it often. */
  private GitRepo repo() {
    GitRepo repo = GitRepo.init(folder.resolve("shop")).by("Ada", "ada@ship.example");
    repo.on("2026-01-05T08:00:00Z");
    for (int file = 0; file < 5; file++) {
      repo.write("core/File" + file + ".java", "class File" + file + " {\n}\n");
      repo.write("web/Page" + file + ".java", "class Page" + file + " {\n}\n");
    }
    repo.commit("Begin").by("Bob", "bob@ship.example");
    for (int day = 1; day <= 10; day++) {
      repo.on("2026-07-%02dT08:00:00Z".formatted(day));
      for (int file = 0; file < 5; file++) {
        repo.write("core/File" + file + ".java", "class File" + file + " {\n // " + day + "\n}\n");
      }
      repo.commit("Learn " + day);
    }
    return repo;
  }

  @Practice("J5")
  @Test
  void aSinglePointIsPromisedInOneClickAndMeasuredAgainWhenKept() {
    try (Ship ship = Ship.at(now::get, repo().path()).read("shop")) {
      String page = ship.get(PAGE).body();
      assertTrue(page.contains("What hangs on one person"), page);
      assertTrue(page.contains("name=\"part\" value=\"core\""), page);
      assertTrue(ship.get("/systems/shop/people").body().contains(PAGE));
      ship.post("/catalog", "title=Core&repository=shop&folder=core");
      String system = ship.get("/catalog/core").body();
      assertTrue(system.contains("href=\"" + PAGE + "?folder=core\""), system);
      String promised = ship.post(PAGE, "part=core&way=pairing").body();
      assertTrue(promised.contains("Work in pairs on core until a second person knows it"));
      assertTrue(promised.contains("Its truck factor is 1: core hangs on one person"), promised);
      assertTrue(promised.contains("The truck factor of core is 2 or more."), promised);
      assertTrue(promised.contains("31 Jul 2026"), "sixty days");
      var again = ship.post(PAGE, "part=core&way=pairing");
      assertEquals(409, again.statusCode(), again.body());
      assertTrue(again.body().contains("That is promised already"), again.body());
      Matcher address = Pattern.compile("/promises/[0-9a-f-]{36}").matcher(promised);
      assertTrue(address.find());
      assertTrue(ship.get(PAGE).body().contains("Open since 1 Jun 2026"));
      now.set(Instant.parse("2026-08-01T08:00:00Z"));
      ship.post(address.group() + "/keep", "evidence=Bob+made+ten+changes");
      String after = ship.get(PAGE).body();
      assertTrue(after.contains("Kept on 1 Aug 2026"), after);
      assertEquals("1 person", cell(after, "When promised"));
      assertEquals("2 people", cell(after, "When kept"));
      assertEquals("2 people", cell(after, "Now"));
      assertFalse(after.contains("name=\"part\" value=\"core\""), "no single point any more");
      assertTrue(after.contains("name=\"part\" value=\"web\""), "still one");
      assertFalse(after.contains("Ada") || after.contains("Bob@"), "counts, no names");
    }
  }

  private static String cell(String page, String label) {
    Matcher cell = Pattern.compile("data-label=\"" + label + "\"[^>]*>([^<]*)</td>").matcher(page);
    return cell.find() ? cell.group(1) : "";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          part=nowhere&way=talk | “nowhere” does not hang on one person here.
          part=core&way=prayer  | Nothing says how.
          part=core&way=talk&owner=Nobody+known | Nobody
          """)
  void whatMakesNoSenseIsRefusedWithTheMend(String form, String why) {
    try (Ship ship = Ship.at(now::get, repo().path()).read("shop")) {
      var answer = ship.post(PAGE, form);
      assertEquals(422, answer.statusCode(), answer.body());
      assertTrue(answer.body().contains(why), answer.body());
    }
  }
}
