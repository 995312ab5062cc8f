package pilothouse.web;

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
      case 400 -> "This request makes no sense";
      case 401 -> "Nobody proved who sent this";
      case 403 -> "This is not allowed from there";
      case 404 -> "There is nothing here";
      case 405 -> "This address is not used like that";
      case 409 -> "Something else stands against it";
      case 413 -> "That is too much at once";
      case 414 -> "This address is too long";
      case 422 -> "This can be read but makes no sense";
      case 429 -> "That is too fast";
      case 421 -> "This name is not served here";
      case 503 -> "Not ready yet";
      default -> status < 500 ? "This cannot be answered" : "Something broke here";
    };
  }
}
