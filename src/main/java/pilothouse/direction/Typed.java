package pilothouse.direction;

import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Json;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Where;

/** Reads what people and programs wrote. */
final class Typed {
  private static final int LARGEST = 64 * 1024;

  private Typed() {}

  /** What a program sent. */
  static <T> T read(Request request, Class<T> type) {
    return Json.read(
        request.body(LARGEST),
        type,
        Texts.say("direction.answers.what-is-sent"),
        Texts.say("direction.answers.see-the-description"));
  }

  /** The place that is named, where the caller may change something. */
  static Where place(Ground ground, Request request, @Nullable String typed) {
    String text = typed == null ? "" : typed;
    return ground.places().read(text, request.caller(), Permission.CHANGE);
  }

  /**
   * The place that the address names, where nothing is for who may not look there; else the
   * organisation, or the first place that is to be seen.
   */
  static Where scope(Ground ground, Request request) {
    Caller caller = request.caller();
    String asked = request.query("scope");
    if (asked == null && !caller.sees(Where.ORGANISATION)) {
      return ground.places().all().filter(caller::sees).findFirst().orElse(Where.ORGANISATION);
    }
    return asked == null
        ? Where.ORGANISATION
        : Where.parse(asked)
            .filter(caller::sees)
            .filter(ground.places()::has)
            .orElseThrow(NotFound::unseen);
  }

  static int number(String name, String text, int usual) {
    try {
      return text.isBlank() ? usual : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw Refused.bad(
              Texts.say("direction.typed.is-no-number", Say.cut(text, 60)),
              Texts.say("direction.typed.write-a-whole-number"))
          .at(name);
    }
  }
}
