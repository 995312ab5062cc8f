package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.git.GitRepo;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;
import pilothouse.systems.Repository;
import pilothouse.systems.Systems;

/** Where repositories come from: one place is one repository, and what is secret is not kept. */
class SourcesTest {
  private static final String SECRET = "s3cret%40word";
  @TempDir Path folder;

  @Test
  void howeverItIsReachedItIsOneRepository() throws IOException {
    GitRepo repo = GitRepo.init(folder.resolve("ferry")).write("src/deep/a", "1\n").commit("First");
    Path link = Files.createSymbolicLink(folder.resolve("link"), repo.path());
    Path tree = folder.resolve("tree");
    repo.run("worktree", "add", "-q", tree.toString());
    Path relative = Path.of("").toAbsolutePath().relativize(repo.path());
    Terminal terminal = new Terminal(folder.resolve("data"));
    for (String way :
        List.of(
            repo.path().toString(),
            repo.path() + "/",
            repo.path() + "/.git",
            repo.path() + "/src/deep",
            link.toString(),
            relative.toString(),
            tree.toString())) {
      terminal.run("check", way).fine();
    }
    assertEquals(List.of(repo.path().toRealPath().toString()), sources());
    terminal.run("check", repo.path() + "/src/deep").says("--scope src/deep");
    terminal.run("check", tree.toString()).says("belongs to the repository");
    assertEquals("", terminal.run("check", repo.path() + "/").err());
  }

  @ParameterizedTest
  @CsvSource({
    "team+ferry/repo, '', team-ferry",
    "team/ferry.git, '', ferry",
    "mirrors/repo, https://user:secret@host.example/team/boats.git, boats",
    "ferry, https://host.example/team/boats.git, ferry"
  })
  void aNameTellsWhichOneIsMeant(String path, String origin, String name) {
    GitRepo repo = GitRepo.init(folder.resolve(path)).write("a", "1\n").commit("First");
    if (!origin.isEmpty()) {
      repo.run("remote", "add", "origin", origin);
    }
    Terminal.Ended ended = new Terminal(folder.resolve("data")).check(repo.path()).fine();
    assertTrue(ended.out().startsWith("Health check of " + name + "\n"), ended.out());
  }

  @Test
  void aPasswordInAnAddressSignsInAndIsKeptNowhere() throws IOException {
    GitRepo repo = GitRepo.init(folder.resolve("ferry")).write("a", "1\n").commit("First");
    repo.run("update-server-info");
    HttpServer server = serve(repo.inside(""));
    String host = "127.0.0.1:" + server.getAddress().getPort() + "/ferry.git";
    String given = "http://me:" + SECRET + "@" + host;
    Terminal terminal = new Terminal(folder.resolve("data"));
    Terminal.Ended first = terminal.run("check", given, "--json").fine();
    assertTrue(first.out().contains("ferry"), first.out());
    terminal.run("check", given).fine();
    assertEquals(List.of("http://" + host), sources());
    Terminal.Ended without = terminal.run("check", "http://" + host);
    assertEquals(2, without.exit());
    without.says("What is shown of ferry was stored on");
    server.stop(0);
    Terminal.Ended away = terminal.run("check", given);
    assertEquals(2, away.exit());
    away.says("What is shown of ferry was stored on");
    for (Terminal.Ended each : List.of(first, without, away)) {
      assertNoSecret(each.out() + each.err());
    }
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertNoSecret(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static void assertNoSecret(String text) {
    assertFalse(text.contains("s3cret"), text);
    assertFalse(text.contains(token()), text);
  }

  private static String token() {
    byte[] plain = "me:s3cret@word".getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(plain);
  }

  /** The repository's files for those who sign in, as any web server may have them. */
  private static HttpServer serve(Path gitDir) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext("/ferry.git", exchange -> answer(exchange, gitDir));
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange, Path gitDir) {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring("/ferry.git/".length());
      Path file = gitDir.resolve(path);
      String signed = exchange.getRequestHeaders().getFirst("Authorization");
      if (!("Basic " + token()).equals(signed)) {
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"ferry\"");
        exchange.sendResponseHeaders(401, -1);
      } else if (!Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        byte[] bytes = Files.readAllBytes(file);
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> sources() {
    try (Storage storage = Databases.of(folder.resolve("data"))) {
      return new Systems(storage, InstantSource.fixed(Village.NOW))
          .all().stream().map(Repository::source).toList();
    }
  }
}
