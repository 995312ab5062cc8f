package pilothouse.direction;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
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

  /**
   * The place that the address names, where nothing is for who may not look there; else the
   * organisation, or the first place that is to be seen.
   */
  static Where scope(Ground ground, Request request) {
    Caller caller = request.caller();
    String asked = request.query("scope");
    if (asked == null && !caller.sees(Where.ORGANISATION)) {
      return Places.of(ground, caller, Permission.READ).stream()
          .findFirst()
          .flatMap(place -> Where.parse(place.text()))
          .orElse(Where.ORGANISATION);
    }
    Where place = place("scope", asked);
    if (!caller.sees(place)) {
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
