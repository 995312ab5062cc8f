package pilothouse.web;

/**
 * What a permission is asked for: the whole organisation, one team, one system, one repository, or
 * any of them that the caller may see.
 *
 * @param name of the team, system or repository; empty for the others
 */
public record Where(Kind kind, String name) {
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
}
