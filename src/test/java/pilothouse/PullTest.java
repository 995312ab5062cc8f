package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.evidence.github.PlayedGithub;
import pilothouse.storage.OnBothDatabases;

/** The command {@code pull} as somebody types it. */
@OnBothDatabases
class PullTest {
  private static final String TOKEN = "ghp_0123456789";

  @TempDir private Path data;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PlayedGithub github = new PlayedGithub();

  @AfterEach
  void close() {
    github.played().close();
  }

  private int run(Map<String, String> environment, String... words) {
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            with(environment, words),
            InstantSource.fixed(Instant.parse("2026-05-01T12:00:00Z")));
    House.Opening none =
        (settings, at) -> {
          throw new AssertionError("pull needs no house");
        };
    String[] all =
        Stream.concat(Stream.of("pull"), Stream.of(words))
            .map(word -> word.replace("HERE", github.played().address()))
            .toArray(String[]::new);
    return new Commands(none, console).run(all);
  }

  private static Map<String, String> with(Map<String, String> environment, String... words) {
    Map<String, String> all = new HashMap<>(Terminal.environment(words));
    all.putAll(environment);
    return all;
  }

  private static String told(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  @Test
  void printsAReceiptListByList() throws IOException {
    github.pulls(
        List.of(
            PlayedGithub.node(2, "2026-04-21T10:00:00Z"),
            PlayedGithub.node(1, "2026-04-20T10:00:00Z")
                .replace("\"mergedAt\": ", "\"mergedAt\": 5.5, \"x\": ")));
    String[] words = {
      "github", "--repo", "ferries/booking", "--url", "HERE", "--data", data.toString()
    };
    assertEquals(Exit.FINE, run(Map.of("GITHUB_TOKEN", TOKEN), words), told(err));
    assertEquals(
        """
        Ferries/Booking changes: seen 2, 1 fact new, 0 unchanged, 1 refused
          refused pull request 1: data.repository.pullRequests.nodes[1].mergedAt is no time.
        Ferries/Booking deployments: seen 0, 0 facts new, 0 unchanged, 0 refused
        Ferries/Booking runs: seen 0, 0 facts new, 0 unchanged, 0 refused
        Ferries/Booking work: seen 0, 0 facts new, 0 unchanged, 0 refused
        Ferries/Booking incidents: seen 0, 0 facts new, 0 unchanged, 0 refused
        Ferries/Booking jobs: seen 0, 0 facts new, 0 unchanged, 0 refused
        Ferries/Booking checks: seen 0, 0 facts new, 0 unchanged, 0 refused
        all: 1 fact new, 0 unchanged, 1 refused
        """,
        told(out));
    out.reset();
    assertEquals(Exit.FINE, run(Map.of("GITHUB_TOKEN", TOKEN), words));
    assertTrue(told(out).startsWith("Ferries/Booking changes: seen 1, 0 facts new, 1 unchanged"));
    assertTrue(told(out).contains("runs: nothing is new"), told(out));
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(TOKEN), file + " holds the token");
      }
    }
  }

  /** What is left is said only where the forge says how much there is, and some of it was timed. */
  @Test
  void tellsHowFarItIsAndWhatItDoesNotKnow() {
    Instant[] now = {Instant.parse("2026-05-01T12:00:00Z")};
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            () -> now[0]);
    PullProgress progress = new PullProgress(console, ZoneOffset.UTC, true);
    Instant back = Instant.parse("2026-03-04T00:00:00Z");
    progress.step("a/b", "changes", 30, 3_030, back, null);
    now[0] = now[0].plusSeconds(10);
    progress.step("a/b", "changes", 1_030, 3_030, back, null);
    progress.step("a/b", "changes", 3_030, 3_030, back, null);
    progress.step("a/b", "runs", 100, -1, back, null);
    progress.step("a/b", "runs", 200, -1, back, Instant.parse("2026-01-01T00:00:00Z"));
    progress.waits(Instant.parse("2026-05-01T12:30:00Z"));
    assertEquals(
        List.of(
            "",
            "a/b changes: 30 of 3,030, how long it takes is unknown yet",
            "a/b changes: 1,030 of 3,030, about 20 s left",
            "a/b changes: 3,030 of 3,030, done",
            "a/b runs: 100, back to 4 Mar 2026; how many there are is unknown",
            "a/b runs: 200, back to 4 Mar 2026 and on to 1 Jan 2026",
            "the limit is spent; waits until 1 May 2026, 12:30"),
        List.of(err.toString(StandardCharsets.UTF_8).split("\r\u001b\\[K", -1)));
  }

  @Test
  void endsWithTwoWhereSomethingCannotBeRead() {
    github.played().once("/deployments", 404, Map.of(), "{}");
    int exit =
        run(
            Map.of("GITHUB_TOKEN", TOKEN),
            "github",
            "--repo",
            "ferries/booking",
            "--url",
            "HERE",
            "--data",
            data.toString());
    assertEquals(Exit.BAD_INPUT, exit);
    assertTrue(told(out).contains("deployments: 127.0.0.1 has nothing at"), told(out));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "github --repo a/b|needs a token: seal one that may read with pilothouse seal github_token, or put it into GITHUB_TOKEN",
        "gitlab --repo a/b|needs a token: seal one that may read with pilothouse seal gitlab_token, or put it into GITLAB_TOKEN",
        "github|name a repository",
        "sourceforge --repo a/b|is no forge; write github or gitlab",
        "github --repo a/b --since soon|--since \"soon\" is no date",
        "github --repo a/b --without since|--without since is no list of github; leave out any of changes, deployments, runs, work, incidents, jobs, checks.",
      })
  void saysWhatIsMissing(String words, String says) {
    Map<String, String> environment =
        says.contains("since") ? Map.of("GITHUB_TOKEN", TOKEN) : Map.of("GITHUB_TOKEN", " ");
    String[] split = (words + " --data " + data).split(" ", -1);
    assertEquals(Exit.BAD_INPUT, run(environment, split));
    assertTrue(told(err).contains(says), told(err));
    assertFalse(Files.exists(data.resolve("pilothouse.db")), "nothing was begun");
  }

  /** GitHub answers with 301 for a repository that was renamed or moved. */
  @Test
  void aRenamedRepositoryIsReadByItsNewNameAndThatIsSaid() {
    github.played().document("/repositories/7", github.repository());
    github.played().once("/repos/ferries/old", 301, Map.of("Location", "/repositories/7"), "");
    String[] words = {
      "github", "--repo", "ferries/old", "--url", "HERE", "--data", data.toString()
    };
    assertEquals(Exit.FINE, run(Map.of("GITHUB_TOKEN", TOKEN), words), told(err));
    assertTrue(
        told(out).startsWith("ferries/old is called Ferries/Booking now and is read by that name"),
        told(out));
    assertTrue(told(out).contains("Ferries/Booking changes: seen 0"), told(out));
  }

  /** A token without the right to see a repository gets the same 404 as for none. */
  @Test
  void aRepositoryThatTheTokenMayNotSeeIsToldBesideThoseThatItMay() {
    String[] words = {
      "github",
      "--repo",
      "ferries/secret",
      "--repo",
      "ferries/booking",
      "--url",
      "HERE",
      "--data",
      data.toString()
    };
    assertEquals(Exit.BAD_INPUT, run(Map.of("GITHUB_TOKEN", TOKEN), words));
    assertTrue(
        told(out)
            .startsWith(
                "ferries/secret: 127.0.0.1 has nothing at /api/v3/repos/ferries/secret, or the token may not see it; check the name and the token's rights."),
        told(out));
    assertTrue(told(out).contains("Ferries/Booking changes: seen 0"), told(out));
  }

  @Test
  void leavesOutWhatIsNotWanted() {
    String[] words = {
      "github",
      "--repo",
      "ferries/booking",
      "--url",
      "HERE",
      "--data",
      data.toString(),
      "--without",
      "jobs,checks"
    };
    assertEquals(Exit.FINE, run(Map.of("GITHUB_TOKEN", TOKEN), words), told(err));
    assertFalse(told(out).contains("jobs:") || told(out).contains("checks:"), told(out));
    assertTrue(told(out).contains("runs: seen 0"), told(out));
  }

  /** Where both are there, the file that was named for this program is meant. */
  @Test
  void takesTheTokenFromAFile() throws IOException {
    Path file = Files.writeString(data.resolve("token"), TOKEN + "\n");
    String[] words = {
      "github", "--repo", "ferries/booking", "--url", "HERE", "--data", data.toString()
    };
    String variable = "PILOTHOUSE_GITHUB_TOKEN_FILE";
    int exit = run(Map.of(variable, file.toString(), "GITHUB_TOKEN", "other"), words);
    assertEquals(Exit.FINE, exit, told(err));
    assertEquals(Set.of("Bearer " + TOKEN), Set.copyOf(github.played().tokens()));
    assertFalse((told(out) + told(err)).contains(TOKEN));
    Files.writeString(file, TOKEN + " and more\n");
    assertEquals(Exit.BAD_INPUT, run(Map.of(variable, file.toString()), words));
    assertTrue(told(err).contains("in the file of the setting github_token_file is no token"));
    assertFalse(told(err).contains(TOKEN), told(err));
    Files.writeString(file, "");
    assertEquals(Exit.BAD_INPUT, run(Map.of(variable, file.toString()), words));
    assertTrue(told(err).contains("write the token into it"), told(err));
  }

  /** An issue with one's own label is read because the settings say so. */
  @Test
  void readsTheIncidentsThatTheSettingsName() throws IOException {
    Files.writeString(data.resolve("pilothouse.properties"), "incidents=incident; ferries/* = bug");
    github.issues(
        List.of(
            "{\"number\": 5, \"title\": \"Nobody can book\", \"state\": \"open\","
                + " \"created_at\": \"2026-04-29T12:00:00Z\","
                + " \"updated_at\": \"2026-04-29T12:00:00Z\", \"labels\": [{\"name\": \"bug\"}]}"));
    String[] words = {
      "github", "--repo", "ferries/booking", "--url", "HERE", "--data", data.toString()
    };
    assertEquals(Exit.FINE, run(Map.of("GITHUB_TOKEN", TOKEN), words), told(err));
    assertTrue(told(out).contains("Ferries/Booking incidents bug: seen 1, 1 fact new"), told(out));
  }

  @Test
  void sendsTheTokenNowhereInTheClear() {
    int exit =
        run(
            Map.of("GITHUB_TOKEN", TOKEN),
            "github",
            "--repo",
            "a/b",
            "--url",
            "http://git.example.org/api/v3",
            "--data",
            data.toString());
    assertEquals(Exit.BAD_INPUT, exit);
    assertTrue(told(err).contains("https://"), told(err));
    assertFalse(told(err).contains(TOKEN), told(err));
  }
}
