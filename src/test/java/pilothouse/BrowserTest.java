package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which program opens an address. */
class BrowserTest {
  @Test
  void opensOnlyWhereSomebodySeesIt() {
    assertEquals(List.of(), Browser.command("Linux", Map.of()));
    assertEquals(List.of("xdg-open"), Browser.command("Linux", Map.of("DISPLAY", ":0")));
    assertEquals(List.of("xdg-open"), Browser.command("Linux", Map.of("WAYLAND_DISPLAY", "w")));
    assertEquals(List.of(), Browser.command("Linux", Map.of("DISPLAY", ":0", "CI", "true")));
    assertEquals(List.of(), Browser.command("Mac OS X", Map.of("SSH_CONNECTION", "a b")));
    assertEquals(List.of("open"), Browser.command("Mac OS X", Map.of()));
  }
}
