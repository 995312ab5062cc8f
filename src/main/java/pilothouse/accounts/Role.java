package pilothouse.accounts;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.web.Permission;
import pilothouse.web.Refused;

/** What somebody is at a place; each may all that the one before it may. */
public enum Role {
  READER,
  MEMBER,
  LEAD,
  ADMINISTRATOR;

  /** The role of that name. */
  public static Role named(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    throw Refused.bad(
        Texts.say("accounts.role.is-no-role", word),
        Texts.say(
            "accounts.role.use-one-of",
            Stream.of(values()).map(Role::word).collect(Collectors.joining(", "))));
  }

  /** Whether it allows this, at its place. */
  public boolean may(Permission permission) {
    return switch (permission) {
      case NONE, SIGNED, OWN, KNOWN, NOTICES -> false;
      case READ -> true;
      case PEOPLE, SAY -> compareTo(MEMBER) >= 0;
      case CHANGE -> compareTo(LEAD) >= 0;
      case ADMINISTER, SCIM -> compareTo(ADMINISTRATOR) >= 0;
    };
  }

  /** As it is stored and typed. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The same for people. */
  public String called() {
    return Texts.say("accounts.role-name." + word());
  }

  /** What it may beyond the role before it. */
  public String adds() {
    return Texts.say(
        "accounts.role." + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".adds");
  }
}
