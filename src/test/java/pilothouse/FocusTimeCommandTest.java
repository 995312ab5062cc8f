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

/** {@code pilothouse focus-time} as people call it. */
class FocusTimeCommandTest {
  private static final String MEETING = "UID:1\nSUMMARY:Secret\nDTSTART:%s\nDURATION:PT1H";

  @TempDir Path folder;
  private Terminal terminal;

  @BeforeEach
  void opens() throws IOException {
    terminal = Terminal.ready(folder.resolve("data"));
    terminal.run("catalog", "import", file("teams.csv", "team,title\nharbour,Harbour\n")).fine();
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Practice("D7")
  @Test
  void aCalendarIsTakenOnce() throws IOException {
    String file = file("a.ics", FocusTimeTest.calendar(MEETING.formatted("20261020T090000Z")));
    String days = "--from=2026-10-19";
    String out = terminal.run("focus-time", "harbour", file, days, "--to=2026-11-01").fine().out();
    assertTrue(out.contains("1 event stands in the file."), out);
    assertTrue(out.contains("These days now stand as this file tells them."), out);
    assertFalse(out.contains("Secret"), out);
    String again =
        terminal.run("focus-time", "harbour", file, days, "--to=2026-11-01", "--json").fine().out();
    assertTrue(again.contains("\"changed\" : false"), again);
  }

  @Test
  void whatCannotBeUnderstoodIsCountedAndEndsWithOne() throws IOException {
    String file =
        file(
            "b.ics",
            FocusTimeTest.calendar(
                MEETING.formatted("20261020T090000Z"),
                MEETING.formatted("never").replace("UID:1", "UID:2")));
    Terminal.Ended ended = terminal.run("focus-time", "harbour", file);
    assertEquals(1, ended.exit(), ended.err());
    assertTrue(ended.out().contains("1 skipped because it says not when it begins"), ended.out());
  }

  @Test
  void whatIsNoCalendarOrNoTeamIsRefusedWithTheMend() throws IOException {
    String file = file("c.ics", FocusTimeTest.calendar());
    terminal.run("focus-time", "nobody", file).refused("There is no team “nobody”.");
    terminal.run("focus-time", "harbour", "none.ics").refused("is no file that can be read");
    terminal.run("focus-time", "harbour", file("d.ics", "hello")).refused("BEGIN:VCALENDAR");
    terminal.run("focus-time", "harbour", file, "--to=2099-01-01").refused("may still be booked");
  }
}
