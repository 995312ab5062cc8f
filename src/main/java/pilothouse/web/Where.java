package pilothouse.web;

import java.util.Locale;
import java.util.Optional;

/**
 * What a permission is asked for: the whole organisation, one team, one system, one repository, or
 * any of them that the caller may see.
 *
 * @param name of the team, system or repository; empty for the others
 */
public record Where(Kind kind, String name) {
  private static final int LONGEST = 200;

  /** All of it. */
  public static final Where ORGANISATION = new Where(Kind.ORGANISATION, "");

  /** At least one place: who answers leaves out what the caller may not see. */
  public static final Where ANYWHERE = new Where(Kind.ANYWHERE, "");

  /** How large it is. */
  public enum Kind {
    ORGANISATION,
    TEAM,
    SYSTEM,
    REPOSITORY,
    ANYWHERE
  }

  public static Where team(String name) {
    return new Where(Kind.TEAM, name);
  }

  /** A system of the catalogue, or a service that nobody declared. */
  public static Where system(String name) {
    return new Where(Kind.SYSTEM, name);
  }

  /** A repository, with all that lives in it; its slashes may be written as in addresses. */
  public static Where repository(String name) {
    return new Where(Kind.REPOSITORY, name);
  }

  /** As it is kept and stands in addresses: {@code organisation}, {@code team:harbour}. */
  public String text() {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return name.isEmpty() ? word : word + ":" + name;
  }

  /** Reads such a text; empty where it names no place. */
  public static Optional<Where> parse(String text) {
    String asked = text.strip();
    if (asked.equals("organisation")) {
      return Optional.of(ORGANISATION);
    }
    int colon = asked.indexOf(':');
    String name = colon < 0 ? "" : asked.substring(colon + 1).strip();
    if (name.isEmpty() || name.length() > LONGEST) {
      return Optional.empty();
    }
    return switch (asked.substring(0, colon)) {
      case "team" -> Optional.of(team(name));
      case "system" -> Optional.of(system(name));
      case "repository" -> Optional.of(repository(name));
      default -> Optional.empty();
    };
  }
}
