package pilothouse.evidence.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.FastImport;
import pilothouse.FastImport.Person;
import pilothouse.Village;
import pilothouse.evidence.Changes;
import pilothouse.evidence.History;
import pilothouse.git.Progress;
import pilothouse.git.Scanner;

/** A scan becomes a history: who, which file, what was taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GitHistoryTest {
  private static final ZonedDateTime AT = Village.NOW.atZone(ZoneOffset.UTC);
  private static final String TEXT = "one\ntwo\nthree\nfour\nfive\nsix\n";
  private final History village = read(Village.repository());

  @Test
  void joinsPeopleByMailmapAndAddressOnly() {
    var names = List.of(village.people().names());
    assertEquals(
        List.of(
            "Ada Lind",
            "Bo Park",
            "Cem Aydın",
            "Dora Nagy",
            "Eve Okafor",
            "GitHub",
            "dependabot[bot]"),
        names.stream().sorted().toList());
    var bots = village.people().bots().stream().mapToObj(names::get).sorted().toList();
    assertEquals(List.of("GitHub", "dependabot[bot]"), bots);
    assertTrue(List.of(village.people().emails()).contains("ada@ferry.example"));
  }

  @Test
  void findsCoauthors() {
    int dora = Arrays.asList(village.people().names()).indexOf("Dora Nagy");
    String told =
        FastImport.git(
            Village.repository(),
            "log",
            "--format=%an",
            "--grep=^Co-authored-by: Dora",
            "--perl-regexp",
            "--author=^(?!Dora)",
            "main");
    assertEquals(told.lines().count(), village.commits().coauthors().length);
    assertTrue(Arrays.stream(village.commits().coauthors()).allMatch(who -> who == dora));
  }

  @Test
  void matchesReverts() {
    var subjects = village.commits().subjects();
    var pairs =
        IntStream.range(0, subjects.length)
            .filter(commit -> village.commits().reverts()[commit] != -1)
            .mapToObj(commit -> subjects[commit] + " <- " + reverted(commit))
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "Revert \"A change that came from elsewhere\" <- -2",
            "Revert \"Ask for the birthday\" <- Ask for the birthday",
            "Revert \"Round fares up\" <- Round fares up"),
        pairs);
  }

  private String reverted(int commit) {
    int target = village.commits().reverts()[commit];
    return target < 0 ? String.valueOf(target) : village.commits().subjects()[target];
  }

  @Test
  void followsFilesThroughRenamesAndReturns() {
    assertEquals(fileAt("tickets/src/Printer.java"), fileAt("tickets/src/TicketPrinter.java"));
    assertEquals(fileAt("docs/howto.md"), fileAt("docs/guide.md"));
    assertEquals(1, rowsOf("web/banner.html", (byte) 'D').length);
    assertEquals(
        1, Arrays.stream(rowsOf("web/banner.html", (byte) 'A')).map(this::file).distinct().count());
    assertNotEquals(fileAt("web/style.css"), fileAt("web/booking.html"));
    for (int i = 0; i < village.files().size(); i++) {
      String path = village.paths()[village.files().path()[i]];
      assertEquals(fileAt(path), village.files().file()[i], path);
    }
  }

  @Test
  void countsWhatGitCounts() {
    var git = FastImport.git(Village.repository(), "rev-list", "--count", "main");
    assertEquals(Integer.parseInt(git), village.commits().onHead().cardinality());
    var tracked = FastImport.git(Village.repository(), "ls-tree", "-rz", "--name-only", "main");
    var paths =
        IntStream.of(village.files().path()).mapToObj(path -> village.paths()[path]).toList();
    assertEquals(List.of(tracked.split("\0", 0)), paths);
    assertEquals(11, village.tags().size());
  }

  @Test
  void aFileThatMovedOnLeavesItsPathToAnother(@TempDir Path folder) {
    Person ada = Village.ADA;
    try (var git = FastImport.into(folder)) {
      git.put("a", TEXT).put("b", TEXT.replace("o", "0").repeat(3)).commit(ada, AT, "begin");
      git.remove("a").put("c", TEXT).commit(ada, AT.plusHours(1), "move a");
      git.put("a", "something else\n").commit(ada, AT.plusHours(2), "another a");
      git.put("c", TEXT + "more\n").commit(ada, AT.plusHours(3), "change c");
    }
    History history = read(folder);
    Changes changes = history.changes();
    var files =
        IntStream.range(0, changes.size())
            .mapToObj(row ->
                history.paths()[changes.path()[row]]
                    + (char) changes.kind()[row]
                    + changes.file()[row])
            .toList();
    assertEquals(List.of("aA0", "bA1", "aD0", "cA0", "aA2", "cM0"), files);
    assertEquals(3, changes.fileCount());
  }

  @Test
  void anEmptyRepositoryIsAnEmptyHistory(@TempDir Path folder) {
    FastImport.git(folder, "init", "-q", "-b", "main");
    History history = read(folder);
    assertEquals(0, history.commits().size());
    assertEquals(0, history.files().size());
  }

  @Test
  void readsPathsAsTextWhateverTheirBytes() {
    byte[][] raw = {"ü/x".getBytes(UTF_8), "ü".getBytes(ISO_8859_1), "\uFFFD".getBytes(UTF_8)};
    assertArrayEquals(new String[] {"ü/x", "ü", "\uFFFD"}, GitHistory.paths(raw));
  }

  @Test
  void aRewrittenHistoryIsAsFromScratch(@TempDir Path folder) throws Exception {
    Path repository = Village.buildIn(folder.resolve("ferry"));
    var before = Scanner.scan(repository, null, Scanner.Options.usual(), Progress.SILENT);
    FastImport.git(repository, "update-ref", "refs/heads/main", "main~60");
    FastImport.git(repository, "tag", "-d", "v2.0.0");
    var again = Scanner.scan(repository, before, Scanner.Options.usual(), Progress.SILENT);
    var texts = RepositoryReader.texts(repository);
    History next = GitHistory.from("ferry", 1, new Reading(again, texts));
    ScanCodecTest.compare(read(repository), next, "rewritten");
  }

  private int file(int row) {
    return village.changes().file()[row];
  }

  private int fileAt(String path) {
    int[] rows = rowsOf(path, (byte) 0);
    return file(rows[rows.length - 1]);
  }

  private int[] rowsOf(String path, byte kind) {
    var changes = village.changes();
    return IntStream.range(0, changes.size())
        .filter(row -> village.paths()[changes.path()[row]].equals(path))
        .filter(row -> kind == 0 || changes.kind()[row] == kind)
        .toArray();
  }

  private static History read(Path repository) {
    var scan = Scanner.scan(repository, null, Scanner.Options.usual(), Progress.SILENT);
    return GitHistory.from("ferry", 1, new Reading(scan, RepositoryReader.texts(repository)));
  }
}
