package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.git.GitRepo;
import pilothouse.git.Progress;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** Which files {@code pilothouse decisions export} writes, which it leaves, and what it says. */
@OnBothDatabases
class DecisionExportTest {
  private static final String ROPES =
      "---\nstatus: proposed\n---\n# Ropes\n\n## Context\n\nHemp rots.\n\n## Decision\n\nSteel.\n";

  @TempDir Path folder;
  private Path adrs;
  private Terminal terminal;

  @BeforeEach
  void opens() {
    terminal = Terminal.ready(folder.resolve("data"));
    adrs = folder.resolve("adr");
  }

  private void file(String name, String text) throws IOException {
    Files.createDirectories(adrs);
    Files.writeString(adrs.resolve(name), text);
  }

  private String text(String name) throws IOException {
    return Files.readString(adrs.resolve(name));
  }

  private String run(int exit, String... words) {
    Terminal.Ended ended = terminal.run(words);
    assertEquals(exit, ended.exit(), ended.out() + ended.err());
    return ended.out();
  }

  private Ship ship(Path... repositories) {
    Map<String, String> given = Map.of("data", folder.resolve("data").toString());
    return Ship.set(given, Progress.SILENT, repositories);
  }

  private static Map<String, Object> words(String question) {
    return Map.of("title", "Ropes", "question", question, "why", "clearer");
  }

  @Practice("C13")
  @Test
  void theCountsAddUpAndNoOtherByteChanges() throws IOException {
    file("0001-ropes.md", ROPES);
    file("0002-oars.md", ROPES.replace("Ropes", "Oars"));
    run(0, "decisions", "import", adrs.toString());
    try (Ship ship = ship()) {
      new Wire(ship).put("/decisions/1/words", words("Hemp smells."));
      file("0001-ropes.md", ROPES.replace("Steel.", "Steel it is."));
      run(0, "decisions", "import", adrs.toString());
      String out = run(0, "decisions", "export", adrs.toString());
      assertTrue(out.contains("2 files: 1 written, 1 the same, 0 with two texts"), out);
    }
    String expected = ROPES.replace("Steel.", "Steel it is.").replace("Hemp rots.", "Hemp smells.");
    assertEquals(expected, text("0001-ropes.md"));
  }

  @Practice("C13")
  @Test
  void aFileWithTwoTextsIsLeftAsItIs() throws IOException {
    file("0001-ropes.md", ROPES);
    run(0, "decisions", "import", adrs.toString());
    try (Ship ship = ship()) {
      new Wire(ship).put("/decisions/1/words", words("Hemp smells."));
      String newer = ROPES.replace("Hemp rots.", "Hemp sinks.");
      file("0001-ropes.md", newer);
      run(1, "decisions", "import", adrs.toString());
      String out = run(1, "decisions", "export", adrs.toString());
      assertTrue(out.contains("left as it is: take one of both texts"), out);
      assertTrue(out.contains("1 file: 0 written, 0 the same, 1 with two texts"), out);
      assertEquals(newer, text("0001-ropes.md"));
      run(1, "decisions", "export", adrs.toString());
      assertEquals(newer, text("0001-ropes.md"));
    }
  }

  @Practice("C13")
  @Test
  void aFileThatSomebodyTookOutStaysOutUntilItIsAskedFor() throws IOException {
    file("0001-ropes.md", ROPES);
    file("0002-oars.md", ROPES.replace("Ropes", "Oars"));
    run(0, "decisions", "import", adrs.toString());
    Files.delete(adrs.resolve("0002-oars.md"));
    String out = run(0, "decisions", "export", adrs.toString());
    assertTrue(out.contains("0002-oars.md: somebody took it out"), out);
    assertFalse(Files.exists(adrs.resolve("0002-oars.md")));
    out = run(0, "decisions", "import", adrs.toString());
    assertTrue(out.contains("2 files: 0 new, 1 the same again, 0 changed"), out);
    assertTrue(out.contains("1 not there any more"), out);
    assertTrue(run(0, "decisions", "export", adrs.toString()).contains("1 taken out there"));
    out = run(0, "decisions", "export", adrs.toString(), "--restore");
    assertTrue(out.contains("1 written, 1 the same"), out);
    assertEquals(ROPES.replace("Ropes", "Oars"), text("0002-oars.md"));
  }

  @Practice("C13")
  @Test
  void warningsStandInTheReceipt() throws IOException {
    file("0001-ropes.md", ROPES.replace("status: proposed", "status: [acepted\ndate: 2026-06-31"));
    String out = run(0, "decisions", "import", adrs.toString());
    assertTrue(out.contains("Warning: The file says “[acepted”"), out);
    assertTrue(out.contains("Warning: “2026-06-31” is no day"), out);
    assertTrue(out.contains("Warning: Its front matter is no YAML"), out);
    assertTrue(run(0, "decisions", "import", adrs.toString(), "--json").contains("\"warnings\""));
  }

  @Practice("C13")
  @Test
  void intoARepositoryGoesWhatBelongsThereAndABranchIsSaidToBeOne() {
    GitRepo repo =
        GitRepo.init(folder.resolve("harbour"))
            .write("docs/adr/0001-ropes.md", ROPES)
            .commit("First");
    repo.git("config", "user.name", "Mara Lind");
    repo.git("config", "user.email", "mara@ferry.example");
    String docs = repo.path().resolve("docs/adr").toString();
    try (Ship ship = ship(repo.path()).read("harbour").rounds()) {
      Wire wire = new Wire(ship);
      wire.put("/decisions", Map.of("title", "Holidays", "question", "When?"));
      wire.put(
          "/decisions",
          Map.of("title", "Oars", "question", "Which?", "place", "repository:harbour"));
      String out = run(0, "decisions", "export", docs, "--branch", "words");
      assertTrue(out.contains("2 files: 1 written, 1 the same"), out);
      assertTrue(out.contains("not written: 1; --all"), out);
      assertTrue(repo.git("show", "words:docs/adr/0002-oars.md").contains("# Oars"));
      JsonNode told = wire.get("/systems/harbour/decisions");
      assertEquals("words", told.at("/files/1/branch").asString(), told.toString());
      assertEquals(0, told.get("problems").size());
      String page = ship.get("/systems/harbour/decisions").body();
      assertTrue(page.contains("on the branch words, not merged yet"), page);
      assertFalse(page.contains("not there now"));
      assertTrue(run(0, "decisions", "export", docs, "--branch", "words").contains("2 the same"));
      out = run(0, "decisions", "export", docs, "--branch", "words", "--all");
      assertTrue(out.contains("1 written, 2 the same"), out);
      repo.git("merge", "-q", "--no-edit", "words");
      ship.post("/systems/harbour/read", "");
      ship.read("harbour").rounds();
      assertTrue(wire.get("/systems/harbour/decisions").at("/files/1/is_there").asBoolean());
    }
  }
}
