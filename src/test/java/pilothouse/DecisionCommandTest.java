package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.decisions.Shipment;
import pilothouse.decisions.adr.Shapes;
import pilothouse.git.GitRepo;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code pilothouse decisions import} and {@code export} as people call them. */
@OnBothDatabases
class DecisionCommandTest {
  private static final String RECORD =
      "# Ropes\n\n## Status\n\n%s\n\n## Context\n\nHemp rots.\n\n## Decision\n\nSteel.\n\n## Cost\n\nMuch.\n";

  @TempDir Path folder;
  private Path adrs;
  private Terminal terminal;

  @BeforeEach
  void opens() {
    terminal = Terminal.ready(folder.resolve("data"));
    adrs = folder.resolve("adr");
  }

  private void file(String name, byte[] bytes) {
    try {
      Path file = adrs.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void file(String name, String text) {
    file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String imported(int exit) {
    Terminal.Ended ended = terminal.run("decisions", "import", adrs.toString());
    assertEquals(exit, ended.exit(), ended.out() + ended.err());
    return ended.out();
  }

  private static Map<String, String> all(Path folder) {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(
            folder.relativize(file).toString(),
            new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDryRunSaysWhatWouldBecomeOfEachFileAndKeepsNothing() {
    file("0001-hull.md", RECORD.formatted("Accepted"));
    file("CHANGELOG.md", "# Changes\n");
    Terminal.Ended dry = terminal.run("decisions", "import", "--dry-run", adrs.toString()).fine();
    assertTrue(dry.out().contains("0001-hull.md: new: D-"), dry.out());
    assertTrue(dry.out().contains("CHANGELOG.md: left out. Files of this name"), dry.out());
    assertTrue(dry.out().contains("Nothing was kept"), dry.out());
    assertTrue(imported(0).contains("2 files: 1 new"), "as if nobody had asked before");
    dry = terminal.run("decisions", "import", "--dry-run", "--json", adrs.toString()).fine();
    assertTrue(dry.out().startsWith("{"), dry.out());
  }

  @Practice("C13")
  @Test
  void everyShapeIsTakenOnceAndGoesOutAgainByteForByte() {
    Shapes.corpus().forEach(this::file);
    file("crlf.md", RECORD.formatted("Accepted").replace("\n", "\r\n"));
    file("latin.md", RECORD.formatted("Accept\u00e9").getBytes(StandardCharsets.ISO_8859_1));
    file("odd.md", "no heading at all\u0001");
    file("README.md", "# The decisions\n");
    file("chart.png", new byte[] {1, 0, 2});
    Map<String, String> before = all(adrs);
    String first = imported(0);
    assertTrue(first.contains("0004-tide-tables.md: new: D-"), first);
    assertTrue(first.contains("chart.png: left out. The file is no Markdown."), first);
    assertTrue(first.contains("README.md: left out. The file is an index"), first);
    assertTrue(first.contains("16 files: 14 new, 0 the same again"), first);
    String again = imported(0);
    assertTrue(again.contains("0 new, 14 the same again, 0 changed"), again);
    terminal.run("decisions", "export", adrs.toString()).fine();
    assertEquals(before, all(adrs));
    Path other = folder.resolve("other");
    terminal.run("decisions", "export", other.toString()).fine();
    assertTrue(
        all(other)
            .values()
            .containsAll(
                all(adrs).entrySet().stream()
                    .filter(
                        one -> one.getKey().endsWith(".md") && !one.getKey().equals("README.md"))
                    .map(Map.Entry::getValue)
                    .toList()));
    assertTrue(
        terminal.run("decisions", "export", other.toString()).fine().out().contains("14 the same"));
    assertTrue(
        terminal.run("decisions", "import", other.toString()).fine().out().contains("0 new"));
  }

  @Practice("C13")
  @Test
  void whatCannotBeReadIsLeftOutAndHindersNoOther() throws IOException {
    file("0001-ropes.md", RECORD.formatted("Accepted"));
    file("0002-long.md", "#".repeat(Shipment.LARGEST + 1));
    file("0003-zero.md", "# Zero\n\n" + "x".repeat(9_000) + "\0\n");
    file("0004-empty.md", "");
    file(".hidden/0005.md", "# Hidden\n");
    Files.createSymbolicLink(adrs.resolve("0006-link.md"), folder.resolve("data"));
    String out = imported(1);
    assertTrue(out.contains("0001-ropes.md: new: D-1."), out);
    assertTrue(out.contains("0002-long.md: refused. It is larger than 512 KiB"), out);
    assertTrue(out.contains("0003-zero.md: new: D-2."), out);
    assertTrue(out.contains("0004-empty.md: left out. The file is empty."), out);
    assertFalse(out.contains("0005") || out.contains("0006"), out);
    assertTrue(
        out.contains(
            "2 new, 0 the same again, 0 changed, 0 with two texts, 0 not there any more, 1 left out, 1"));
    terminal.run("decisions", "import", folder.resolve("none").toString()).refused("is no folder");
    terminal
        .run("decisions", "import", adrs.toString(), "--place", "system:none")
        .refused("There is no place system:none");
    assertEquals(2, terminal.run("decisions").exit());
  }

  @Practice("C13")
  @Test
  void aFileThatChangedIsTakenAndOneThatWentKeepsItsDecision() throws IOException {
    file("0001-ropes.md", RECORD.formatted("Proposed"));
    file("0002-sails.md", "# Sails\n\nOnly words.\n");
    imported(0);
    file("0001-ropes.md", RECORD.formatted("Accepted").replace("Hemp rots.", "Hemp is gone."));
    Files.move(adrs.resolve("0002-sails.md"), adrs.resolve("0003-sails.md"));
    String out = imported(0);
    assertTrue(out.contains("0001-ropes.md: changed in the file: D-1."), out);
    assertTrue(out.contains("0003-sails.md: the same under another name: D-2."), out);
    Files.delete(adrs.resolve("0003-sails.md"));
    out = imported(0);
    assertTrue(out.contains("0003-sails.md: not there any more; its decision stays."), out);
    file("0003-sails.md", "# Sails\n\nOnly words.\n");
    assertTrue(imported(0).contains("0003-sails.md: the same again: D-2."));
  }

  @Practice("C13")
  @Test
  void programsAreToldEachFileAndItsTwoTexts() {
    file("0001-ropes.md", RECORD.formatted("Proposed"));
    imported(0);
    Map<String, String> given = Map.of("data", folder.resolve("data").toString());
    try (Ship ship = Ship.set(given, pilothouse.git.Progress.SILENT)) {
      new Wire(ship)
          .put(
              "/decisions/1/words",
              Map.of("title", "Ropes", "question", "Hemp smells.", "way_back", "unknown"));
      file("0001-ropes.md", RECORD.formatted("Proposed").replace("rots", "sinks"));
      Terminal.Ended ended = terminal.run("decisions", "import", adrs.toString(), "--json");
      assertEquals(1, ended.exit(), ended.out());
      JsonNode told = new JsonMapper().readTree(ended.out());
      assertEquals(1, told.at("/counts/conflict").asInt(), ended.out());
      assertEquals("D-1", told.at("/files/0/decision").asString());
      assertEquals("Context", told.at("/files/0/conflicts/0/heading").asString());
      assertTrue(told.at("/files/0/conflicts/0/ours").asString().contains("Hemp smells."));
      assertTrue(told.at("/files/0/conflicts/0/theirs").asString().contains("Hemp sinks."));
      String text = imported(1);
      assertTrue(text.contains("here \"## Context Hemp smells.\""), text);
    }
  }

  @Practice("C13")
  @Test
  void anExportLeavesAloneWhatWasChangedThere() {
    file("0001-ropes.md", RECORD.formatted("Proposed"));
    imported(0);
    file("0001-ropes.md", RECORD.formatted("Accepted"));
    Terminal.Ended ended = terminal.run("decisions", "export", adrs.toString());
    assertEquals(1, ended.exit(), ended.out());
    assertTrue(ended.out().contains("import the folder first"), ended.out());
    assertEquals(RECORD.formatted("Accepted"), all(adrs).get("0001-ropes.md"));
    imported(0);
    terminal.run("decisions", "export", adrs.toString()).fine();
    assertEquals(RECORD.formatted("Accepted"), all(adrs).get("0001-ropes.md"));
  }

  @Practice("C13")
  @Test
  void aBranchGetsOneCommitAndTheFolderNone() {
    GitRepo repo =
        GitRepo.init(adrs)
            .write("docs/adr/0001-ropes.md", RECORD.formatted("Accepted"))
            .commit("First");
    repo.git("config", "user.name", "Mara Lind");
    repo.git("config", "user.email", "mara@ferry.example");
    String docs = adrs.resolve("docs/adr").toString();
    terminal.run("decisions", "import", docs).fine();
    Map<String, String> given = Map.of("data", folder.resolve("data").toString());
    try (Ship ship = Ship.set(given, pilothouse.git.Progress.SILENT)) {
      Wire wire = new Wire(ship);
      wire.put("/decisions/1/reopen", Map.of("why", "It rusts"));
      wire.put("/decisions", Map.of("title", "Oars of ash", "question", "Which wood?"));
    }
    Terminal.Ended ended = terminal.run("decisions", "export", docs, "--branch", "words").fine();
    assertTrue(ended.err().contains("is on the branch words."), ended.err());
    assertEquals("", repo.git("status", "--porcelain"));
    String ropes = repo.git("show", "words:docs/adr/0001-ropes.md");
    assertTrue(ropes.contains("Proposed") && ropes.contains("Much."), ropes);
    assertTrue(ropes.contains("It rusts"), ropes);
    String oars = repo.git("show", "words:docs/adr/0002-oars-of-ash.md");
    assertTrue(oars.contains("# Oars of ash") && oars.contains("status: proposed"), oars);
    terminal
        .run("decisions", "export", docs, "--branch", "main")
        .refused("The branch main is checked out");
    repo.git("merge", "-q", "--no-edit", "words");
    String out = terminal.run("decisions", "import", docs).fine().out();
    assertTrue(out.contains("0 new, 1 the same again, 1 changed"), out);
    assertTrue(
        terminal.run("decisions", "import", docs).fine().out().contains("0 new, 2 the same"));
  }
}
