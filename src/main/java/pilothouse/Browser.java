package pilothouse;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The desktop's browser, where there is a desktop. */
final class Browser {
  private Browser() {}

  /**
   * Opens the address; where that does not work nobody is bothered, for the address was printed.
   */
  static void open(URI address, Map<String, String> environment) {
    List<String> command = command(System.getProperty("os.name"), environment);
    if (command.isEmpty()) {
      return;
    }
    try {
      new ProcessBuilder(command)
          .command(
              java.util.stream.Stream.concat(
                      command.stream(), java.util.stream.Stream.of(address.toString()))
                  .toList())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      System.getLogger(Browser.class.getName()).log(System.Logger.Level.DEBUG, "no browser", e);
    }
  }

  /**
   * The program that opens addresses there, with its arguments; empty where nobody would see it.
   */
  static List<String> command(String system, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (environment.containsKey("CI") || environment.containsKey("SSH_CONNECTION")) {
      return List.of();
    }
    if (name.startsWith("mac")) {
      return List.of("open");
    }
    if (name.startsWith("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    boolean display =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return display ? List.of("xdg-open") : List.of();
  }
}
