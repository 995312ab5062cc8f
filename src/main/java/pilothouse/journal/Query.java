package pilothouse.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Addresses;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Where;

/**
 * What the address of a page or of the API asks for.
 *
 * @param given what stands in the address, by name, for the next page and the exports
 * @param before the number below which entries start
 */
record Query(Asked asked, Map<String, String> given, long before) {
  /** What an address may narrow the entries by. */
  static final Map<String, String> NAMES = names();

  private static final List<String> ORDER = List.copyOf(NAMES.keySet());

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("who", "an id, or a name as it was then, of somebody whom one may know by name");
    names.put("what", "what was done, such as team declared, or its first word");
    names.put("kind", "the kind of what it is about, such as system, team or rule");
    names.put("subject", "the name of what it is about");
    names.put("place", "what it has to do with: system:NAME, team:NAME or organisation");
    names.put("from", "the first day, such as 2026-11-01");
    names.put("to", "the last day");
    names.put("text", "anything that stands in the entry, but who");
    return names;
  }

  static Query of(Request request, ZoneId zone, boolean people) {
    Map<String, String> given = new LinkedHashMap<>();
    for (String name : ORDER) {
      String value = request.query(name);
      if (value != null) {
        given.put(name, value.strip());
      }
    }
    LocalDate last = day(given.get("to"));
    Asked asked =
        new Asked(
            given.getOrDefault("who", ""),
            given.getOrDefault("what", ""),
            given.getOrDefault("kind", ""),
            given.getOrDefault("subject", ""),
            place(given.get("place")),
            start(day(given.get("from")), zone),
            start(last == null ? null : last.plusDays(1), zone),
            given.getOrDefault("text", ""),
            people);
    return new Query(asked, given, number(request.query("before")));
  }

  /** The same question for another address: empty, or behind a question mark. */
  String address() {
    return given.isEmpty() ? "" : "?" + fields();
  }

  /** The same question from a number on. */
  String next(long before) {
    return "?" + (given.isEmpty() ? "" : fields() + "&") + "before=" + before;
  }

  private String fields() {
    return given.entrySet().stream()
        .map(field -> field.getKey() + "=" + Addresses.part(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static @Nullable Where place(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int colon = text.indexOf(':');
    String kind = (colon < 0 ? text : text.substring(0, colon)).toLowerCase(Locale.ROOT);
    String name = colon < 0 ? "" : text.substring(colon + 1).strip();
    return switch (kind) {
      case "system" -> Where.system(name);
      case "team" -> Where.team(name);
      case "organisation" -> Where.ORGANISATION;
      default ->
          throw Refused.bad(
              Texts.say("journal.query.is-no-place", text),
              Texts.say("journal.query.write-system-name-team"));
    };
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw Refused.bad(
          Texts.say("journal.query.is-not-a-day", text),
          Texts.say("journal.query.write-it-as-2026"));
    }
  }

  private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
    return day == null ? null : day.atStartOfDay(zone).toInstant();
  }

  private static long number(@Nullable String text) {
    if (text == null) {
      return Long.MAX_VALUE;
    }
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw Refused.bad(
          Texts.say("journal.query.is-no-entrys-number", text),
          Texts.say("journal.query.give-a-whole-number"));
    }
    return Long.parseLong(text);
  }
}
