package pilothouse.accounts;

import java.util.Locale;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** E-mail addresses, by which accounts are told apart. */
final class Emails {
  private static final int LONGEST = 200;

  private Emails() {}

  /** In small letters, without blanks around. */
  static String plain(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  /**
   * The same.
   *
   * @throws Refused where it cannot be one
   */
  static String checked(String typed) {
    String email = plain(typed);
    if (email.length() > LONGEST || !email.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+")) {
      String shown = email.length() <= 60 ? email : email.substring(0, 60) + "…";
      throw Refused.unfit(
              Texts.say("accounts.emails.is-no-e-mail", shown),
              Texts.say("accounts.emails.write-it-as-somebody"))
          .at("email");
    }
    return email;
  }
}
