package pilothouse.catalog;

import pilothouse.journal.Named;
import pilothouse.storage.DatedFields.Field;
import pilothouse.storage.Said;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * One thing that was said, as pages show it.
 *
 * @param by who, in words: by hand, by a file
 */
public record Told(String field, String value, String by, String when, String until, String why) {

  static Told of(Field field, Days days, Caller caller, Where place) {
    var until = field.until();
    return new Told(
        field.name(),
        field.value(),
        by(field, caller, place),
        days.time(field.since()),
        until == null ? "" : days.time(until),
        field.said().why());
  }

  /** Who said it, as a caller is told. */
  static String said(Said said, Caller caller, Where place) {
    return Named.by(caller, place, said.by());
  }

  /** Where it stood that was said: by hand, or a file. */
  static String source(Said said) {
    return source(said.source());
  }

  static String source(String source) {
    return Texts.known("journal.source.", source);
  }

  private static String by(Field field, Caller caller, Where place) {
    return field.said().source().equals(Said.BY_HAND)
        ? Texts.say("catalog.told.by-hand", said(field.said(), caller, place))
        : source(field.said());
  }
}
