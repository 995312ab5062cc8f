package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fixture world is what its comment says. */
class VillageTest {
  @Test
  void isTheSameEachTime(@TempDir Path folder) {
    Path again = Village.buildIn(folder.resolve("again"));
    assertEquals(git("rev-parse", "main"), FastImport.git(again, "rev-parse", "main"));
  }

  @Test
  void isSound() {
    assertEquals("", git("fsck", "--strict", "--no-dangling"));
  }

  @Test
  void holdsWhatItPromises() {
    assertEquals("18", git("rev-list", "--count", "--merges", "main"));
    assertEquals("3", git("log", "--format=%h", "--grep=^Revert", "main").lines().count() + "");
    assertEquals("11", git("tag").lines().count() + "");
    assertEquals("24", git("rev-list", "--count", "main", "--", "tariff"));
    assertEquals(
        "R097\ttickets/src/Printer.java\ttickets/src/TicketPrinter.java",
        git("log", "--format=", "-M", "--diff-filter=R", "--name-status", "--", "tickets"));
    assertEquals("1", git("rev-list", "--count", "v1.1.1", "^main"));
  }

  private static String git(String... arguments) {
    return FastImport.git(Village.repository(), arguments);
  }
}
