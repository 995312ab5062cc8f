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
  private final boolean asksWho;
  private final boolean whole;
  private final Map<Where, Map<Permission, Boolean>> known = new HashMap<>();

  /** What one caller sees of what was asked, asked once for each place. */
  Sight(Caller caller, Asked asked) {
    this.caller = caller;
    this.asksWho = !asked.who().isEmpty();
    this.whole = isWhole(caller);
  }

  /** The same as {@link Named#line}. */
  boolean sees(LineRows.Glimpse line) {
    return whole
        || (caller.isKnown() && caller.id().equals(line.who()))
        || (may(line.needs(), line.place())
            && (!asksWho || Named.isFor(caller, line.place(), line.who())));
  }

  private boolean may(Permission needed, Where there) {
    return known
        .computeIfAbsent(there, _ -> new EnumMap<>(Permission.class))
        .computeIfAbsent(needed, needs -> caller.may(needs, there));
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
