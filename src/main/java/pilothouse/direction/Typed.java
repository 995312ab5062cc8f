package pilothouse.direction;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.NotFound;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Where;

/** Reads what people and programs wrote: days, places and whole numbers. */
final class Typed {
  private Typed() {}

  /** A day, null where nothing was written. */
  static @Nullable LocalDate day(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeParseException e) {
      throw Refused.bad(
              Texts.say("direction.typed.is-no-day", cut(text)),
              Texts.say("direction.typed.write-days-as"))
          .at(name);
    }
  }

  /** A place; the organisation where nothing was written. */
  static Where place(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Where.ORGANISATION;
    }
    return Where.parse(text)
        .orElseThrow(() ->
            Refused.bad(
                    Texts.say("direction.typed.is-no-place", cut(text)),
                    Texts.say("direction.typed.write-places-as"))
                .at(name));
  }

  /** The place that the address names; there is nothing where the caller may not look. */
  static Where scope(Request request) {
    Where place = place("scope", request.query("scope"));
    if (!request.caller().sees(place)) {
      throw NotFound.unseen();
    }
    return place;
  }

  static int number(String name, String text, int usual) {
    try {
      return text.isBlank() ? usual : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw Refused.bad(
              Texts.say("direction.typed.is-no-number", cut(text)),
              Texts.say("direction.typed.write-a-whole-number"))
          .at(name);
    }
  }

  private static String cut(String text) {
    return text.length() > 60 ? text.substring(0, 59) + "…" : text;
  }
}
