package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilothouse.storage.OnBothDatabases;

/** {@code pilothouse catalog} as people call it. */
@OnBothDatabases
class CatalogCommandTest {
  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void opens() {
    terminal = Terminal.ready(folder.resolve("data"));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void whatComesInGoesOutAgain() throws IOException {
    String teams = file("teams.csv", "team,title,type\nharbour,Harbour,Stream aligned\n");
    String taken = terminal.run("catalog", "import", teams).fine().out();
    assertTrue(taken.startsWith("teams.csv: 1 read, 1 new, 0 changed, 0 unchanged"), taken);
    String again = terminal.run("catalog", "import", teams).fine().out();
    assertTrue(again.startsWith("teams.csv: 1 read, 0 new, 0 changed, 1 unchanged"), again);
    assertEquals(
        "team,title,type,focus\r\nharbour,Harbour,stream-aligned,\r\n",
        terminal.run("catalog", "export", "--csv", "teams").fine().out());
    terminal.run("catalog", "export", "--csv", "team").refused("the nearest is teams");
    terminal.run("catalog", "import").refused("needs a file");
  }

  @Test
  void aRefusedLineWritesNothing() throws IOException {
    terminal.run("catalog", "import", file("t.csv", "team,title\nharbour,Harbour\n")).fine();
    String line = "harbour,ghost77@x.example,2026-03-01,2026-01-01\n";
    Terminal.Ended ended =
        terminal.run("catalog", "import", file("m.csv", "team,person,from,to\n" + line));
    assertEquals(1, ended.exit(), ended.err());
    assertTrue(ended.out().contains("0 new"), ended.out());
    assertTrue(ended.out().contains("1 refused"), ended.out());
    assertFalse(terminal.run("catalog", "export").fine().out().contains("ghost77"));
  }

  @Test
  void badLinesAreToldInTheirOrderAndHinderNoOther() throws IOException {
    String text =
        """
        system,title,part_of,repository
        wing,Wing,house,
        house,House,,no/such
        lost,Lost,nothing,
        wide,Wide,,,more
        """;
    Terminal.Ended ended = terminal.run("catalog", "import", file("s.csv", text));
    assertEquals(1, ended.exit(), ended.err());
    assertEquals(
        """
        s.csv: 4 read, 2 new, 0 changed, 0 unchanged, 0 left as a person set it, 2 refused.
          refused line 4: No system is called “nothing”, of which lost would be a part. Declare \
        nothing first, leave part_of empty, or mend its name.
          refused line 5: It has 5 cells, the first line names 4 columns. Put a cell that holds a \
        comma into quotes.
          line 3: it lives in “no/such”; no repository of that name is read here yet.
        """,
        ended.out());
    String owners = file("o.csv", "system,team,from\nhouse,x,soon\nhouse,,2026-01-01\n");
    String told = terminal.run("catalog", "import", owners).out();
    assertTrue(told.contains("refused line 2: from is “soon”, which is no day."), told);
    assertTrue(told.contains("refused line 3: It has no team."), told);
  }
}
