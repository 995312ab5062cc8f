package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.git.GitRepo;
import pilothouse.storage.Databases;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;

/** Bad input gets a sentence with the mend, ends with 2, and loses nothing else. */
class BadInputTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aBadRepository(BadRepository bad) {
    Terminal terminal = Terminal.ready(folder.resolve("data"));
    terminal.check(Village.repository()).fine();
    Terminal.Ended ended = terminal.check(bad.in(folder));
    if (bad.exit == 2) {
      ended.refused(bad.says);
      assertEquals(1, known(), "what cannot be read is not registered");
    } else {
      ended.fine();
      assertTrue(ended.out().contains(bad.says), ended.out());
    }
    terminal.check(Village.repository()).fine();
  }

  @Test
  void noCommitInTheWindowIsSaidSo() {
    Terminal.Ended ended =
        new Terminal(folder.resolve("data"))
            .check(Village.repository(), "--since", "1990-01-01", "--until", "1990-12-31");
    ended.fine();
    assertTrue(ended.out().contains("No commit changes this history"), ended.out());
    assertFalse(ended.out().contains("nothing found"), "silence is never green");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a file/in its place", "file"})
  void theDataFolderIsAFile(String name) throws IOException {
    Files.writeString(folder.resolve("a file"), "");
    Files.writeString(folder.resolve("file"), "");
    new Terminal(folder.resolve(name)).check(Village.repository()).refused("--data");
  }

  @Test
  void theDataFolderMayHaveSpacesAndBeRelative() {
    Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("my data/ü"));
    new Terminal(relative).check(Village.repository()).fine();
    boolean isFile = Databases.usual() == Databases.SQLITE;
    assertTrue(Files.isDirectory(folder.resolve("my data/ü")));
    assertEquals(isFile, Files.exists(folder.resolve("my data/ü/pilothouse.db")));
  }

  @Test
  void theDataFolderOfANewerProgramIsLeftAlone() {
    Path data = folder.resolve("data");
    try (Storage storage = Databases.of(data)) {
      storage.write(rows ->
          rows.execute(
              "update flyway_schema_history set version = '9999' where version ="
                  + " (select max(version) from flyway_schema_history)"));
    }
    new Terminal(data).check(Village.repository()).refused("newer Pilothouse");
  }

  @Test
  void aDamagedDatabaseIsNamed() throws IOException {
    assumeTrue(Databases.usual() == Databases.SQLITE, "a server looks after its own files");
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.writeString(data.resolve("pilothouse.db"), "no database at all\n".repeat(100));
    new Terminal(data).check(Village.repository()).refused("damaged");
  }

  @Test
  void aScopeThatNeverWasIsRefused() {
    new Terminal(folder.resolve("data"))
        .check(Village.repository(), "--scope", "no/such/folder")
        .refused("nothing in");
  }

  @Test
  void aPageIsNotWrittenIntoAFolder() {
    Terminal.Ended ended =
        new Terminal(folder.resolve("data"))
            .check(Village.repository(), "--html", folder.toString());
    assertEquals(2, ended.exit());
    ended.says("it is a folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ext::sh -c touch% PWNED",
        "--upload-pack=touch PWNED",
        "-oProxyCommand=touch PWNED",
        "ssh://-oProxyCommand=touch PWNED/x",
        "ssh://host.invalid\u001b[31m/x",
        "file:///etc",
        "https://127.0.0.1:1/a\n--upload-pack=touch PWNED",
        "transport::address",
        " "
      })
  void anAddressCannotMakeGitRunSomething(String address) {
    Terminal terminal = new Terminal(folder.resolve("data"));
    Terminal.Ended ended =
        Terminal.bare("check", "--data", folder.resolve("data").toString(), "--", address);
    ended.refused("pilothouse: ");
    assertFalse(ended.err().strip().chars().anyMatch(Character::isISOControl), ended.err());
    assertFalse(Files.exists(Path.of("PWNED")));
    assertEquals(0, known());
    terminal.check(Village.repository()).fine();
  }

  @Test
  void aRepositoryThatIsGoneStillShowsWhatWasStored() throws IOException {
    GitRepo repo = GitRepo.init(folder.resolve("ferry")).write("a", "1\n").commit("First");
    Terminal terminal = new Terminal(folder.resolve("data"));
    terminal.check(repo.path()).fine();
    Files.move(repo.path(), folder.resolve("elsewhere"));
    Terminal.Ended ended = terminal.check(repo.path());
    assertEquals(2, ended.exit());
    ended.says("What is shown of ferry was stored on 2 Nov 2026.");
    assertTrue(ended.out().contains("Health check of ferry"), ended.out());
    assertEquals(1, known());
  }

  private int known() {
    try (Storage storage = Databases.of(folder.resolve("data"))) {
      return new Systems(storage, InstantSource.fixed(Village.NOW)).all().size();
    }
  }
}
