package pilothouse.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import pilothouse.FastImport;
import pilothouse.Village;
import pilothouse.evidence.Changes;
import pilothouse.evidence.Commits;
import pilothouse.evidence.History;
import pilothouse.evidence.git.GitHistory;
import pilothouse.evidence.git.RepositoryReader;
import pilothouse.git.Progress;
import pilothouse.git.Scanner;

/**
 * Numbers against those of the machine's git. With {@code -Dagree.on=PATH} on any repository, where
 * the two may differ in what {@code git} guesses: then it prints how often they agree.
 */
class AgreementTest {
  private static final int SAMPLE = 80;
  private static final boolean OWN = System.getProperty("agree.on") == null;
  private static Path repository = Path.of("");
  private static History history = Village.history();
  private static Slice slice = new Slice(history, Scope.all("ferry"), year(history));

  @BeforeAll
  static void read() {
    String other = System.getProperty("agree.on");
    repository = other == null ? Village.repository() : Path.of(other);
    if (other != null) {
      var scan = Scanner.scan(repository, null, Scanner.Options.usual(), Progress.SILENT);
      history = GitHistory.from("other", 1, RepositoryReader.reading(repository, scan));
      slice = new Slice(history, Scope.all("other"), year(history));
    }
  }

  /** The 52 weeks to the end of the head's last day. */
  private static Window year(History history) {
    long last = 0;
    BitSet onHead = history.commits().onHead();
    for (int c = onHead.nextSetBit(0); c >= 0; c = onHead.nextSetBit(c + 1)) {
      last = Math.max(last, history.commits().committedAt()[c]);
    }
    Instant end = Instant.ofEpochSecond(last).truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    return new Window(end.minus(364, ChronoUnit.DAYS), end, ZoneOffset.UTC);
  }

  @Test
  void aCommitsReleaseIsTheFirstByDateThatGitTagContainsNames() {
    ReleaseWalk walk = slice.once(ReleaseWalk.class, ReleaseWalk::of);
    List<String> names = walk.tags().stream().map(History.Tag::name).toList();
    Commits commits = history.commits();
    Random random = new Random(7);
    int agree = 0;
    for (int i = 0; i < SAMPLE; i++) {
      int commit = random.nextInt(commits.size());
      int first =
          git("tag", "--contains", commits.id(commit))
              .lines()
              .mapToInt(names::indexOf)
              .filter(at -> at >= 0)
              .min()
              .orElse(-1);
      agree += first == walk.releasedBy()[commit] ? 1 : 0;
    }
    told("releases of commits", agree, SAMPLE);
    assertEquals(SAMPLE, agree);
  }

  @Test
  void weeklyCommitsAreThoseOfGitLog() {
    Reading reading = Catalogue.ALL.getFirst().read(slice);
    List<Long> stamps =
        git("log", "--no-merges", "--format=%ct", "HEAD").lines().map(Long::parseLong).toList();
    int agree = 0;
    for (Series.Point week : reading.series().points()) {
      long from = week.at().getEpochSecond();
      long there = stamps.stream().filter(at -> at >= from && at < from + 7 * Slice.DAY).count();
      agree += there == week.n() ? 1 : 0;
    }
    told("weeks", agree, reading.series().points().size());
    assertEquals(reading.series().points().size(), agree);
  }

  @Test
  void authorsAreThoseOfGitShortlogButForPrograms() {
    Set<String> ours = new HashSet<>();
    for (int commit : slice.changesInWindow()) {
      ours.add(history.people().emails()[history.commits().author()[commit]]);
    }
    Set<String> theirs =
        git(
                "shortlog",
                "-sne",
                "--no-merges",
                "--since=" + slice.window.from(),
                "--until=" + slice.window.to().minusSeconds(1),
                "HEAD")
            .lines()
            .map(line -> line.substring(line.indexOf('<') + 1, line.lastIndexOf('>')))
            .map(email -> email.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    told("authors of git shortlog", ours.size(), theirs.size());
    if (OWN) {
      assertEquals(theirs.size(), ours.size());
    }
  }

  @Test
  void notesAreOfTheCommitsThatGitBlames() {
    List<Marker> notes = new ArrayList<>(MarkerMetrics.markers(slice).dated());
    java.util.Collections.shuffle(notes, new Random(7));
    List<Marker> sample = notes.subList(0, Math.min(SAMPLE, notes.size()));
    int agree = 0;
    for (Marker note : sample) {
      String line = note.line() + "," + note.line();
      String blamed = git("blame", "-l", "-s", "--root", "-L", line, "HEAD", "--", note.path());
      agree += blamed.startsWith(note.commit()) ? 1 : 0;
    }
    told("notes of git blame", agree, sample.size());
    assertTrue(sample.size() > 1 && 10 * agree >= (OWN ? 10 : 9) * sample.size());
  }

  @Test
  void renamesAreThoseOfGitLog() {
    Set<String> theirs = new HashSet<>();
    String commit = "";
    for (String line :
        git(
                "-c",
                "core.quotePath=false",
                "log",
                "-M",
                "-l0",
                "--no-merges",
                "--diff-filter=R",
                "--name-status",
                "--format=%H",
                "HEAD")
            .split("\n", -1)) {
      String[] cells = line.split("\t", -1);
      commit = line.matches("[0-9a-f]{40,64}") ? line : commit;
      if (cells.length == 3) {
        theirs.add(commit + "\t" + cells[1] + "\t" + cells[2]);
      }
    }
    Set<String> ours = renames();
    int all = theirs.size();
    theirs.retainAll(ours);
    told("renames of git log -M", theirs.size(), all);
    told("own renames that git finds too", theirs.size(), ours.size());
    if (OWN) {
      assertEquals(all, theirs.size());
      assertEquals(all, ours.size());
    }
  }

  private static Set<String> renames() {
    Changes changes = history.changes();
    Commits commits = history.commits();
    Set<String> renames = new HashSet<>();
    for (int commit = 0; commit < commits.size(); commit++) {
      boolean counts = commits.onHead().get(commit) && !commits.isMerge(commit);
      for (int row = changes.start()[commit]; row < changes.start()[commit + 1]; row++) {
        int from = changes.from()[row];
        if (counts && from >= 0) {
          String old = history.paths()[changes.path()[from]];
          renames.add(
              commits.id(commit) + "\t" + old + "\t" + history.paths()[changes.path()[row]]);
        }
      }
    }
    return renames;
  }

  private static void told(String what, long agree, long all) {
    if (!OWN) {
      System.out.printf(Locale.ROOT, "AGREE %s: %d of %d%n", what, agree, all);
    }
  }

  private static String git(String... words) {
    return FastImport.git(repository, words);
  }
}
