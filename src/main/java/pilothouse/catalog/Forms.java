package pilothouse.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Said;
import pilothouse.web.Refused;
import pilothouse.web.Request;

/** Reads what people typed into the forms of these pages. */
final class Forms {
  private Forms() {}

  /** A value, empty where nothing was typed. */
  static String text(Request request, String name) {
    String text = request.form(name);
    return text == null ? "" : text.strip();
  }

  /** A value that must be there. */
  static String needed(Request request, String name) {
    String text = text(request, name);
    if (text.isEmpty()) {
      throw Refused.bad("The form has no " + name + ".", "Go back and fill it in.");
    }
    return text;
  }

  /** Who says it, and why. */
  static Said said(Request request) {
    return said(request, text(request, "why"));
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
    String text = text(request, name);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Refused.bad("“" + text + "” is no day.", "Write days as 2026-01-31.");
    }
  }

  static LocalDate day(Request request, String name, LocalDate otherwise) {
    LocalDate day = day(request, name);
    return day == null ? otherwise : day;
  }

  /** A part of an address. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
