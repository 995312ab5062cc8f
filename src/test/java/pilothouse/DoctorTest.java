package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.accounts.saml.SamlHouse;
import pilothouse.storage.Databases;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.Storage;

/** What the doctor finds, each with its mend. */
@OnBothDatabases
class DoctorTest {
  @TempDir private Path folder;

  private Path data() {
    return folder.resolve("data");
  }

  private Terminal.Ended doctor() {
    return new Terminal(data()).run("doctor");
  }

  private void change(String... statements) {
    try (Storage storage = Databases.of(data())) {
      for (String statement : statements) {
        storage.write(rows -> rows.execute(statement));
      }
    }
  }

  private void finds(String says) {
    Terminal.Ended ended = doctor();
    assertEquals(1, ended.exit(), ended.out());
    assertTrue(ended.out().contains(says), ended.out());
  }

  /** A server's clock is the machine's, and the village lives in the past. */
  private void isFine(Terminal.Ended ended) {
    boolean isServer = Databases.usual() == Databases.POSTGRESQL;
    assertEquals(isServer ? 1 : 0, ended.exit(), ended.out());
    assertEquals(isServer, ended.out().contains("both follow a time server"), ended.out());
  }

  @Test
  void aFolderWithNothingInItIsNotMade() {
    Path none = folder.resolve("nome");
    Terminal.plain("doctor", "--data", none.toString()).refused("Nothing is stored in " + none);
    Terminal.plain("metrics", "--data", none.toString()).refused("begin with pilothouse up");
    Terminal.plain("journal", "--data", none.toString()).refused("begin with pilothouse up");
    assertFalse(Files.exists(none));
  }

  @Test
  void saysTheVersionsAndThatThereIsNoBackupYet() {
    change();
    Terminal.Ended ended = doctor();
    isFine(ended);
    String database = Databases.usual() == Databases.SQLITE ? "SQLite 3." : "PostgreSQL 1";
    assertTrue(ended.out().contains(", Java 25, " + database), ended.out());
    assertTrue(ended.out().contains("none was made yet; set backup_every"), ended.out());
    assertTrue(ended.out().contains("nothing is sealed"), ended.out());
  }

  @Test
  void findsATimeBehindWhatIsStored() {
    change(
        """
        insert into import_job (id, kind, file, origin, state, begun_at)
        values ('a', 'deployments', '', 'command', 'DONE', '2026-12-24T18:00:00.000Z')
        """);
    if (Databases.usual() == Databases.SQLITE) {
      finds("is behind what is stored, of 24 Dec 2026");
    } else {
      finds("both follow a time server");
    }
  }

  @Test
  void findsWorkThatNobodyDoes() {
    change(
        """
        insert into lease (name, holder, until)
        values ('backup', '7@quay', '2026-11-01T09:00:00.000Z')
        """,
        """
        insert into delivery (source, delivery_id, received_at, size, state, reason, facts_new,
          facts_unchanged, parser)
        values ('github', 'x', '2026-11-02T07:30:00.000Z', 0, 'waiting', '', 0, 0, '')
        """);
    finds("a delivery waits since 2 Nov 2026");
    finds("backup was begun by 7@quay");
  }

  @Test
  void looksAfterTheKeyAndTheLastBackup() throws IOException {
    InstantSource clock = InstantSource.fixed(Village.NOW);
    Path key = data().resolve("pilothouse.key");
    try (Storage storage = Databases.of(data())) {
      Files.createDirectories(data());
      new pilothouse.storage.Vault(storage, key, clock).seal("github_token", "t", rows -> {});
    }
    assertTrue(doctor().out().contains("opens what is sealed"), doctor().out());
    if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
      finds("chmod 600 it");
    }
    Files.move(key, folder.resolve("away"));
    finds("cannot open github_token; put the file back");

    String file = folder.resolve("copy.zip").toString();
    new Terminal(data()).run("backup", file).fine();
    assertTrue(doctor().out().contains("the last one is"), doctor().out());
    Files.delete(Path.of(file));
    finds("is not there any more");
  }

  @Test
  void findsARowThatRefersToNothing() {
    if (Databases.usual() == Databases.SQLITE) {
      try (Storage storage = Databases.of(data())) {
        storage.read(rows -> rows.execute("pragma foreign_keys = off"));
        storage.read(rows -> rows.execute("insert into scan values ('gone', 1, '', x'00')"));
      }
      Terminal.Ended ended = doctor();
      assertEquals(2, ended.exit(), ended.out());
      assertTrue(ended.out().contains("a row of scan refers to a row of repository"), ended.out());
    } else {
      change(
          "alter table scan drop constraint scan_repository_fkey",
          "alter table scan add constraint unsure foreign key (repository)"
              + " references repository (name) not valid");
      Terminal.Ended ended = doctor();
      assertEquals(2, ended.exit(), ended.out());
      assertTrue(ended.out().contains("unsure of scan was never checked"), ended.out());
    }
    assertFalse(doctor().out().contains("is sound"));
  }

  @Test
  void looksWhetherPeopleCanSignInElsewhere() throws IOException {
    change();
    String file = folder.resolve("providers.yaml").toString().replace("\\", "/");
    Files.createDirectories(data());
    Files.writeString(data().resolve("pilothouse.properties"), "providers=" + file + "\n");
    SamlHouse house = new SamlHouse(Village.NOW);
    Path metadata = Files.writeString(folder.resolve("metadata.xml"), house.metadata());
    Files.writeString(Path.of(file), "company: {kind: saml, metadata_file: '" + metadata + "'}\n");
    assertTrue(doctor().out().contains("company, SAML 2.0 at " + SamlHouse.ENTITY + ", answers"));
    Files.writeString(
        Path.of(file), "company: {kind: ldap, url: 'ldaps://localhost:1', base: 'dc=example'}\n");
    finds("company, LDAP at ldaps://localhost:1, does not answer as it should");
  }
}
