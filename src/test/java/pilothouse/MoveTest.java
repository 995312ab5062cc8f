package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.storage.Databases;

/** The command {@code move}, there and back. */
class MoveTest {
  @TempDir private Path folder;

  private Terminal.Ended ran(String... words) {
    return Terminal.plain(words);
  }

  @Test
  void whatWasReadIsTheSameOnTheServerAndBack() throws Exception {
    String data = folder.resolve("data").toString();
    String back = folder.resolve("back").toString();
    String server = Databases.guarded(folder);
    Path password = Files.writeString(folder.resolve("password"), Databases.PASSWORD);
    Path team = Files.writeString(folder.resolve("team.csv"), "team,title\nharbour,Harbour\n");
    ran("check", Village.repository().toString(), "--data", data).fine();
    ran("catalog", "import", team.toString(), "--data", data).fine();
    String before = ran("catalog", "export", "--data", data).fine().out();
    assertTrue(before.contains("Harbour"), before);

    ran("move", "--to", server, "--data", data).refused("refuses this user or password");
    Terminal.Ended moved =
        ran("move", "--to", server, "--to-password-file", password.toString(), "--data", data);
    assertTrue(moved.fine().out().contains("each table compared there"), moved.out());
    assertTrue(moved.err().contains("repository "), moved.err());
    assertFalse(moved.out().contains(Databases.PASSWORD), moved.out());

    Path file =
        Files.writeString(
            folder.resolve("settings"),
            "database=%s\ndatabase_password_file=%s\n".formatted(server, password));
    String[] there = {"--settings", file.toString(), "--data", folder.resolve("x").toString()};
    assertEquals(
        before, ran("catalog", "export", there[0], there[1], there[2], there[3]).fine().out());
    ran("move", "--to", back, there[0], there[1], there[2], there[3]).fine();
    assertEquals(before, ran("catalog", "export", "--data", back).fine().out());
    ran("move", "--to", back, "--data", data).refused("is not empty");
  }

  @Test
  void nothingIsMovedWhileItRunsOrWhereNothingIs() {
    String data = folder.resolve("data").toString();
    String to = folder.resolve("to").toString();
    ran("move", "--to", to, "--data", data).refused("There is nothing to move");
    ran("catalog", "export", "--data", data).fine();
    try (var running = pilothouse.storage.Storage.open(data)) {
      running.write(rows -> rows.execute("update systems_revision set value = value + 1"));
      ran("move", "--to", to, "--data", data).refused("stop it first");
    }
    ran("move", "--to", to, "--data", data).fine();
    ran("move", "--to", to, "--data", to).refused("already; name another");
    ran("move", "--to", "mysql://h/n", "--data", data).refused("neither");
    ran("move", "--to", "postgresql://h", "--data", data).refused("--to: This is no URL");
  }

  @Test
  void aServerThatIsInUseIsNotMovedFrom() {
    String server = Databases.POSTGRESQL.empty(folder);
    try (var running = pilothouse.storage.Storage.open(server)) {
      assertFalse(running.place().isEmpty());
      ran("move", "--to", folder.resolve("to").toString(), "--database", server)
          .refused("stop it first");
    }
    ran("move", "--to", folder.resolve("to").toString(), "--database", server).fine();
  }
}
