package pilothouse.journal;

import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** Who may see which entry. */
final class Sight {
  private Sight() {}

  /** Whether the caller may see all there is. */
  static boolean isWhole(Caller caller) {
    return caller.may(Permission.ADMINISTER, Where.ORGANISATION);
  }

  /** One's own, what is about something that one may look at, or all. */
  static boolean sees(Caller caller, Entry entry) {
    Subject about = entry.subject();
    return isWhole(caller)
        || (caller.isKnown() && caller.id().equals(entry.who().id()))
        || caller.may(about.needs(), about.place());
  }
}
