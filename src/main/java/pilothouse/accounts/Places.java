package pilothouse.accounts;

import java.util.Locale;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** Places as they are stored, typed and said: {@code organisation}, {@code team harbour}. */
final class Places {
  private static final int LONGEST = 200;

  private Places() {}

  /** The kind, as it is stored. */
  static String scope(Where where) {
    return where.kind().name().toLowerCase(Locale.ROOT);
  }

  /** Reads what was stored. */
  static Where of(String scope, String place) {
    return new Where(Where.Kind.valueOf(scope.toUpperCase(Locale.ROOT)), place);
  }

  /** In one line. */
  static String line(Where where) {
    return (scope(where) + " " + where.name()).strip();
  }

  /**
   * Reads such a line.
   *
   * @throws Refused where it names no place that roles are given at
   */
  static Where read(String line) {
    String[] words = line.strip().split("[ :]+", 2);
    String name = words.length == 2 ? words[1].strip() : "";
    boolean named = !name.isEmpty() && name.length() <= LONGEST;
    return switch (words[0]) {
      case "organisation" -> Where.ORGANISATION;
      case "team" -> named ? Where.team(name) : unread(line);
      case "system" -> named ? Where.system(name) : unread(line);
      default -> unread(line);
    };
  }

  /** As people say it. */
  static String says(Where where) {
    return switch (where.kind()) {
      case ORGANISATION -> Texts.say("accounts.places.the-whole-organisation");
      case ANYWHERE -> Texts.say("accounts.places.anywhere");
      case TEAM -> Texts.say("accounts.places.team", where.name());
      case SYSTEM -> Texts.say("accounts.places.system", where.name());
      case REPOSITORY -> Texts.say("accounts.places.repository", where.name());
    };
  }

  private static Where unread(String line) {
    String shown = line.length() <= 60 ? line : line.substring(0, 60) + "…";
    throw Refused.bad(
        Texts.say("accounts.places.names-no-place", shown),
        Texts.say("accounts.places.write-organisation-team-name"));
  }
}
