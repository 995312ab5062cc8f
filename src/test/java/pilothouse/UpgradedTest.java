package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.storage.OnBothDatabases;
import pilothouse.storage.Released;

/** What people see of a database that an older program left. */
@OnBothDatabases
class UpgradedTest {
  @TempDir private Path folder;

  @Test
  void theCommandsTellWhatAnOlderProgramKept() throws Exception {
    for (int version : Released.versions()) {
      Path data = folder.resolve("V" + version);
      Released.lay(version, data);
      Terminal terminal = new Terminal(data);
      String all = terminal.run("catalog", "export").fine().out();
      if (version < 14) {
        continue;
      }
      assertTrue(all.contains("The old quay") && all.contains("The harbour watch"), all);
      assertTrue(all.contains("Mara Lind"), all);
      String shop =
          terminal
              .run("metrics", "checkout", "--from", "2026-03-01", "--to", "2026-03-31", "--json")
              .fine()
              .out();
      assertTrue(shop.contains("deployment-frequency"), shop);
      Terminal.Ended doctor = terminal.run("doctor");
      assertEquals(1, doctor.exit(), doctor.out());
      assertTrue(doctor.out().contains("delivery 2 from gitlab: This is no JSON."), doctor.out());
    }
  }
}
