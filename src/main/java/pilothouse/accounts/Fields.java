package pilothouse.accounts;

import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Request;

/** Reads what people typed into the forms of these pages. */
final class Fields {
  private static final int LONGEST_PASSWORD = 4_096;

  private Fields() {}

  /** A password as it was typed, blanks and all. */
  static String password(Request request, String name) {
    String text = request.text(name, LONGEST_PASSWORD);
    return text == null ? "" : text;
  }

  /** A password typed twice, so that a slip shows. */
  static String passwordTwice(Request request) {
    String password = password(request, "password");
    if (!password.equals(password(request, "again"))) {
      throw Refused.unfit(
              Texts.say("accounts.fields.the-two-passwords-differ"),
              Texts.say("accounts.fields.type-the-same-one"))
          .at("again");
    }
    return password;
  }

  /** What the browser calls itself. */
  static String agent(Request request) {
    String agent = request.header("User-Agent");
    return agent == null ? "" : agent;
  }

  /** A whole address of this server, as the browser called it. */
  static String whole(Request request, String path) {
    return (request.isSecure() ? "https://" : "http://") + request.host() + path;
  }
}
