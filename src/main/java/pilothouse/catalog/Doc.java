package pilothouse.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * One table of names and values out of a file.
 *
 * @param where it stands, for sentences: {@code system checkout}, {@code line 7}
 */
record Doc(String where, Map<?, ?> values) {

  /** A value that must be such a table. */
  static Doc of(String where, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return new Doc(where, map);
    }
    throw Refused.unfit(
        Texts.say("catalog.doc.is-where-names-with", where, kind(value)),
        Texts.say("catalog.doc.write-it-as-name"));
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value as text, empty where there is none; of several names the first that is there. */
  String text(String... names) {
    for (String name : names) {
      Object value = values.get(name);
      if (value instanceof Map || value instanceof List) {
        throw Refused.unfit(
            Texts.say("catalog.doc.is-where-one-value", where, name, kind(value)),
            Texts.say("catalog.doc.write-and-one-word", name));
      }
      if (value != null) {
        return String.valueOf(value).strip();
      }
    }
    return "";
  }

  /** The text that must be there. */
  String needed(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      throw Refused.unfit(
          Texts.say("catalog.doc.has-no", where, name),
          Texts.say("catalog.doc.give-it", Say.a(name)));
    }
    return text;
  }

  /** The table under that name; an empty one where there is none. */
  Doc doc(String name) {
    Object value = values.get(name);
    return value == null ? new Doc(where + "." + name, Map.of()) : of(where + "." + name, value);
  }

  /** The list under that name; one value counts as a list of it. */
  List<?> list(String name) {
    Object value = values.get(name);
    if (value == null) {
      return List.of();
    }
    return value instanceof List<?> list ? list : List.of(value);
  }

  /** The words under that name, out of a list or a text in which they stand apart by commas. */
  List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (Object value : list(name)) {
      if (value instanceof Map || value instanceof List) {
        throw Refused.unfit(
            Texts.say("catalog.doc.holds-where-words-are", where, name, kind(value)),
            Texts.say("catalog.doc.write-one-two", name));
      }
      for (String word : String.valueOf(value).split("[,;]", -1)) {
        if (!word.isBlank()) {
          words.add(word.strip());
        }
      }
    }
    return words;
  }

  /** A day, null where there is none. */
  @Nullable LocalDate day(String name) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw Refused.unfit(
          Texts.say("catalog.doc.is-which-is-no", where, name, text),
          Texts.say("catalog.doc.write-days-as-2026"));
    }
  }

  /** Refuses names that nobody knows, which may be misspelt. */
  void allow(Set<String> known) {
    Set<String> unknown = new TreeSet<>();
    values.keySet().forEach(key -> unknown.add(String.valueOf(key)));
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      throw Refused.unfit(
          Texts.say("catalog.doc.has-the-unknown-field", where, unknown.iterator().next()),
          Texts.say("catalog.doc.known-are", String.join(", ", new TreeSet<>(known))));
    }
  }

  static String kind(@Nullable Object value) {
    return switch (value) {
      case null -> "nothing";
      case Map<?, ?> map -> "a table of names";
      case List<?> list -> "a list";
      default -> "“" + value + "”";
    };
  }
}
