package pilothouse.accounts;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.web.Permission;
import pilothouse.web.Refused;

/**
 * What somebody is at a place; each may all that the one before it may, for permissions stand in
 * that order, too.
 */
public enum Role {
  READER("look at evidence and readings", Permission.READ),
  MEMBER("see who is who, and say causes, answers and uses", Permission.SAY),
  LEAD("change what is read, kept or decided", Permission.CHANGE),
  ADMINISTRATOR("say who may do what, and how the program is run", Permission.ADMINISTER);

  private final String adds;
  private final Permission most;

  Role(String adds, Permission most) {
    this.adds = adds;
    this.most = most;
  }

  /** The role of that name. */
  public static Role named(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw Refused.bad(
        "“" + word + "” is no role.",
        "Use one of "
            + Stream.of(values()).map(Role::word).collect(Collectors.joining(", "))
            + ".");
  }

  /** Whether it allows this, at its place. */
  public boolean may(Permission permission) {
    return permission.compareTo(Permission.READ) >= 0 && permission.compareTo(most) <= 0;
  }

  /** As it is stored and said. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it may beyond the role before it. */
  public String adds() {
    return adds;
  }
}
