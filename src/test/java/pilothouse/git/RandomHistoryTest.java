package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random histories in every way to keep them, row by row equal to git. Where git's search stops
 * short of the shortest script, ours must be what a plain table of common subsequences says.
 * Another seed: {@code -Dtest.args=-Dseed=7}.
 */
class RandomHistoryTest {
  private static final long SEED = Long.getLong("seed", 20_261_121L);

  /** Since 2.50 git's own script is always a shortest one. */
  private static final boolean GIT_IS_EXACT = version() >= 2.50;

  private static int rows;
  private static int shorter;

  @TempDir Path temp;

  @BeforeAll
  static void sayTheSeed() {
    System.out.println("RandomHistoryTest seed " + SEED);
  }

  @AfterAll
  static void sayWhatWasSeen() {
    System.out.println(
        "RandomHistoryTest compared " + rows + " rows; shorter than git's in " + shorter);
  }

  @RepeatedTest(36)
  void smallHistories(RepetitionInfo repetition) {
    compare(repetition.getCurrentRepetition(), new RandomHistory.Shape(80, 25, 12));
  }

  @RepeatedTest(6)
  void longFilesOfFewWords(RepetitionInfo repetition) {
    compare(1000 + repetition.getCurrentRepetition(), new RandomHistory.Shape(25, 1500, 40));
  }

  @RepeatedTest(6)
  void programsOfManyWords(RepetitionInfo repetition) {
    compare(3000 + repetition.getCurrentRepetition(), new RandomHistory.Shape(40, 300, 2000));
  }

  @RepeatedTest(4)
  void readAgainIsReadFromScratch(RepetitionInfo repetition) {
    long seed = SEED + 2000 + repetition.getCurrentRepetition();
    GitRepo repo = GitRepo.bare(temp);
    repo.load(RandomHistory.of(seed, new RandomHistory.Shape(60, 30, 15)));
    Scan whole = Oracle.scan(temp);
    repo.run("symbolic-ref", "HEAD", "refs/heads/half");
    Scan half = Oracle.scan(temp);
    SameScan.check(half, again(whole), "seed " + seed);
    repo.run("symbolic-ref", "HEAD", "refs/heads/main");
    SameScan.check(whole, again(half), "seed " + seed);
    SameScan.check(whole, again(whole), "seed " + seed);
  }

  private Scan again(Scan previous) {
    return Scanner.scan(temp, previous, new Scanner.Options(2, 64L << 20), Progress.SILENT);
  }

  private void compare(int number, RandomHistory.Shape shape) {
    long seed = SEED + number;
    GitRepo repo = GitRepo.bare(temp).load(RandomHistory.of(seed, shape));
    keep(repo, number % 5);
    Map<String, List<String>> theirs = Oracle.rows(Oracle.git(repo));
    Map<String, List<String>> ours = Oracle.rows(Oracle.ours(Oracle.scan(temp)));
    String hint = "seed " + seed + ", kept in way " + number % 5 + ", commit ";
    assertEquals(List.copyOf(theirs.keySet()), List.copyOf(ours.keySet()), hint);
    theirs.forEach((commit, lines) -> compare(repo, commit, lines, ours, hint + commit));
  }

  private static double version() {
    String[] parts = MachineGit.find().version().split("\\.", -1);
    return Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]) / 100.0;
  }

  private static void keep(GitRepo repo, int way) {
    switch (way) {
      case 0 -> repo.pack(200, 60);
      case 1 -> repo.loose();
      case 2 -> repo.pack(2, 10);
      case 3 -> repo.run("multi-pack-index", "write");
      default -> {} // as fast-import wrote it
    }
  }

  private static void compare(
      GitRepo repo,
      String commit,
      List<String> theirs,
      Map<String, List<String>> all,
      String hint) {
    List<String> ours = all.getOrDefault(commit, List.of());
    assertEquals(theirs.size(), ours.size(), hint);
    for (int i = 0; i < theirs.size(); i++) {
      rows++;
      if (!theirs.get(i).equals(ours.get(i))) {
        shorter++;
        assertFalse(GIT_IS_EXACT, hint + ": " + theirs.get(i) + " is not " + ours.get(i));
        String[] row = theirs.get(i).split("\t", 3);
        String[] own = ours.get(i).split("\t", 3);
        assertTrue(Integer.parseInt(own[0]) <= Integer.parseInt(row[0]), hint + ": " + ours.get(i));
        assertEquals(Shortest.row(repo, commit, row[2]), ours.get(i), hint);
      }
    }
  }
}
