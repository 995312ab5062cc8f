package pilothouse.web;

import java.util.List;
import java.util.Map;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;

/** What of a list is asked for, as its address says behind the question mark. */
public record Picks(Request request) {
  private static final int LONGEST = 200;

  /** What was typed; empty for nothing. */
  public String text(String name) {
    String typed = request.query(name);
    String text = typed == null ? "" : typed.strip();
    if (text.length() > LONGEST) {
      throw Refused.bad(
          Texts.say("web.sent.too-long", name, LONGEST), Texts.say("web.sent.shorten"));
    }
    return text;
  }

  /** One of these words; the usual one where nothing was typed. */
  public String among(String name, List<String> words, String usual) {
    String typed = text(name);
    if (!typed.isEmpty() && !words.contains(typed)) {
      throw Refused.bad(
          Texts.say("web.sent.no-word", name, typed),
          Texts.say("web.sent.one-of", String.join(", ", words)));
    }
    return typed.isEmpty() ? usual : typed;
  }

  /** The address that asks for the same again; what is empty is left out. */
  public static String address(String path, Map<String, String> asks) {
    StringBuilder address = new StringBuilder(path);
    asks.forEach((name, value) -> {
      if (!value.isEmpty()) {
        address.append(address.indexOf("?") < 0 ? "?" : "&").append(name).append('=');
        address.append(Addresses.part(value));
      }
    });
    return address.toString();
  }
}
