package pilothouse.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.imports.Look;
import pilothouse.evidence.imports.Wish;
import pilothouse.evidence.tables.Decimal;
import pilothouse.evidence.tables.Order;
import pilothouse.evidence.tests.Of;
import pilothouse.text.Nearest;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Request;

/**
 * What somebody declared about an upload, as it was written.
 *
 * @param texts by their names: zone, days, decimal, repository, system, revision, run, at
 * @param columns fields by columns; an empty field leaves a column out
 * @param constants values for every line, by field
 */
public record Declared(
    Map<String, String> texts, Map<String, String> columns, Map<String, String> constants) {
  private static final List<String> NAMES =
      List.of("zone", "days", "decimal", "repository", "system", "revision", "run", "at");

  public Declared {
    texts = Map.copyOf(texts);
    columns = Map.copyOf(columns);
    constants = Map.copyOf(constants);
  }

  static Declared of(Map<String, String> texts) {
    return new Declared(texts, Map.of(), Map.of());
  }

  static Map<String, String> query(Request request) {
    return texts(request::query);
  }

  static Map<String, String> form(Request request) {
    return texts(request::form);
  }

  /** Of what is said by names, that which is known; what is blank is not said. */
  static Map<String, String> texts(Function<String, @Nullable String> source) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : NAMES) {
      String value = source.apply(name);
      if (value != null && !value.isBlank()) {
        texts.put(name, value.strip());
      }
    }
    return texts;
  }

  /** What the form of a mapping says. */
  static Declared chosen(Request request, Look look) {
    Map<String, String> columns = new LinkedHashMap<>();
    List<String> header = look.table() == null ? List.of() : look.table().sample().header();
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String field = request.form("column" + i);
      if (field != null && taken.contains(field)) {
        throw Refused.bad(
            Texts.say("imports.declared.two-columns-are-to", field),
            Texts.say("imports.declared.go-back-and-leave"));
      }
      if (header.indexOf(header.get(i)) == i) {
        columns.put(header.get(i), field == null ? "" : field);
      }
      if (field != null) {
        taken.add(field);
      }
    }
    Map<String, String> constants = pairs(request.form("set"));
    if (look.mapping() != null) {
      look.mapping().constants().keySet().forEach(name -> constants.putIfAbsent(name, ""));
    }
    return new Declared(form(request), columns, constants);
  }

  /** {@code field=value} pairs, separated by commas or lines. */
  static Map<String, String> pairs(@Nullable String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text == null ? new String[0] : text.split("[,\\n]", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(pair.substring(0, equals).strip(), pair.substring(equals + 1).strip());
      } else if (!pair.isBlank()) {
        throw Refused.bad(
            Texts.say("imports.declared.is-no-pair", pair.strip()),
            Texts.say("imports.declared.write-field-value-as"));
      }
    }
    return pairs;
  }

  /** The same, with what was confirmed earlier and holds again. */
  Declared read(Look look, ZoneId zone) {
    Map<String, String> all = new LinkedHashMap<>(texts);
    all.put("confirmed", look.confirmed(zone));
    all.put("signature", look.signature());
    return new Declared(all, columns, constants);
  }

  /** A declared text; empty when there is none. */
  public String text(String name) {
    return texts.getOrDefault(name, "");
  }

  /** Whether it says what a report of that kind is of: only coverage can be of a system alone. */
  boolean names(Kind kind) {
    return texts.containsKey("repository")
        || (kind == Kind.COVERAGE && texts.containsKey("system"));
  }

  static Kind kind(@Nullable String word) {
    String wanted = word == null ? "auto" : word;
    return Kind.of(wanted)
        .orElseThrow(() ->
            Refused.bad(
                Texts.say(
                    "imports.declared.is-no-kind-of", wanted, Nearest.to(wanted, Kind.words())),
                Texts.say("imports.declared.write-one-of", String.join(", ", Kind.words()))));
  }

  Wish wish(Kind kind, ZoneId usual) {
    ZoneId declared = zone();
    Of of =
        new Of(
            texts.get("repository"),
            texts.get("system"),
            texts.get("revision"),
            texts.get("run"),
            at(),
            null,
            declared == null ? usual : declared);
    return new Wish(kind, columns, constants, declared, order(), decimal(), of);
  }

  private @Nullable ZoneId zone() {
    String zone = texts.get("zone");
    try {
      return zone == null ? null : ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw Refused.bad(
          Texts.say("imports.declared.is-no-time-zone", zone),
          Texts.say("imports.declared.write-it-like-europe"));
    }
  }

  private @Nullable Order order() {
    return switch (text("days")) {
      case "" -> null;
      case "day-first" -> Order.DAY_FIRST;
      case "month-first" -> Order.MONTH_FIRST;
      default ->
          throw Refused.bad(
              Texts.say("imports.declared.days-is-no-order"),
              Texts.say("imports.declared.write-day-first-or"));
    };
  }

  private @Nullable Decimal decimal() {
    return switch (text("decimal")) {
      case "" -> null;
      case "comma" -> Decimal.COMMA;
      case "point" -> Decimal.POINT;
      default ->
          throw Refused.bad(
              Texts.say("imports.declared.decimal-is-no-mark"),
              Texts.say("imports.declared.write-comma-or-point"));
    };
  }

  private @Nullable Instant at() {
    String at = texts.get("at");
    try {
      return at == null ? null : Instant.parse(at);
    } catch (DateTimeException e) {
      throw Refused.bad(
          Texts.say("imports.declared.is-no-time", at),
          Texts.say("imports.declared.write-it-as-2026"));
    }
  }
}
