package pilothouse.accounts;

import java.util.Set;
import java.util.stream.Collectors;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;

/** What somebody wants a token for. */
record TokenDraft(String name, Set<Permission> permissions, Set<Where> places, int days) {
  /** The most days that one lasts. */
  private static final int LONGEST_DAYS = 366;

  private static final int NAME = 80;

  /**
   * Refuses what no token may be.
   *
   * @throws Refused where it would be allowed more than who makes it
   */
  void refuse(Caller by) {
    if (name.isBlank() || name.length() > NAME) {
      throw Refused.unfit(
          "A token has a name of at most " + NAME + " characters.",
          "Say what it is for, such as “nightly export”.");
    }
    if (days < 1 || days > LONGEST_DAYS) {
      throw Refused.unfit(
          "A token lasts from one day to " + LONGEST_DAYS + " days.", "Give a number between.");
    }
    if (permissions.isEmpty() || places.isEmpty()) {
      throw Refused.unfit("This token could do nothing.", "Say what it may do, and where.");
    }
    for (Permission permission : permissions) {
      for (Where where : places) {
        if (!by.may(permission, where)) {
          throw Refused.forbidden(
              "You may not “%s” for %s yourself."
                  .formatted(TokenWords.word(permission), Places.says(where)),
              "Make a token for what you may do.");
        }
      }
    }
  }

  /** What it may, as it is stored. */
  String may() {
    return permissions.stream().sorted().map(TokenWords::word).collect(Collectors.joining(","));
  }

  /** Where it may, as it is stored. */
  String where() {
    return places.stream().map(Places::line).sorted().collect(Collectors.joining("\n"));
  }
}
