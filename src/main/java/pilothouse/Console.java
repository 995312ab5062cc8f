package pilothouse;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/** What a command has around it: where it prints, the environment, and the time. */
record Console(
    PrintStream out, PrintStream err, Map<String, String> environment, InstantSource clock) {

  /** The machine's own; both streams are UTF-8 whatever the locale is. */
  static Console machine() {
    return new Console(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.getenv(),
        InstantSource.system());
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /**
   * Whether somebody reads standard output in a terminal that shows colours, as the launcher says.
   */
  boolean colours() {
    return Boolean.getBoolean("pilothouse.terminal")
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }
}
