package pilothouse.journal;

import java.util.Optional;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * Who did something, as one caller is told: by name to those who may see people there, and to
 * themselves. Who owes or owns something is part of the thing and named with it (0035).
 */
public final class Named {
  private Named() {}

  /** What pages and programs call whoever did something that belongs to a place. */
  public static String by(Caller caller, Where place, String id, String name) {
    return Who.called(to(caller, place, Who.of(id, name)).name());
  }

  /** The same of rows that keep the name alone. */
  public static String by(Caller caller, Where place, String name) {
    return caller.may(Permission.PEOPLE, place)
        ? Who.called(name)
        : Who.called(Who.somebody(Who.Kind.PERSON).name());
  }

  static Who to(Caller caller, Where place, Who who) {
    return isFor(caller, place, who.id()) ? who : Who.somebody(who.kind());
  }

  /** Whether the caller may know who that is. */
  static boolean isFor(Caller caller, Where place, String id) {
    return id.isEmpty()
        || id.equals(Who.TERMINAL)
        || isOwn(caller, id)
        || caller.may(Permission.PEOPLE, place);
  }

  static boolean isOwn(Caller caller, String id) {
    return caller.isKnown() && (caller.id().equals(id) || caller.selves().contains(id));
  }

  /**
   * An entry as the caller is told it: without its hash where it does not say who, for the hash is
   * over all of it. None where the caller may not see it, or asked for somebody or for words of it
   * that are not told to the caller.
   */
  public static Optional<Line> line(Caller caller, Asked asked, Line line) {
    Entry entry = line.entry();
    if (!Sight.sees(caller, entry)) {
      return Optional.empty();
    }
    Who told = to(caller, entry.subject().place(), entry.who());
    if (told.equals(entry.who())) {
      return Optional.of(line);
    }
    Entry nameless = entry.by(told);
    return asked.who().isEmpty() && nameless.says(asked.text())
        ? Optional.of(new Line(line.seq(), nameless, "", ""))
        : Optional.empty();
  }
}
