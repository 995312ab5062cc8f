package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.evidence.tables.Fields;

/** {@code pilothouse import} as people call it. */
class ImportCommandTest {
  private static final String GOOD =
      """
      id,service,environment,finished_at,outcome
      1,ferry,production,2026-01-31T12:00:00Z,success
      2,ferry,production,2026-02-01T12:00:00Z,failure
      """;
  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void opens() {
    terminal = Terminal.ready(folder.resolve("data"));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void aTableIsShownConfirmedAndRemembered() throws IOException {
    String file = file("d.csv", GOOD);
    Terminal.Ended asked = terminal.run("import", "deployments", file);
    assertEquals(2, asked.exit());
    assertTrue(asked.err().contains("finished_at       2026-01-31T12:00:00Z"), asked.err());
    assertTrue(asked.err().contains("--yes takes it"), asked.err());
    Terminal.Ended taken = terminal.run("import", "deployments", file, "--yes");
    assertEquals(0, taken.exit(), taken.err());
    assertEquals(
        file
            + ": 2 seen: 2 new, 0 unchanged, 0 refused.\n  Environments that count as production: production.\n",
        taken.out());
    Terminal.Ended again = terminal.run("import", "auto", file).fine();
    assertTrue(again.out().startsWith(file + ": 2 seen: 0 new, 2 unchanged, 0 refused.\n"));
    assertTrue(again.err().matches("(?s).*: Read as confirmed on \\d{4}-\\d\\d-\\d\\d\\. .*\n"));
    assertEquals(1, again.err().lines().count(), again.err());
  }

  @Test
  void aValueThatMeansNothingIsRefusedBeforeReadingAndNotRemembered() throws IOException {
    String file = file("d.csv", "service,finished_at\nferry,2026-01-31T12:00:00Z\n");
    Terminal.Ended bad =
        terminal.run("import", "deployments", file, "--set", "production=perhaps", "--yes");
    assertEquals(2, bad.exit(), bad.out());
    assertTrue(
        bad.err()
            .contains(
                "“perhaps” that is declared for production is neither yes nor no."
                    + " Write true or false."),
        bad.err());
    Terminal.Ended auto = terminal.run("import", "auto", file, "--set", "outcome=perhaps", "--yes");
    assertEquals(2, auto.exit(), auto.out());
    terminal.run("import", "deployments", file, "--yes").fine();
  }

  @Test
  void aMappingThatRefusedAllIsNotRemembered() throws IOException {
    String file = file("d.csv", "service,finished_at,Done\nferry,never,2026-01-31T12:00:00Z\n");
    assertEquals(1, terminal.run("import", "deployments", file, "--yes").exit());
    Terminal.Ended asked = terminal.run("import", "deployments", file);
    assertEquals(2, asked.exit(), asked.err());
    assertTrue(asked.err().contains("Nobody confirmed yet"), asked.err());
  }

  @Test
  void whatIsDeclaredOnceIsToldEachTimeAndForgotten() throws IOException {
    String file = file("d.csv", "service,finished_at\nferry,2026-01-31 12:00\n");
    terminal
        .run(
            "import",
            "deployments",
            file,
            "--yes",
            "--zone",
            "UTC",
            "--set",
            "environment=Produktion")
        .fine();
    Terminal.Ended again = terminal.run("import", "deployments", file).fine();
    assertTrue(again.err().contains(": environment always Produktion, zone UTC."), again.err());
    assertTrue(again.err().contains("--forget asks anew."), again.err());
    Terminal.Ended forgot = terminal.run("import", "deployments", file, "--forget");
    assertEquals(2, forgot.exit(), forgot.out());
    assertTrue(forgot.err().contains("is forgotten."), forgot.err());
    assertTrue(forgot.err().contains("name no zone"), forgot.err());
    assertEquals(2, terminal.run("import", "deployments", file).exit());
  }

  @Test
  void environmentsAreToldWithWhatTheyCountAs() throws IOException {
    String line = "ferry,%s,2026-01-31T12:00:00Z\n";
    String file =
        file(
            "d.csv",
            "service,environment,finished_at\n"
                + line.formatted("Produktion")
                + line.formatted("staging"));
    Terminal.Ended asked = terminal.run("import", "deployments", file);
    String says =
        "Environments that count as production: Produktion. Environments that do not: staging.";
    assertTrue(asked.err().contains(says), asked.err());
    Terminal.Ended taken = terminal.run("import", "deployments", file, "--yes").fine();
    assertTrue(taken.out().contains("  " + says), taken.out());
  }

  /** The real program, with nothing and nobody at its other end. */
  @Test
  void withoutATerminalItSaysThatNobodyConfirmed() throws IOException {
    String file = file("d.csv", GOOD);
    String data = folder.resolve("data").toString();
    try (Child child = Child.start(folder, "64m", "import", "deployments", file, "--data", data)) {
      Terminal.Ended ended = child.ended();
      assertEquals(2, ended.exit(), ended.err());
      assertTrue(ended.err().contains("Nobody confirmed yet"), ended.err());
      assertTrue(!ended.err().contains("Exception"), ended.err());
    }
  }

  @Test
  void refusedValuesAreWrittenCutAndNoFormulas() throws IOException {
    String file =
        file(
            "d.csv",
            "service,finished_at\nferry,=1+1\nferry," + "x".repeat(5_000) + "\nferry,1769860800\n");
    Path refused = folder.resolve("refused.csv");
    terminal.run("import", "deployments", file, "--yes", "--refused", refused.toString());
    List<String> lines = Files.readAllLines(refused);
    assertEquals("file,line,field,value,why,mend", lines.getFirst());
    assertTrue(lines.get(1).contains(",2,\"finished_at\",\"'=1+1\",\"is no time.\""), lines.get(1));
    assertTrue(lines.get(2).contains("\"" + "x".repeat(199) + "…\""), lines.get(2));
  }

  @Test
  void refusedLinesAreListedWrittenAndEndWithOne() throws IOException {
    String bad = "x,ferry,production,never,success\n".repeat(150);
    String file = file("d.csv", GOOD + bad);
    Path refused = folder.resolve("refused.csv");
    Terminal.Ended ended =
        terminal.run("import", "deployments", file, "--yes", "--refused", refused.toString());
    assertEquals(1, ended.exit(), ended.err());
    assertTrue(ended.out().contains("152 seen: 2 new, 0 unchanged, 150 refused."), ended.out());
    assertTrue(
        ended.out().contains("line 4, finished_at “never”: is no time. Write it as"), ended.out());
    assertTrue(ended.out().contains("… and 50 more"), ended.out());
    assertEquals(151, Files.readAllLines(refused).size());
  }

  @Test
  void aNumberOfTwoMeaningsIsShownWithItsLine() throws IOException {
    String head = "metric,scope,at,value\norders,organisation,2026-01-31T00:00:00Z,";
    String out =
        terminal.run("import", "measurements", file("q.csv", head + "\"1,234\"\n"), "--yes").out();
    assertTrue(
        out.contains("line 2, value “1,234”: may be a thousand or one. Write 1234 where it"), out);
    out = terminal.run("import", "measurements", file("p.csv", head + "1,234\n"), "--yes").out();
    assertTrue(
        out.contains(
            "line 2: the line has 5 fields, the first line names 4: the comma in “1,234” parts"),
        out);
  }

  @Test
  void columnsConstantsAndZonesAreDeclared() throws IOException {
    String file = file("d.csv", "What;When\nferry;31.01.2026 12:00\n");
    Terminal.Ended lacking = terminal.run("import", "deployments", file, "--yes");
    assertEquals(2, lacking.exit());
    assertTrue(lacking.err().contains("No column gives service or repository."), lacking.err());
    Terminal.Ended ended =
        terminal.run(
            "import",
            "deployments",
            file,
            "--yes",
            "--map",
            "What=service",
            "--map",
            "When=finished_at",
            "--set",
            "environment=production",
            "--zone",
            "Europe/Berlin");
    assertEquals(0, ended.exit(), ended.err());
    assertTrue(ended.err().contains("always production"), ended.err());
    assertTrue(ended.err().contains("taken as of Europe/Berlin"), ended.err());
    terminal.run("import", "deployments", file).fine();
  }

  @Test
  void gzipFoldersAndDryRuns() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports/deep"));
    String report =
        "<testsuite timestamp=\"2026-01-31T12:00:00Z\"><testcase name=\"%s\"/></testsuite>";
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(reports.resolve("a.xml.gz")))) {
      out.write(report.formatted("a").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    Files.writeString(reports.resolve("b.xml"), report.formatted("b"));
    Files.writeString(reports.resolve("c.xml"), "<html/>");
    String all = folder.resolve("reports").toString();
    String[] words = {
      "import", "tests", all, "--repository", "acme/ferry", "--revision", "4f2a", "--dry-run"
    };
    Terminal.Ended dry = terminal.run(words);
    assertEquals(1, dry.exit(), dry.err());
    assertTrue(dry.out().contains("3 seen: 2 can be taken, 0 ignored, 1 refused."), dry.out());
    words[words.length - 1] = "--run=7";
    assertTrue(terminal.run(words).out().contains("3 seen: 2 new, 0 unchanged, 1 refused."));
  }

  @Test
  void resultsOfTestsNeedARepositoryForWhichNoSystemStands() throws IOException {
    String report = file("r.xml", "<testsuite><testcase name=\"a\"/></testsuite>");
    terminal.run("import", "tests", report, "--system", "checkout").refused("a system alone is");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          deploymnets d.csv                          | the nearest is deployments
          deployments nowhere.csv                    | There is no file
          deployments d.csv --zone Berlin            | is no time zone
          deployments d.csv --map id                 | is no pair
          deployments d.csv --map nothing=id         | It has no column “nothing”
          deployments d.csv --map id=ident           | “ident” is no field of deployments
          deployments d.csv --days first             | day-first or month-first
          deployments d.csv --decimal x              | comma or point
          tests d.csv --repository a/b               | neither XML nor LCOV
          tests d.csv --at today                     | is no time
          deployments d.csv --refused /no/where/x    | cannot be written
          """)
  void whatMakesNoSenseEndsWithTwoAndTheMend(String line, String says) throws IOException {
    String file = file("d.csv", GOOD);
    String[] words = ("import " + line.replace(" d.csv", " " + file)).split(" ", -1);
    Terminal.Ended ended = terminal.run(words);
    assertEquals(2, ended.exit(), ended.out() + ended.err());
    assertTrue(ended.err().contains(says), ended.err());
    assertTrue(!ended.err().contains("nobody foresaw"), ended.err());
  }

  @Test
  void memoryDoesNotGrowWithTheFile() throws IOException {
    Path big = folder.resolve("big.csv");
    try (var out = Files.newBufferedWriter(big)) {
      out.write("metric,at,value,note\n");
      String note = "x".repeat(400);
      for (int i = 0; i < 200_000; i++) {
        out.write("activation," + (1_700_000_000L + i) + ",1.5," + note + "\n");
      }
    }
    try (Child child =
        Child.start(
            folder,
            "64m",
            "import",
            "measurements",
            big.toString(),
            "--yes",
            "--dry-run",
            "--data",
            folder.resolve("data").toString())) {
      Terminal.Ended ended = child.ended();
      assertEquals(0, ended.exit(), ended.err());
      assertTrue(ended.out().contains("200,000 can be taken"), ended.out());
    }
  }

  @Test
  void theDocumentationHasTheTableOfFields() throws IOException {
    String using = Files.readString(Path.of("docs/imports.md"));
    assertTrue(
        using.contains(Fields.markdown()),
        "docs/imports.md differs; it should have:\n" + Fields.markdown());
  }
}
