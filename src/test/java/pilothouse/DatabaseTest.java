package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.storage.Databases;

/** The setting {@code database}: where it may come from, and what is said when it is wrong. */
class DatabaseTest {
  private static final String SECRET = "s3cret";
  @TempDir private Path folder;

  @Test
  void everyCommandKeepsItsRowsOnTheServerAndTakesThePasswordFromAFile() throws IOException {
    String url = Databases.guarded(folder);
    Path password = Files.writeString(folder.resolve("password"), Databases.PASSWORD + "\n");
    Path file =
        Files.writeString(
            folder.resolve("pilothouse.properties"),
            "database=%s\ndatabase_password_file=%s\n".formatted(url, password));
    String[] settings = {
      "--settings", file.toString(), "--data", folder.resolve("data").toString()
    };
    ran(settings, "check", Village.repository().toString()).fine();
    Terminal.Ended doctor = ran(settings, "doctor");
    assertEquals(1, doctor.exit(), "the clock of tests stands still, which the doctor notices");
    assertTrue(doctor.out().contains("the database's time differs"), doctor.out());
    assertTrue(doctor.out().contains("postgresql://localhost:"), doctor.out());
    assertFalse(doctor.out().contains("guarded"), doctor.out());
    assertTrue(ran(settings, "catalog", "export").fine().out().contains("systems"));
    ran(settings, "seal", "--list").fine();
    assertFalse(Files.exists(folder.resolve("data/pilothouse.db")), "nothing is kept twice");
  }

  private static Terminal.Ended ran(String[] settings, String... words) {
    return Terminal.plain(
        java.util.stream.Stream.of(words, settings)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mysql://me:s3cret@host/name | is no URL of a PostgreSQL database",
        "/var/lib/rows | is no URL of a PostgreSQL database",
        "postgresql://me:s3cret@host | is no URL of a PostgreSQL database",
        "postgresql://me:s3 cret@host/name | is no URL of a PostgreSQL database",
        "postgresql://me:s3cret@localhost:1/name | does not answer",
      })
  void whatIsNoDatabaseIsRefusedWithoutItsPassword(String url, String says) {
    Terminal.Ended ended =
        Terminal.plain("seal", "--list", "--database", url, "--data", folder.toString());
    ended.refused(says);
    assertFalse(ended.err().contains("cret"), ended.err());
  }

  @Test
  void aMissingDatabaseAndAWrongPasswordAreSaid() {
    String url = Databases.POSTGRESQL.empty(folder);
    String missing = url.substring(0, url.lastIndexOf('/')) + "/nowhere";
    Terminal.plain("seal", "--list", "--database", missing).refused("create it with createdb");
    String guarded = Databases.guarded(folder);
    for (String wrong : new String[] {"guarded:" + SECRET + "@", "guarded@"}) {
      Terminal.Ended ended =
          Terminal.plain("seal", "--list", "--database", guarded.replace("guarded@", wrong));
      ended.refused("refuses this user or password");
      assertFalse(ended.err().contains(SECRET), ended.err());
    }
    String right = guarded.replace("guarded@", "guarded:h%40rbour%207@");
    Terminal.plain("seal", "--list", "--database", right).fine();
  }

  @Test
  void thePasswordShowsNowhereInTheSettings() throws IOException {
    Map<String, String> given =
        Map.of("database", "postgresql://me:own@host/name", "database_password", SECRET);
    Settings settings = Settings.read(given, null, Map.of());
    assertEquals("postgresql://host/name", settings.database().toString());
    assertFalse(settings.toString().contains(SECRET), settings.toString());
    Map<String, String> both =
        Map.of(
            "database",
            "postgresql://h/n",
            "database_password",
            "a",
            "database_password_file",
            "b");
    String says =
        String.valueOf(
            assertThrows(Refused.class, () -> Settings.read(both, null, Map.of())).getMessage());
    assertTrue(says.contains("keep one of them"), says);
  }
}
