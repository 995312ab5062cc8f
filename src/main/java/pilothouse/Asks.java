package pilothouse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Asks somebody at a terminal. */
interface Asks {
  /** Whether anybody is there. */
  boolean hears();

  /** Whether they say yes. */
  boolean agrees(String question);

  /**
   * What they type while nothing of it shows or, where nobody is there, all of the standard input.
   *
   * @throws Refused when it is longer than so many bytes, or cannot be read
   */
  String hidden(String question, int longest);

  /** The terminal that the program was started from; behind a pipe there is none. */
  Asks TERMINAL =
      new Asks() {
        @Override
        public boolean hears() {
          return terminal().isPresent();
        }

        @Override
        public boolean agrees(String question) {
          return terminal()
              .map(there -> there.readLine("%s", question))
              .filter(said -> said.strip().toLowerCase(Locale.ROOT).startsWith("y"))
              .isPresent();
        }

        @Override
        public String hidden(String question, int longest) {
          char[] typed = terminal().map(there -> there.readPassword("%s", question)).orElse(null);
          return typed == null ? piped(longest) : new String(typed);
        }

        private static String piped(int longest) {
          try {
            byte[] bytes = System.in.readNBytes(longest + 1);
            if (bytes.length <= longest) {
              return new String(bytes, StandardCharsets.UTF_8);
            }
          } catch (IOException e) {
            throw new Refused("The standard input cannot be read: " + e.getMessage() + ".");
          }
          throw new Refused("The standard input is longer than " + longest + " bytes.");
        }

        private static Optional<java.io.Console> terminal() {
          return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
        }
      };
}
