package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.storage.Databases;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.Storage;

/** The commands {@code backup} and {@code restore}, as somebody types them. */
@OnBothDatabases
class BackupTest {
  @TempDir private Path folder;

  private Terminal at(String data) {
    return new Terminal(folder.resolve(data));
  }

  private void fill() throws IOException {
    Path team = Files.writeString(folder.resolve("team.csv"), "team,title\nharbour,Harbour\n");
    at("data").run("catalog", "import", team.toString()).fine();
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void comesBackIntoAnEmptyPlaceAndInPlaceOfWhatIsThere() throws IOException {
    fill();
    String before = at("data").run("catalog", "export").fine().out();
    String file = path("my backup");
    Terminal.Ended made = at("data").run("backup", file).fine();
    assertTrue(made.out().contains("was read again and is sound"), made.out());
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(file))));
    at("data").run("backup", file).refused("already");

    at("other").run("restore", file).fine();
    assertEquals(before, at("other").run("catalog", "export").fine().out());

    Path more = Files.writeString(folder.resolve("more.csv"), "team,title\nquay,Quay\n");
    at("data").run("catalog", "import", more.toString()).fine();
    at("data").run("restore", file).refused("--replace");
    assertTrue(at("data").run("catalog", "export").fine().out().contains("Quay"));
    Terminal.Ended replaced = at("data").run("restore", file, "--replace").fine();
    assertEquals(before, at("data").run("catalog", "export").fine().out());
    String kept = replaced.out().replaceAll("(?s).*is kept in (\\S+)\\.\\R.*", "$1");
    at("data").run("restore", kept, "--replace").fine();
    assertTrue(at("data").run("catalog", "export").fine().out().contains("Quay"));
  }

  @Test
  void theKeyIsInItOnlyWhereThatWasAskedForAndItIsEncrypted() throws IOException {
    fill();
    Path key = Files.writeString(folder.resolve("data/pilothouse.key"), "the key\n");
    Path phrase = Files.writeString(folder.resolve("phrase"), "the tide waits for nobody\n");
    Terminal.Ended plain = at("data").run("backup", path("plain")).fine();
    assertTrue(plain.out().contains("NOT IN IT is the key"), plain.out());
    at("data").run("backup", path("x"), "--with-key").refused("--with-key needs --encrypt");
    Terminal.Ended sealed =
        at("data")
            .run("backup", path("sealed"), "--with-key", "--passphrase-file", phrase.toString())
            .fine();
    assertFalse(sealed.out().contains("NOT IN IT"), sealed.out());
    Path wrong = Files.writeString(folder.resolve("wrong"), "the tide waits for me\n");
    at("other")
        .run("restore", path("sealed"), "--passphrase-file", wrong.toString())
        .refused("passphrase does not open");
    Path blank = Files.writeString(folder.resolve("blank"), "\n");
    at("other")
        .run("restore", path("sealed"), "--passphrase-file", blank.toString())
        .refused("is empty");
    at("other").run("restore", path("sealed"), "--passphrase-file", phrase.toString()).fine();
    assertEquals(Files.readString(key), Files.readString(folder.resolve("other/pilothouse.key")));
    Path brief = Files.writeString(folder.resolve("brief"), "short");
    at("data")
        .run("backup", path("y"), "--passphrase-file", brief.toString())
        .refused("at least 12 characters");
  }

  @Test
  void whoServedWhereItComesFromIsNotInWhatIsRestored() throws IOException {
    fill();
    try (Storage there = Databases.of(folder.resolve("data"))) {
      there.write(rows -> {
        rows.execute("insert into lease (name, holder, until) values ('a', 'b', '2099-01-01')");
        return rows.execute(
            """
            insert into process (id, name, version, begun_at, until)
            values ('1@pier x', '1@pier', '1', '2026-11-01T00:00:00.000Z', '2099-01-01')
            """);
      });
    }
    at("data").run("backup", path("running")).fine();
    at("other").run("restore", path("running")).fine();
    try (Storage other = Databases.of(folder.resolve("other"))) {
      String query = "select (select count(*) from lease) + (select count(*) from process)";
      assertEquals(0L, other.<Long>read(rows -> rows.createQuery(query).mapTo(Long.class).one()));
    }
  }

  @Test
  void whatCannotBeDoneIsSaid() throws IOException {
    at("none").run("restore", path("nowhere")).refused("it is not there");
    Path text = Files.writeString(folder.resolve("text"), "no backup at all\n");
    at("none").run("restore", text.toString()).refused("not as it was written");
    assertFalse(Files.exists(folder.resolve("none")));
    if (Databases.usual() == Databases.SQLITE) {
      at("none").run("backup").refused("nothing to back up");
    }
    fill();
    at("data").run("backup", path("no/folder/there")).refused("cannot be written");
    at("data").run("backup", path("good")).fine();
    try (Storage running = Databases.of(folder.resolve("data"))) {
      assertFalse(running.damages().contains("x"));
      at("data").run("backup", path("meanwhile")).fine();
      at("data").run("restore", path("good"), "--replace").refused("stop it first");
    }
  }

  @Test
  void withoutANameItLiesInTheFolderOfBackups() throws IOException {
    fill();
    at("data").run("backup").fine();
    try (var files = Files.list(folder.resolve("data/backups"))) {
      assertEquals(
          "pilothouse-20261102-090000.zip",
          files.map(file -> file.getFileName().toString()).reduce("", String::concat));
    }
  }
}
