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
import tools.jackson.databind.JsonNode;

/** What decisions affect, in their files: written, read, and changed on both sides. */
@OnBothDatabases
class AffectedFilesTest {
  private static final String PAINT =
      """
      # Paint of tar

      ## Context and Problem Statement

      Wood rots.

      ## What it costs

      Two  spaces,	a tab.

      ## More Information

      * Affects: team:harbour
      * Affects: system:nowhere
      * See the yard's book
      """;

  private final Ship ship = Ship.at(new Tide(Village.NOW));
  private final Wire wire = new Wire(ship);

  @BeforeEach
  void begins() {
    ship.post("/teams", "title=Harbour");
    ship.post("/teams", "title=Pier");
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private void take(String text) {
    wire.put("/decisions/by/folder", Map.of("path", "0001-paint.md", "text", text));
  }

  private List<String> scopes() {
    JsonNode now = wire.get("/decisions/1").get("affects");
    return now.valueStream().map(one -> one.get("scope").asString()).toList();
  }

  private String file() {
    return ship.get("/decisions/1/file").body();
  }

  @Practice("C13")
  @Test
  void aFileSaysWhatItAffectsAndWhatChangesOnEitherSideIsBroughtTogether() {
    take(PAINT);
    assertEquals(List.of("team:harbour"), scopes(), "what nobody knows here stays in the file");
    assertEquals(PAINT, file(), "nothing changed");
    wire.put("/decisions/1/affected", Map.of("scope", "team:pier"));
    String ours = file();
    assertTrue(ours.startsWith(PAINT.stripTrailing()), ours);
    assertTrue(ours.contains("* Affects (2026-11-02): team:pier"), ours);
    take(PAINT.replace("Wood rots.", "Wood rots soon."));
    assertEquals(List.of("team:harbour", "team:pier"), scopes());
    take(file());
    take(file().replace("* Affects: team:harbour\n", ""));
    assertEquals(List.of("team:pier"), scopes());
    assertEquals("Wood rots soon.", wire.get("/decisions/1").get("question").asString());
    assertTrue(file().contains("Two  spaces,\ta tab.") && file().contains("team:pier"), file());
    int number = wire.get("/decisions/1").at("/affects/0/number").asInt();
    wire.put("/decisions/1/affected/" + number + "/end", Map.of("why", "They have no boat"));
    String less = file();
    assertTrue(less.contains("* Affects no more (2026-11-02): "), less);
    take(less);
    assertEquals(List.of(), scopes(), "read again it says the same");
    assertEquals(less, file());
  }

  @Test
  void whatIsDecidedHereIsWrittenAndOfOtherPlacesNothing() {
    String words = "title=Sails&question=Which&affects=team%3Aharbour%0Ateam%3Apier";
    ship.post("/decisions", words + "&place=organisation");
    assertTrue(file().contains("): team:harbour") && file().contains("): team:pier"), file());
    ship.post("/decisions", words + "&place=team%3Aharbour");
    String own = ship.get("/decisions/2/file").body();
    assertTrue(own.contains("): team:harbour"), own);
    assertFalse(own.contains("pier"), "those of Harbour need not know it");
  }
}
