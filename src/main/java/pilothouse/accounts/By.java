package pilothouse.accounts;

import pilothouse.journal.Who;
import pilothouse.web.Caller;

/** Who did something: an id that stays, and what that one was called then. */
record By(String id, String name) {
  /** Whoever may type commands on this machine. */
  static final By TERMINAL = new By(Who.TERMINAL, Who.terminal().name());

  /** The program itself. */
  static final By PROGRAM = new By("", "Pilothouse");

  static By of(Caller caller) {
    return new By(caller.id(), caller.name());
  }

  static By of(Account account) {
    return new By(account.id(), account.name());
  }
}
