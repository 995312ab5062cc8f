package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pilothouse flags import} as people call it. */
class FlagCommandTest {
  private static final String FLAGD =
      """
      {"flags": {"lamps": {"state": "ENABLED", "variants": {"on": true}},
                 "bells": {"state": "DISABLED"}}}
      """;

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void opens() throws IOException {
    terminal = Terminal.ready(folder.resolve("data"));
    Files.createDirectories(folder.resolve("flags/.hidden"));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve("flags").resolve(name), text).toString();
  }

  @Practice("G4")
  @Test
  void aFileIsTakenOnceAndWhatIsGoneFromItIsTold() throws IOException {
    String file = file("a.flagd.json", FLAGD);
    assertEquals(
        """
        a.flagd.json: 2 told: 2 new, 0 the same again, 0 known from elsewhere, 0 gone from it, 0 refused
          new lamps
          new bells
        """,
        terminal.run("flags", "import", file).fine().out());
    String again = terminal.run("flags", "import", file, "--json").fine().out();
    assertTrue(again.contains("\"again\" : 2"), again);
    file("a.flagd.json", FLAGD.replace("bells", "horns"));
    String changed = terminal.run("flags", "import", file).fine().out();
    assertTrue(changed.contains("\n  gone bells\n"), changed);
  }

  @Test
  void aFolderIsTakenFileByFileAndWhatIsRefusedHindersNoOther() throws IOException {
    file("a.flagd.json", FLAGD);
    file("b.json", "{}");
    file("c.csv", "key,kind\nlamps,release\nodd,odd\n");
    file(".hidden/d.json", FLAGD);
    file("e.txt", "nothing");
    Terminal.Ended ended = terminal.run("flags", "import", folder.resolve("flags").toString());
    assertEquals(1, ended.exit(), ended.err());
    String out = ended.out();
    assertTrue(out.contains("a.flagd.json: 2 told: 2 new"), out);
    assertTrue(out.contains("b.json: 1 told: 0 new"), out);
    assertTrue(out.contains("c.csv: 2 told: 0 new, 0 the same again, 1 known from elsewhere"), out);
    assertTrue(out.contains("\n  refused line 3, odd: “odd” is no kind of flag."), out);
    assertEquals(3, out.lines().filter(line -> line.contains(" told: ")).count(), out);
  }

  @Test
  void whatIsNoFileOfFlagsIsRefusedWithTheMend() throws IOException {
    terminal.run("flags", "import", "none.json").refused("none.json is no file that can be read");
    terminal
        .run("flags", "import", folder.resolve("flags").toString())
        .refused("holds no file that ends in .json");
    terminal.run("flags", "import", file("b.json", "{}")).refused("names no flags");
    String file = file("a.json", FLAGD);
    terminal.run("flags", "import", file, "--place", "system:none").refused("system:none");
  }

  @Test
  void aFileThatCannotBeTakenIsSaidAndTheOthersAreTaken() throws IOException {
    String bad = file("bad.png", "\u0000\u0001");
    String good = file("good.csv", "key,kind\nlamps,release\n");
    Terminal.Ended ended = terminal.run("flags", "import", bad, good);
    assertEquals(2, ended.exit(), ended.err());
    assertTrue(ended.err().contains("bad.png: "), ended.err());
    assertTrue(ended.out().contains("good.csv: 1 told: 1 new"), ended.out());
    String debt = file("debt.csv", "title,place\nRust,organisation\n");
    Terminal.Ended owed = terminal.run("debt", "import", bad, "none.csv", debt);
    assertEquals(2, owed.exit(), owed.err());
    assertTrue(owed.err().contains("none.csv: none.csv is no file"), owed.err());
    assertTrue(owed.out().contains("debt.csv: 1 told"), owed.out() + owed.err());
  }
}
