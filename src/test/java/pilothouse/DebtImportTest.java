package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.evidence.facts.WorkItem;
import pilothouse.storage.OnBothDatabases;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Debt that comes in: tables, analysis, issues, candidates; the same twice is one item. */
@OnBothDatabases
class DebtImportTest {
  private static final JsonMapper JSON = new JsonMapper();
  private final Ship ship = Ship.with(Village.repository()).read("ferry");
  private final Wire wire = new Wire(ship);

  @TempDir static Path folder;

  @org.junit.jupiter.api.AfterEach
  void stops() {
    ship.close();
  }

  private JsonNode sent(int status, String query, String text) {
    HttpResponse<String> answer =
        ship.send(
            HttpRequest.newBuilder(ship.at("/api/v1/debt/import" + query))
                .POST(HttpRequest.BodyPublishers.ofString(text)));
    assertEquals(status, answer.statusCode(), answer.body());
    return JSON.readTree(answer.body());
  }

  private static String counts(JsonNode receipt) {
    return List.of("told", "fresh", "again", "joined", "refused").stream()
        .map(name -> receipt.get(name).asString())
        .toList()
        .toString();
  }

  private static final String TABLE =
      """
      Title;Effect;Severity;Spots;Principal low;Principal high;Key;Address
      Old printer;risks;high;tickets/src/Printer.java;10;20;A-1;https://tracker.example/A-1
      Two clocks;slows;;booking;;;A-2;
      No effect;;;;;;A-3;
      Odd hours;waits;;;9;3;A-4;
      "Never closed;waits
      Last;waits;;;;;A-5;
      """;

  @Practice("D1")
  @Test
  void aTableIsTakenLineByLineAndTwiceChangesNothing() {
    JsonNode receipt = sent(200, "?repository=ferry&name=list.csv", TABLE);
    assertEquals("[6, 3, 0, 0, 3]", counts(receipt));
    assertEquals(4, receipt.at("/lines/0/line").asInt());
    assertEquals("What it does is missing.", receipt.at("/lines/0/why").asString());
    assertEquals(5, receipt.at("/lines/1/line").asInt());
    assertEquals(6, receipt.at("/lines/2/line").asInt());
    JsonNode first = wire.get("/debt");
    assertEquals("[6, 0, 3, 0, 3]", counts(sent(200, "?repository=ferry&name=list.csv", TABLE)));
    assertEquals(first, wire.get("/debt"), "the same twice changes nothing");
    JsonNode printer = wire.get("/debt/1");
    assertEquals("repository:ferry", printer.get("place").asString());
    assertEquals("moved", printer.at("/where/0/fate").asString());
    assertEquals("tickets/src/TicketPrinter.java", printer.at("/where/0/now").asString());
    assertTrue(ship.get("/journal").body().contains("debt taken from a source"));
  }

  @Test
  void whatAnotherSourceToldIsOneItemWithTwoSources() {
    sent(200, "?repository=ferry&name=list.csv", TABLE);
    String again =
        """
        title,effect,place,key,address,item
        Printer that is old,waits,organisation,B-1,https://tracker.example/A-1,
        two  CLOCKS!,slows,repository:ferry,B-2,,
        Something else,waits,,B-3,,TD-3
        Nobody has it,waits,,B-4,,TD-99
        """;
    JsonNode receipt = sent(200, "?name=other.csv", again);
    assertEquals("[4, 0, 0, 3, 1]", counts(receipt));
    for (int item = 1; item <= 3; item++) {
      assertEquals(2, wire.get("/debt/" + item).get("sources").size());
    }
    assertEquals("risks", wire.get("/debt/1").get("effect").asString(), "words of before stay");
    String out = ship.get("/debt.csv").body();
    assertTrue(out.startsWith("item,title,effect"), out);
    assertEquals("[3, 0, 0, 3, 0]", counts(sent(200, "?name=debt.csv", out)));
    assertEquals(3, wire.get("/debt").get("items").size());
  }

  @Test
  void whatIsNoFileOfDebtIsRefusedAsAWhole() {
    for (String bad : List.of("", "x,y\n1,2\n", "<xml/>", "{}", "{\"runs\": 3}", "[1]", "{\"a")) {
      JsonNode answer = sent(422, "?repository=ferry", bad);
      assertTrue(answer.get("detail").asString().length() > 5, bad);
    }
    sent(422, "", "{\"runs\": [{}]}");
    sent(422, "?repository=none", TABLE);
    assertEquals("[1, 0, 0, 0, 1]", counts(sent(422, "", "title,effect\nx,hurts\n")));
    assertEquals(0, wire.get("/debt").get("items").size());
  }

  private static String result(String rule, String path, int line, String more) {
    return """
    {"ruleId":"%s","message":{"text":"Do not %s"},"locations":[{"physicalLocation":
    {"artifactLocation":{"uri":"%s"},"region":{"startLine":%d}}}]%s}\
    """
        .formatted(rule, rule, path, line, more);
  }

  private static String sarif(String... results) {
    return """
    {"version":"2.1.0","runs":[{"results":[%s],"tool":{"driver":{"name":"Lint","rules":[
    {"id":"cast","shortDescription":{"text":"Unchecked casts"},
     "defaultConfiguration":{"level":"warning"},"helpUri":"https://lint.example/cast"},
    {"id":"key","name":"Keys in code","properties":{"security-severity":"9.1","tags":["security"]}}
    ]}}}]}\
    """
        .formatted(String.join(",", results));
  }

  @Practice("D1")
  @Test
  void analysisBecomesAnItemForEachRuleAndArea() {
    String log =
        sarif(
            result("cast", "booking/src/Booking.java", 3, ""),
            result("cast", "booking/src/Booking.java", 9, ""),
            result("cast", "booking/src/Booking.java", 9, ""),
            result("cast", "file:///booking/src/Other.java", 1, ""),
            result("cast", "web/page.html", 1, ""),
            result("key", "web/page.html", 7, ",\"partialFingerprints\":{\"p\":\"1\"}"),
            result("key", "web/page.html", 8, ",\"partialFingerprints\":{\"p\":\"1\"}"),
            result("key", "web/x", 1, ",\"suppressions\":[{\"kind\":\"inSource\"}]"),
            result("key", "web/x", 1, ",\"baselineState\":\"absent\""),
            "{\"message\":{\"text\":\"nameless\"}}");
    JsonNode receipt = sent(200, "?repository=ferry&name=lint.sarif", log);
    assertEquals("[4, 3, 0, 0, 1]", counts(receipt));
    assertEquals("It names no rule.", receipt.at("/lines/0/why").asString());
    JsonNode casts = wire.get("/debt/1");
    assertEquals("Unchecked casts (booking)", casts.get("title").asString());
    assertEquals("slows", casts.get("effect").asString());
    assertEquals("3 results of Lint cast", casts.at("/sources/0/says").asString());
    assertEquals("booking/src/Booking.java", casts.at("/where/0/path").asString());
    JsonNode keys = wire.get("/debt/3");
    assertEquals("critical", keys.get("severity").asString());
    assertEquals("risks", keys.get("effect").asString());
    assertEquals("security", keys.get("kind").asString());
    assertEquals("1 result of Lint key", keys.at("/sources/0/says").asString());
    assertEquals("[4, 0, 3, 0, 1]", counts(sent(200, "?repository=ferry", log)));
    String half = log.substring(0, log.indexOf("nameless"));
    assertEquals("[1, 0, 0, 0, 1]", counts(sent(422, "?repository=ferry", half)));
    String named =
        half.replace("\"runs\":[{", "\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Lint\"}},");
    assertEquals(
        "[4, 0, 3, 0, 1]",
        counts(sent(200, "?repository=ferry", named)),
        "what stands before the break was taken");
    String less = named.substring(0, named.indexOf("9}"));
    assertEquals("[2, 0, 1, 0, 1]", counts(sent(200, "?repository=ferry", less)));
    assertEquals(
        "3 results of Lint cast",
        wire.get("/debt/1").at("/sources/0/says").asString(),
        "a file that breaks off does not say how many there are");
  }

  private static String missing(int files) {
    return sarif(
        IntStream.range(0, files)
            .mapToObj(i -> result("cast", "booking/never" + i + ".java", 3, ""))
            .toArray(String[]::new));
  }

  @Practice({"D1", "D2"})
  @Test
  void anItemKeepsItsFilesAndNeverBecomesItsFolderUnsaid() {
    JsonNode kept = sent(200, "?repository=ferry&name=many.sarif", missing(500));
    assertEquals(0, kept.get("folders").asInt());
    JsonNode where = wire.get("/debt/1").get("where");
    assertEquals(500, where.size());
    assertEquals("unknown", where.at("/0/fate").asString());
    String page = ship.get("/debt/1").body();
    assertTrue(page.contains("and 480 others"), page);
    assertTrue(page.contains("0 changes touched it"), "files that never were are no folder");
    wire.put("/debt/1/closing", Map.of("how", "dropped", "why", "No longer checked"));
    JsonNode wide =
        sent(200, "?repository=ferry&name=wide.sarif", missing(501).replace("cast", "dust"));
    assertEquals(1, wide.get("folders").asInt());
    assertEquals("booking", wire.get("/debt/2").at("/where/0/path").asString());
    assertEquals(
        "501 results of Lint dust, in more than 500 files: it stands for its folder",
        wire.get("/debt/2").at("/sources/0/says").asString());
    List<String> spots = List.of("ferry:../ferry/a.java");
    wire.refused(422, "/debt", Map.of("title", "Out", "effect", "slows", "spots", spots));
  }

  @Practice("D2")
  @Test
  void theChangesBehindItSayHowManyOfThemAreShown() {
    List<String> spots = List.of("ferry");
    wire.put("/debt", Map.of("title", "All of it", "effect", "slows", "spots", spots));
    String page = ship.get("/debt/1").body();
    String table = page.substring(page.indexOf("id=\"changes\""));
    table = table.substring(0, table.indexOf("</table>"));
    assertTrue(table.contains("The latest 50 of the "), table);
    assertEquals(51, table.split("<tr", -1).length - 1, "with its heads");
  }

  @Test
  void aLargeLogIsReadInBoundedMemory() throws IOException {
    Path file = folder.resolve("large.sarif");
    int results = 120_000;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("{\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Lint\"}},\"results\":[");
      for (int i = 0; i < results; i++) {
        String flow = "\"codeFlows\":[{\"text\":\"" + "x".repeat(180) + "\"}]";
        out.write(i == 0 ? "" : ",");
        out.write(result("r" + i % 40, "booking/f" + i % 900 + ".java", i, "," + flow));
      }
      out.write("]}]}");
    }
    assertTrue(Files.size(file) > 40_000_000);
    long before = used();
    long[] most = {0};
    try (InputStream in =
        new Watching(Files.newInputStream(file), () -> most[0] = Math.max(most[0], used()))) {
      pilothouse.debt.Receipt receipt =
          new Arrears(
                  ship::stored,
                  pilothouse.direction.bets.Outcomes.none(),
                  List::of,
                  List::of,
                  java.time.InstantSource.fixed(Village.NOW),
                  java.time.ZoneOffset.UTC)
              .debts()
              .take("large.sarif", in, "ferry");
      assertEquals(40, receipt.fresh());
      assertEquals(0, receipt.refused());
    }
    assertTrue(most[0] - before < 64 << 20, "it took " + ((most[0] - before) >> 20) + " MB");
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Looks at the memory now and then, while a file is read. */
  private static final class Watching extends java.io.FilterInputStream {
    private final Runnable look;
    private long read;

    Watching(InputStream in, Runnable look) {
      super(in);
      this.look = look;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = super.read(into, from, length);
      if (read / 10_000_000 != (read + got) / 10_000_000) {
        look.run();
      }
      read += got;
      return got;
    }
  }

  private static WorkItem issue(String number, boolean open, String... labels) {
    return new WorkItem(
        "github.com/acme/ferry#issue/" + number,
        Instant.parse("2026-10-01T00:00:00Z"),
        null,
        null,
        number,
        "Issue " + number,
        open,
        null,
        List.of(labels),
        null,
        null,
        null,
        open ? null : Instant.parse("2026-10-02T00:00:00Z"),
        null,
        "https://github.com/acme/ferry/issues/" + number);
  }

  @Practice("D1")
  @Test
  void openIssuesWithALabelOfDebtComeInByThemselves() {
    ship.told(
            List.of(
                issue("1", true, "Tech-Debt"),
                issue("2", true, "bug"),
                issue("3", false, "debt"),
                issue("4", true, "rust")))
        .rounds()
        .rounds();
    assertEquals(1, wire.get("/debt").get("items").size());
    assertEquals("#1", wire.get("/debt/1").at("/sources/0/says").asString());
    wire.put("/debt/rules", Map.of("what", "labels", "value", "Rust, debt"));
    ship.rounds();
    assertEquals("Issue 4", wire.get("/debt/2").get("title").asString());
    assertEquals(
        "[1, 0, 0, 1, 0]",
        counts(
            sent(
                200,
                "",
                "title,effect,address\nOther words,waits,https://github.com/acme/ferry/issues/1\n")));
  }

  @Practice("D1")
  @Test
  void aCandidateBecomesAnItemWithOneClickAndSaysSo() {
    String page = ship.get("/systems/ferry/debt").body();
    assertTrue(page.contains("Make it an item"), page);
    String key = page.replaceAll("(?s).*?name=\"key\" value=\"([^\"]+)\".*", "$1");
    JsonNode item = wire.put("/systems/ferry/debt", Map.of("key", key.replace("&#43;", "+")));
    assertEquals("candidate", item.at("/sources/0/kind").asString());
    assertEquals("repository:ferry", item.get("place").asString());
    assertEquals("here", item.at("/where/0/fate").asString());
    wire.put("/systems/ferry/debt", Map.of("key", key));
    assertEquals(1, wire.get("/debt").get("items").size());
    assertTrue(ship.get("/systems/ferry/debt").body().contains("In the register as TD-1"));
    wire.refused(404, "/systems/ferry/debt", Map.of("key", "none"));
  }

  @Test
  void pathsAreFollowedAndWhatIsGoneSaysSo() {
    wire.put(
        "/debt",
        Map.of(
            "title", "Howto is old",
            "effect", "waits",
            "spots", List.of("ferry:docs/howto.md", "ferry:never/was", "other:x", "ferry")));
    JsonNode where = wire.get("/debt/1").get("where");
    assertEquals("docs/guide.md", where.at("/0/now").asString());
    assertEquals("unknown", where.at("/1/fate").asString());
    assertEquals("unread", where.at("/2/fate").asString());
    assertEquals("here", where.at("/3/fate").asString());
    assertEquals(List.of(), wire.found("debt-paths-gone"));
    assertTrue(ship.get("/debt/1").body().contains("now docs/guide.md"));
  }

  @Test
  void theTerminalTakesTheSameWithAReceipt() throws IOException {
    Path table = folder.resolve("list.csv");
    Files.writeString(table, "title,effect\nOld printer,risks\nNo effect,\n");
    Terminal terminal = Terminal.ready(folder.resolve("data-" + System.nanoTime()));
    Terminal.Ended first = terminal.run("debt", "import", table.toString());
    assertEquals(1, first.exit(), first.err());
    assertTrue(first.out().contains("2 told: 1 new, 0 the same again"), first.out());
    assertTrue(
        first.out().contains("refused line 3, No effect: What it does is missing."), first.out());
    Terminal.Ended json = terminal.run("debt", "import", table.toString(), "--json");
    assertEquals("[2, 0, 1, 0, 1]", counts(JSON.readTree(json.out())));
    terminal.run("debt", "import", "none.csv").refused("is no file that can be read");
    terminal
        .run("debt", "import", table.toString(), "--repository", "none")
        .refused("There is no repository");
  }
}
