package pilothouse;

import java.util.Locale;
import java.util.Optional;

/** Asks somebody at a terminal. */
interface Asks {
  /** Whether anybody is there. */
  boolean hears();

  /** Whether they say yes. */
  boolean agrees(String question);

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

        private static Optional<java.io.Console> terminal() {
          return Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
        }
      };
}
