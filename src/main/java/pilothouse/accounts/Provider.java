package pilothouse.accounts;

import java.util.List;
import pilothouse.accounts.ldap.LdapSettings;
import pilothouse.accounts.oidc.OidcSettings;
import pilothouse.accounts.proof.Field;
import pilothouse.accounts.proof.Given;
import pilothouse.accounts.saml.SamlSettings;

/**
 * A provider that people may sign in with, as the settings name it.
 *
 * @param name in addresses and before the names of its groups
 * @param title as people know it
 * @param makes whether somebody who is not known gets an account, without any role
 * @param matches whether somebody takes the account with the same verified e-mail address
 * @param settings of its protocol
 */
record Provider(String name, String title, boolean makes, boolean matches, Object settings) {
  static final List<String> KINDS = List.of("oidc", "saml", "ldap");
  private static final int TITLE = 60;

  /** What can be said of one of any kind. */
  static final List<Field> KNOWN =
      List.of(
          new Field("kind", "The protocol: `oidc`, `saml` or `ldap`.", ""),
          new Field(
              "title",
              "What people read on the page: “Sign in with …”; of a directory, whose password they type.",
              "its name"),
          new Field(
              "makes_accounts",
              "`true`: somebody who is not known yet gets an account, without any role.",
              "`false`: only who has an account already"),
          new Field(
              "matches_email",
              "`true`: at the first time, somebody takes the account with the same verified e-mail address.",
              "`false`"));

  static Provider of(Given given) {
    String title = given.text("title", given.provider());
    if (title.length() > TITLE || title.chars().anyMatch(Character::isISOControl)) {
      throw given.wrong("“title” has more than " + TITLE + " characters, or more than one line");
    }
    Object settings =
        switch (given.text("kind")) {
          case "oidc" -> OidcSettings.of(given);
          case "saml" -> SamlSettings.of(given);
          case "ldap" -> LdapSettings.of(given);
          default -> throw given.wrong("“kind” is none of: " + String.join(", ", KINDS));
        };
    return new Provider(
        given.provider(),
        title,
        given.yes("makes_accounts", false),
        given.yes("matches_email", false),
        settings);
  }

  /** All that can be said of one of that kind; empty for a kind that is none. */
  static List<Field> known(String kind) {
    return switch (kind) {
      case "oidc" -> OidcSettings.KNOWN;
      case "saml" -> SamlSettings.KNOWN;
      case "ldap" -> LdapSettings.KNOWN;
      default -> List.of();
    };
  }
}
