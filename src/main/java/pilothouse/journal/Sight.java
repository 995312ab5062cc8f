package pilothouse.journal;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** Who may see which entry. */
final class Sight {
  private final Caller caller;
  private final boolean whole;
  private final Map<Where, Map<Permission, Boolean>> known = new HashMap<>();

  /** What one caller sees, asked once for each place. */
  Sight(Caller caller) {
    this.caller = caller;
    this.whole = isWhole(caller);
  }

  /** The same as {@link #sees(Caller, Entry)}. */
  boolean sees(LineRows.Glimpse line) {
    return whole
        || (caller.isKnown() && caller.id().equals(line.who()))
        || known
            .computeIfAbsent(line.place(), place -> new EnumMap<>(Permission.class))
            .computeIfAbsent(line.needs(), needs -> caller.may(needs, line.place()));
  }

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
