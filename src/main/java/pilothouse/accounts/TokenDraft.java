package pilothouse.accounts;

import java.util.Set;
import java.util.stream.Collectors;
import pilothouse.text.Texts;
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
              Texts.say("accounts.token-draft.a-token-has-a", NAME),
              Texts.say("accounts.token-draft.say-what-it-is"))
          .at("name");
    }
    if (days < 1 || days > LONGEST_DAYS) {
      throw Refused.unfit(
              Texts.say("accounts.token-draft.a-token-lasts-from", LONGEST_DAYS),
              Texts.say("accounts.token-draft.give-a-number-between"))
          .at("days");
    }
    if (permissions.isEmpty() || places.isEmpty()) {
      throw Refused.unfit(
          Texts.say("accounts.token-draft.this-token-could-do"),
          Texts.say("accounts.token-draft.say-what-it-may"));
    }
    for (Permission permission : permissions) {
      for (Where where : places) {
        if (!by.may(permission, where)) {
          throw Refused.forbidden(
                  Texts.say(
                      "accounts.token-draft.you-may-not-for",
                      TokenWords.word(permission),
                      Places.says(where)),
                  Texts.say("accounts.token-draft.make-a-token-for"))
              .at("places");
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
