package pilothouse.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Said;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Request;

/** Reads what people typed into the forms of these pages. */
final class Forms {
  private Forms() {}

  /** Who says it, and why. */
  static Said said(Request request) {
    return said(request, request.typed("why"));
  }

  /** Who says it, for that reason. */
  static Said said(Request request, String why) {
    return Said.by(request.caller().id(), request.caller().name(), why);
  }

  /** Who gives a file. */
  static Said file(Request request, String name) {
    return Said.file(request.caller().id(), request.caller().name(), name);
  }

  /** A day, null where nothing was typed. */
  static @Nullable LocalDate day(Request request, String name) {
    String text = request.typed(name);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Refused.bad(
              Texts.say("catalog.forms.is-no-day", text),
              Texts.say("catalog.forms.write-days-as-2026"))
          .at(name);
    }
  }

  static LocalDate day(Request request, String name, LocalDate otherwise) {
    LocalDate day = day(request, name);
    return day == null ? otherwise : day;
  }
}
