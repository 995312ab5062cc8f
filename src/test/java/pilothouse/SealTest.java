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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.evidence.github.PlayedGithub;
import pilothouse.storage.Databases;
import pilothouse.storage.OnBothDatabases;

/** The command {@code seal} as somebody types it, and the pull that uses what it sealed. */
@OnBothDatabases
class SealTest {
  private static final String TOKEN = "ghp_a0b1c2d3e4f5";

  @TempDir private Path data;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final PlayedGithub github = new PlayedGithub();

  @AfterEach
  void close() {
    github.played().close();
  }

  /** Somebody at a terminal who types this where it does not show. */
  private record Typing(String text) implements Asks {
    @Override
    public boolean hears() {
      return true;
    }

    @Override
    public boolean agrees(String question) {
      return true;
    }

    @Override
    public String hidden(String question, int longest) {
      return text;
    }
  }

  private int run(String typed, String... words) {
    out.reset();
    err.reset();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Databases.environment(data),
            InstantSource.fixed(Instant.parse("2026-05-01T12:00:00Z")));
    House.Opening none =
        (settings, at) -> {
          throw new AssertionError("neither seal nor pull needs a house");
        };
    String[] all =
        Stream.concat(Stream.of(words), Stream.of("--data", data.toString()))
            .toArray(String[]::new);
    return new Commands(none, console, new Typing(typed)).run(all);
  }

  private int pull() {
    String address = github.played().address();
    return run("", "pull", "github", "--repo", "ferries/booking", "--url", address);
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aSealedTokenIsUsedShownNowhereAndForgotten() throws IOException {
    github.pulls(List.of(PlayedGithub.node(2, "2026-04-21T10:00:00Z")));
    assertEquals(Exit.BAD_INPUT, pull());
    assertTrue(said().contains("pilothouse seal github_token"), said());
    assertEquals(Exit.FINE, run(TOKEN + "\n", "seal", "github_token"), said());
    assertEquals(Exit.FINE, run("", "seal", "--list"));
    assertTrue(said().startsWith("github_token, since 1 May 2026"), said());
    assertEquals(Exit.FINE, pull(), said());
    assertTrue(
        github.played().tokens().stream().anyMatch(sent -> sent.contains(TOKEN)),
        "the sealed token was sent");
    assertEquals(Exit.FINE, run("", "seal", "--new-key"));
    assertEquals("A new key is in use; 1 sealed value under it.\n", said());
    assertEquals(Exit.FINE, pull(), said());
    assertFalse(said().contains(TOKEN));
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(TOKEN), file + " holds the token");
      }
    }
    assertEquals(Exit.FINE, run("", "seal", "--forget", "github_token"));
    assertEquals(Exit.BAD_INPUT, pull());
  }

  @Test
  void whatIsNoTokenIsRefused() {
    assertEquals(Exit.BAD_INPUT, run("two words", "seal", "github_token"));
    assertTrue(said().contains("That is no token"), said());
    assertEquals(Exit.BAD_INPUT, run("", "seal", "gitlab_token"));
    assertTrue(said().contains("pilothouse seal gitlab_token < FILE"), said());
    assertEquals(Exit.BAD_INPUT, run(TOKEN, "seal", "githubtoken"));
    assertTrue(said().contains("The nearest is github_token"), said());
    assertEquals(Exit.BAD_INPUT, run("", "seal", "--forget", "github_token"));
    assertTrue(said().contains("Nothing is sealed as github_token"), said());
    assertEquals(Exit.BAD_INPUT, run("", "seal"));
    assertEquals(Exit.FINE, run("", "seal", "--list"));
    assertTrue(said().startsWith("Nothing is sealed"), said());
  }
}
