package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.decisions.adr.Shapes;
import pilothouse.git.GitRepo;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;

/** Decisions that lie in repositories as files, and decisions that become files. */
@OnBothDatabases
class DecisionFilesTest {
  private static final String HULL =
      """
      # 1. Hull of oak

      Date: 2020-03-04

      ## Status

      Superseded by [2. Hull of steel](0002-hull-of-steel.md)

      ## Context

      Oak is at hand.

      ## Decision

      We take oak.

      ## Consequences

      It leaks.
      """;

  private static final String STEEL =
      """
      ---
      status: accepted
      date: 2023-01-09
      decision-makers: Ada Lind
      ---

      # Hull of steel

      ## Context and Problem Statement

      Oak leaks.

      ## Considered Options

      * Steel
      * Tar

      ## Decision Outcome

      Chosen option: "Steel", because it does not leak.

      ## Pros and Cons of the Options

      ### Steel

      * Good, because it is tight
      * Bad, because it rusts

      ## What it costs

      A lot.

      ## More Information

      * Supersedes [1. Hull of oak](0001-hull-of-oak.md)
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
            .write("docs/adr/0001-hull-of-oak.md", HULL)
            .write("docs/adr/0002-hull-of-steel.md", STEEL)
            .write("docs/adr/README.md", "# Index\n")
            .write("src/main/java/adr/Adr.java", "class Adr {}\n")
            .commit("First");
    ship = Ship.at(tide, repo.path()).read("harbour").rounds();
    wire = new Wire(ship);
  }

  @AfterEach
  void stops() {
    ship.close();
  }

  private void reread() {
    ship.post("/systems/harbour/read", "");
    ship.read("harbour").rounds();
  }

  private String page(String path) {
    HttpResponse<String> answer = ship.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }

  private byte[] bytes(String path) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(ship.at(path)).build();
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Practice("C13")
  @Test
  void foldersOfARepositoryAreReadWithTheirLinks() {
    JsonNode old = wire.get("/decisions/1");
    assertEquals("superseded", old.get("state").asString());
    assertEquals(2, old.get("superseded_by").asInt());
    assertEquals("We take oak.", old.get("reasons").asString());
    assertEquals("2020-03-04T00:00:00Z", old.get("decided_at").asString());
    assertEquals("repository:harbour", old.get("place").asString());
    JsonNode now = wire.get("/decisions/2");
    assertEquals("accepted", now.get("state").asString());
    assertEquals("Steel", now.get("chosen").asString());
    assertEquals("it is tight", now.at("/options/0/good/0").asString());
    assertEquals(1, now.at("/supersedes/0").asInt());
    assertEquals("unknown", now.get("way_back").asString());
    assertEquals("docs/adr/0002-hull-of-steel.md", now.at("/files/0/path").asString());
    assertFalse(now.at("/files/0/changed_here").asBoolean());
    String page = page("/decisions/2");
    assertTrue(page.contains("docs/adr/0002-hull-of-steel.md in harbour"), page);
    assertTrue(page.contains("Decided by, as the file has it: Ada Lind"), page);
    assertTrue(page.contains("Holds in the place of 1. Hull of oak"), page);
    assertTrue(page.contains("Decided on 9 Jan 2023, as its file says"), page);
    assertFalse(page.contains("by a file") && page.contains("00:00 by"), page);
    assertTrue(page.contains("A lot."), "what has no field is shown");
    assertTrue(page("/decisions").contains("/systems/harbour/decisions"));
  }

  @Practice("C13")
  @Test
  void theRepositorysPageSaysWhatWasReadAndWhatWasLeftOut() {
    JsonNode told = wire.get("/systems/harbour/decisions");
    assertEquals(2, told.get("files").size());
    assertEquals(1, told.get("left_out").size(), told.toString());
    assertEquals("docs/adr/README.md", told.at("/left_out/0/path").asString());
    assertEquals(0, told.get("problems").size(), told.toString());
    String page = page("/systems/harbour/decisions");
    assertTrue(page.contains("Hull of steel") && page.contains("is an index of the folder"), page);
    assertTrue(page("/decisions/by/folder").contains("harbour"));
    assertEquals(404, ship.get("/systems/none/decisions").statusCode());
  }

  @Practice("C13")
  @Test
  void whatDoesNotFitTogetherIsFound() {
    repo.write(
            "docs/adr/0002-sails.md", "# Sails\n\n## Status\n\nAccepted\n\nAmends [9](0009-x.md)\n")
        .write(
            "docs/adr/0003-oars.md", "# Oars\n\n## Status\n\nSupersedes [Sails](0002-sails.md)\n")
        .commit("Second");
    reread();
    assertTrue(wire.found("decision-files-duplicate-number").getFirst().contains("2 files"));
    assertTrue(wire.found("decision-files-broken-link").getFirst().contains("0009-x.md"));
    assertTrue(wire.found("decision-files-one-sided").getFirst().contains("0002-sails.md"));
    repo.write("docs/adr/0002-sails.md", "# S\n\n## Status\n\nSupersedes [3](0003-oars.md)\n")
        .commit("Third");
    reread();
    assertTrue(wire.found("decision-files-cycle").getFirst().contains("circle"));
    assertEquals("unknown", wire.get("/decisions/3").get("state").asString());
  }

  @Practice("C13")
  @Test
  void bothSidesMayChangeItAndItsOwnBytesStay() {
    wire.put("/decisions/2/voices", Map.of("kind", "dissent", "words", "Steel is cold"));
    wire.put("/decisions/2/reopen", Map.of("why", "It rusts"));
    wire.put("/decisions/2/choice", Map.of("option", "Tar", "reasons", "it is cheap"));
    repo.write("docs/adr/0002-hull-of-steel.md", STEEL.replace("Oak leaks.", "Oak leaks a lot."))
        .commit("Second");
    tide.rise(1);
    reread();
    JsonNode now = wire.get("/decisions/2");
    assertEquals("Oak leaks a lot.", now.get("question").asString());
    assertEquals("Tar", now.get("chosen").asString());
    assertTrue(now.at("/files/0/changed_here").asBoolean());
    String file = new String(bytes("/decisions/2/file"), StandardCharsets.UTF_8);
    assertTrue(file.contains("Chosen option: \"Tar\", because it is cheap"), file);
    assertTrue(file.contains("Oak leaks a lot."), file);
    assertTrue(file.contains("## What it costs\n\nA lot.\n"), file);
    assertTrue(file.contains("Steel is cold") && file.contains("decision-makers: Ada Lind"), file);
    repo.write("docs/adr/0002-hull-of-steel.md", file).commit("Third");
    reread();
    assertEquals("Tar", wire.get("/decisions/2").get("chosen").asString());
    assertEquals(file, new String(bytes("/decisions/2/file"), StandardCharsets.UTF_8));
  }

  @Practice("C13")
  @Test
  void twoTextsOfOnePartAreShownUntilOneIsTaken() {
    wire.put("/decisions/2/words", words("Steel is at hand."));
    repo.write("docs/adr/0002-hull-of-steel.md", STEEL.replace("Oak leaks.", "Oak is rare."))
        .commit("Second");
    reread();
    JsonNode now = wire.get("/decisions/2");
    assertEquals("Steel is at hand.", now.get("question").asString());
    JsonNode conflict = now.at("/files/0/conflicts/0");
    assertTrue(conflict.get("theirs").asString().contains("Oak is rare."), now.toString());
    String page = page("/decisions/2");
    assertTrue(page.contains("Oak is rare.") && page.contains("Keep this one"), page);
    assertEquals(1, wire.found("decision-two-texts").size());
    String taken = "/decisions/2/conflicts/" + conflict.get("id").asString();
    JsonNode after = wire.put(taken, Map.of("take", "theirs"));
    assertEquals("Oak is rare.", after.get("question").asString());
    assertEquals(0, after.at("/files/0/conflicts").size());
    assertTrue(page("/decisions/2").contains("Here it was"), "the other text stays");
    assertEquals(
        "There is no such decision here.", wire.refused(404, taken, Map.of("take", "ours")));
    assertEquals(0, wire.found("decision-two-texts").size());
    assertFalse(wire.get("/decisions/2").at("/files/0/changed_here").asBoolean());
  }

  private static Map<String, Object> words(String question) {
    return Map.of(
        "title",
        "Hull of steel",
        "question",
        question,
        "options",
        List.of("Steel", "+ it is tight", "- it rusts", "Tar"),
        "why",
        "clearer");
  }

  @Practice("C13")
  @Test
  void keepingOursKeepsTheOtherTextInTheHistory() {
    wire.put("/decisions/2/words", words("Steel is at hand."));
    repo.write("docs/adr/0002-hull-of-steel.md", STEEL.replace("Oak leaks.", "Oak is rare."))
        .commit("Second");
    reread();
    String id = wire.get("/decisions/2").at("/files/0/conflicts/0/id").asString();
    ship.post("/decisions/2/conflicts/" + id, "take=ours");
    JsonNode now = wire.get("/decisions/2");
    assertEquals("Steel is at hand.", now.get("question").asString());
    assertEquals(0, now.at("/files/0/conflicts").size());
    assertTrue(page("/decisions/2").contains("In the file it was"));
    reread();
    assertEquals(0, wire.get("/decisions/2").at("/files/0/conflicts").size());
  }

  @Practice("C13")
  @Test
  void whatWasDecidedHereIsWrittenAsMadrAndReadAgain() throws IOException {
    wire.put(
        "/decisions",
        Map.of(
            "title",
            "Öl für die Winden",
            "question",
            "Which oil?",
            "drivers",
            List.of("cold nights"),
            "options",
            List.of("Whale", "+ smells", "Rape", "~ yellow")));
    wire.put("/decisions/3/choice", Map.of("option", "Rape", "reasons", "it is at hand"));
    wire.put("/decisions/2/successor", Map.of("by", "D-3", "why", "Oil it instead"));
    String file = new String(bytes("/decisions/3/file"), StandardCharsets.UTF_8);
    assertTrue(file.startsWith("---\nstatus: accepted\ndate: 2026-"), file);
    assertTrue(file.contains("Chosen option: \"Rape\", because it is at hand"), file);
    Map<String, String> files = archive();
    String name = "decisions/0003-ol-fur-die-winden.md";
    assertTrue(files.containsKey(name), files.keySet().toString());
    assertTrue(files.get(name).contains("Hull of steel"), files.get(name));
    String steel = files.getOrDefault("decisions/harbour/docs/adr/0002-hull-of-steel.md", "");
    assertTrue(steel.contains("0003-ol-fur-die-winden.md"), steel);
    wire.put(
        "/decisions/3/words",
        Map.of(
            "title",
            "Oil",
            "question",
            "Which oil?",
            "drivers",
            List.of("cold nights"),
            "options",
            List.of("Whale", "+ smells", "Rape", "~ yellow"),
            "why",
            "short"));
    assertTrue(archive().containsKey(name), "the name stays");
    assertTrue(ship.get("/api/v1/decisions/3/file").body().contains("# Oil\n"));
  }

  private Map<String, String> archive() throws IOException {
    Map<String, String> files = new TreeMap<>();
    byte[] bytes = bytes("/decisions/by/folder/files.zip");
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Practice("C13")
  @Test
  void oneFileAtOnceIsTakenFromAPageToo() {
    String text = Shapes.corpus().get("0007-paint.md");
    JsonNode told = wire.put("/decisions/by/folder", Map.of("path", "0007-paint.md", "text", text));
    assertEquals("new", told.get("what").asString());
    JsonNode again =
        wire.put("/decisions/by/folder", Map.of("path", "0007-paint.md", "text", text));
    assertEquals("same", again.get("what").asString());
    assertEquals("Paint the hull red", wire.get("/decisions/3").get("title").asString());
    assertEquals(
        "“../x.md” is no name of a Markdown file.",
        wire.refused(422, "/decisions/by/folder", Map.of("path", "../x.md", "text", text)));
    assertEquals(
        "“text” is empty.",
        wire.refused(422, "/decisions/by/folder", Map.of("path", "x.md", "text", "")));
    assertEquals(
        "left_out",
        wire.put("/decisions/by/folder", Map.of("path", "README.md", "text", text))
            .get("what")
            .asString());
  }

  @Practice("C13")
  @Test
  void otherFoldersAreFoundByTheirNames() {
    repo.write(".adr-dir", "words/kept\n")
        .write("words/kept/0001-lamps.md", "# Lamps\n")
        .write("doc/architecture/decisions/0001-bells.md", "# Bells\n")
        .write("lib/deck/docs/decisions/0001-ropes.md", "# Ropes\n")
        .write("adr/big.md", "# Big\n" + "x".repeat(600_000))
        .write("notes/0001-none.md", "# None\n")
        .commit("Second");
    reread();
    JsonNode told = wire.get("/systems/harbour/decisions");
    List<String> paths =
        told.get("files").valueStream().map(one -> one.get("path").asString()).toList();
    assertTrue(paths.contains("words/kept/0001-lamps.md"), paths.toString());
    assertTrue(paths.contains("doc/architecture/decisions/0001-bells.md"), paths.toString());
    assertTrue(paths.contains("lib/deck/docs/decisions/0001-ropes.md"), paths.toString());
    assertEquals(5, paths.size(), paths.toString());
    assertTrue(told.get("left_out").toString().contains("adr/big.md"), told.toString());
    assertTrue(told.get("left_out").toString().contains("larger than 512 KiB"), told.toString());
  }
}
