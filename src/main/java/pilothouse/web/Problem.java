package pilothouse.web;

import pilothouse.text.Texts;

/**
 * An error as RFC 9457 describes it, with a sentence that helps to mend it.
 *
 * @param type always about:blank: the status says the kind
 * @param title the status in words
 * @param status the HTTP status
 * @param detail what is wrong with this very request
 * @param mend what the caller can do
 * @param request the id under which the log speaks of the request; empty for none
 */
public record Problem(
    String type, String title, int status, String detail, String mend, String request) {
  static Problem of(int status, String detail, String mend) {
    Exchange exchange = Exchange.current();
    String request = exchange == null ? "" : exchange.id();
    return new Problem("about:blank", words(status), status, detail, mend, request);
  }

  private static String words(int status) {
    return switch (status) {
      case 400 -> Texts.say("web.problem.this-request-makes-no");
      case 401 -> Texts.say("web.problem.nobody-proved-who-sent");
      case 403 -> Texts.say("web.problem.this-is-not-allowed");
      case 404 -> Texts.say("web.problem.there-is-nothing-here");
      case 405 -> Texts.say("web.problem.this-address-is-not");
      case 409 -> Texts.say("web.problem.something-else-stands-against");
      case 413 -> Texts.say("web.problem.that-is-too-much");
      case 414 -> Texts.say("web.problem.this-address-is-too");
      case 422 -> Texts.say("web.problem.this-can-be-read");
      case 429 -> Texts.say("web.problem.that-is-too-fast");
      case 421 -> Texts.say("web.problem.this-name-is-not");
      case 503 -> Texts.say("web.problem.not-ready-yet");
      default ->
          status < 500
              ? Texts.say("web.problem.this-cannot-be-answered")
              : Texts.say("web.problem.something-broke-here");
    };
  }
}
