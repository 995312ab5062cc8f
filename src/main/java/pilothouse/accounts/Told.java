package pilothouse.accounts;

import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What changes here and for whom, said in one place, in the transaction of the change. */
final class Told {
  private Told() {}

  /** Something that happened to an account, a role, a token or an invitation. */
  static void note(
      Handle rows,
      Instant at,
      By by,
      String what,
      String subject,
      String why,
      Map<String, String> fields) {
    // The journal is told here as soon as there is one.
  }
}
