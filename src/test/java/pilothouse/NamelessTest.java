package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.web.Permission;

/**
 * Nobody's name or address leaves the store, on whatever page, in whatever form. Subjects are shown
 * as they were written; the village's mention nobody.
 */
class NamelessTest {
  private static final Pattern LINK = Pattern.compile("(?:href|hx-get|data-[a-z]+)=\"(/[^\"#]*)\"");
  private static final int ENOUGH = 400;
  @TempDir Path folder;

  private static void assertNameless(String where, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (FastImport.Person person :
        List.of(
            Village.ADA, Village.BO, Village.BO_BEFORE, Village.CEM, Village.DORA, Village.EVE)) {
      assertFalse(lower.contains(person.name().toLowerCase(Locale.ROOT)), where + person.name());
      assertFalse(lower.contains(person.email().toLowerCase(Locale.ROOT)), where + person.email());
    }
    assertFalse(text.contains("@ferry.example"), where);
  }

  @Test
  void noPageNamesAnybody() {
    try (Ship ship = Ship.with(Village.repository()).read("ferry")) {
      Set<String> seen = new LinkedHashSet<>(List.of("/", "/systems", "/systems/ferry"));
      Deque<String> open = new ArrayDeque<>(seen);
      while (!open.isEmpty()) {
        String page = open.pop();
        var answer = ship.get(page.replace(" ", "%20"));
        assertTrue(answer.statusCode() < 500, page);
        assertNameless(page + ": ", answer.body());
        Matcher links = LINK.matcher(answer.body());
        while (links.find() && seen.size() < ENOUGH) {
          String link = links.group(1).replace("&amp;", "&");
          if (!link.startsWith("/assets/") && !names(ship, link) && seen.add(link)) {
            open.add(link);
          }
        }
      }
      assertTrue(seen.size() > 30, "walked only " + seen);
    }
  }

  /** Who is who cannot be told without names: those addresses say so by their permission (0012). */
  private static boolean names(Ship ship, String link) {
    return ship.routes().stream()
        .filter(route -> route.permission() == Permission.PEOPLE)
        .anyMatch(route ->
            link.replaceAll("\\?.*", "").matches(route.path().replaceAll("\\{[^}]*}", "[^/]+")));
  }

  @Test
  void nothingThatIsPrintedNamesAnybody() throws IOException {
    Path page = folder.resolve("page.html");
    Terminal terminal = new Terminal(folder.resolve("data"));
    assertNameless("text: ", terminal.check(Village.repository()).fine().out());
    assertNameless(
        "JSON: ",
        terminal.check(Village.repository(), "--json", "--html", page.toString()).fine().out());
    assertNameless("paper: ", Files.readString(page));
    Terminal.Ended rows = Terminal.bare("numstat", Village.repository().toString()).fine();
    assertNameless("rows: ", rows.out());
    assertEquals("", rows.err());
  }
}
