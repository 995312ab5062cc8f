package pilothouse.catalog;

import pilothouse.storage.DatedFields.Field;
import pilothouse.text.Texts;

/**
 * One thing that was said, as pages show it.
 *
 * @param by who, in words: by hand, by a file
 */
public record Told(String field, String value, String by, String when, String until, String why) {

  static Told of(Field field, Days days) {
    var until = field.until();
    return new Told(
        field.name(),
        field.value(),
        by(field),
        days.time(field.since()),
        until == null ? "" : days.time(until),
        field.said().why());
  }

  private static String by(Field field) {
    return field.said().source().equals("by hand")
        ? Texts.say("catalog.told.by-hand", field.said().by())
        : field.said().source();
  }
}
