package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilothouse.storage.OnBothDatabases;

/** Which decisions the list shows, and what the page of one leaves out. */
@OnBothDatabases
class DecisionListTest {
  private final Ship ship = Ship.at(new Tide(Village.NOW));
  private final Wire wire = new Wire(ship);

  @BeforeEach
  void begins() {
    ship.post("/teams", "title=Harbour");
    ask("Where tickets are kept", "organisation");
    ask("Which sails", "team:harbour");
    wire.put("/decisions/2/choice", Map.of("option", "Red", "reasons", "They are seen"));
    String file = "# Paint of tar\n\n## Status\n\nAccepted\n\n## Context\n\nWood rots.\n";
    wire.put("/decisions/by/folder", Map.of("path", "0037-paint.md", "text", file));
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private void ask(String title, String place) {
    wire.put(
        "/decisions",
        Map.of(
            "title",
            title,
            "question",
            "What of it?",
            "place",
            place,
            "options",
            List.of("Red", "Green")));
  }

  private List<String> listed(String asks) {
    return wire.get("/decisions" + asks)
        .get("decisions")
        .valueStream()
        .map(one -> one.get("title").asString())
        .toList();
  }

  @Test
  void theListIsNarrowedToWhereTheyStandToAPlaceAndToWords() {
    assertEquals(List.of("Paint of tar", "Which sails", "Where tickets are kept"), listed(""));
    assertEquals(List.of("Where tickets are kept"), listed("?state=open"));
    assertEquals(List.of("Paint of tar", "Which sails"), listed("?state=force"));
    assertEquals(List.of(), listed("?state=superseded"));
    assertEquals(List.of("Which sails"), listed("?words=SAILS+green"), "every word, in any case");
    assertEquals(List.of("Paint of tar"), listed("?words=37"), "what its file calls it");
    assertEquals(List.of("Which sails"), listed("?place=team:harbour&state=force"));
    String page = ship.get("/decisions?state=force").body();
    assertTrue(page.contains("<option value=\"force\" selected>"), page);
    assertFalse(page.contains("Where tickets are kept"), page);
    assertTrue(page.contains("<a href=\"/decisions\">All decisions"), page);
    assertTrue(page.contains("href=\"#new\""), "the form is a step away");
    assertTrue(page.contains("<option value=\"team:harbour\">Team Harbour"), page);
    assertTrue(ship.get("/decisions?state=woken").body().contains("None is as asked for."));
  }

  @Test
  void whatCannotBeAskedForIsRefusedWithWhatCan() {
    assertEquals(400, ship.get("/decisions?state=lost").statusCode());
    assertTrue(ship.get("/decisions?state=lost").body().contains("open, force, woken"));
    assertEquals(400, ship.get("/decisions?words=" + "x".repeat(201)).statusCode());
    assertEquals(422, ship.get("/decisions?place=team:nowhere").statusCode());
    String page = ship.get("/decisions?words=%3Cscript%3E%22").body();
    assertFalse(page.contains("<script>\""), page);
  }

  @Test
  void whatWasDecidedInAFileShowsNothingOfWhatNobodyWroteThere() {
    String paint = ship.get("/decisions/3").body();
    assertTrue(paint.contains("Wood rots."), paint);
    for (String nothing : List.of("id=\"drivers\"", "id=\"options\"", "id=\"people\"")) {
      assertFalse(paint.contains(nothing), nothing);
    }
    String text = "# Ropes\n\n## Context\n\nThey fray.\n\n## Decision\n\nWe tar them.\n";
    wire.put("/decisions/by/folder", Map.of("path", "0038-ropes.md", "text", text));
    String ropes = ship.get("/decisions/4").body();
    assertTrue(ropes.contains("What its file says was decided"), ropes);
    assertTrue(ropes.contains("We tar them.") && !ropes.contains("id=\"people\""), ropes);
    wire.put("/decisions/3/voices", Map.of("kind", "dissent", "words", "It stinks"));
    assertTrue(ship.get("/decisions/3").body().contains("It stinks"));
    assertTrue(ship.get("/decisions/2").body().contains("id=\"drivers\""), "of ours all is told");
  }
}
