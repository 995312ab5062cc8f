package pilothouse.accounts;

import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * What changes here and for whom, told to the journal in the transaction of the change: its
 * administrators see it, and each their own.
 */
final class Told {
  private Told() {}

  /**
   * Something that happened to an account, or to what belongs to one.
   *
   * @param kind such as {@code account} or {@code token}
   * @param name by which the journal finds what happened to it
   */
  record About(String kind, String name, String address, Where where) {
    static About account(Account account) {
      return new About(
          "account", account.email(), "/administration/people/" + account.id(), Where.ORGANISATION);
    }

    static About role(String whose, Where where) {
      return new About("role", whose, "/administration/roles", where);
    }

    static About token(String name) {
      return new About("token", name, "/administration/tokens", Where.ORGANISATION);
    }

    static About group(String name) {
      return new About("group", name, "/administration/groups", Where.ORGANISATION);
    }

    static About of(Invitation link) {
      return invitation(link.email(), link.where());
    }

    static About invitation(String email, Where where) {
      return new About("invitation", email, "/administration", where);
    }
  }

  /** Writes it down; the last thing in its transaction. */
  static void note(
      Handle rows,
      Instant at,
      By by,
      String what,
      About about,
      String why,
      Map<String, String> fields) {
    Subject subject =
        Subject.of(about.kind(), about.name(), about.address())
            .in(about.where())
            .needing(Permission.ADMINISTER);
    Journal.write(rows, Entry.of(at, Who.of(by.id(), by.name()), what, subject, why).with(fields));
  }
}
