package pilothouse.evidence.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.inbox.Malformed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A value in a JSON document with its place there, so that what is missing or of the wrong kind is
 * refused by its name. Depth, size and times are bounded.
 */
public final class Json {
  private static final Instant FIRST = Instant.parse("1990-01-01T00:00:00Z");

  private final String path;
  private final JsonNode node;
  private final Instant latest;

  private Json(String path, JsonNode node, Instant latest) {
    this.path = path;
    this.node = node;
    this.latest = latest;
  }

  /**
   * Reads a whole document.
   *
   * @param receivedAt when it came in: no time in it may lie more than a day after that
   * @throws Malformed when it is no JSON, or is nested too deep or too large
   */
  public static Json read(byte[] body, Instant receivedAt) {
    return new Json("", Documents.read(body), receivedAt.plus(Fact.AHEAD));
  }

  /** Reads a whole document, whatever times are in it. */
  public static Json readAnytime(byte[] body) {
    return read(body, Instant.MAX.minus(Fact.AHEAD));
  }

  /** The same, where comments and commas before closing brackets may stand. */
  public static Json readCommented(byte[] body) {
    return new Json("", Documents.commented(body), Instant.MAX);
  }

  /** The value as it was read, for those who read values in their own way. */
  public JsonNode value() {
    return node;
  }

  /** The object with its names in order, the same however it was written. */
  public byte[] canonical() {
    Map<String, @Nullable String> sorted = new TreeMap<>();
    for (String name : node.propertyNames()) {
      sorted.put(name, at(name).text());
    }
    return Documents.written(sorted);
  }

  /** The document that a text or bytes under the name hold. */
  public Json inner(String name, byte[] document) {
    try {
      return new Json(at(name).path, Documents.tree(document), latest);
    } catch (JacksonException e) {
      throw wrong(at(name), "holds no JSON", "Send one whole JSON document as %s.");
    }
  }

  /** Where it stands in the document: {@code context.links[2].target}; empty for the whole. */
  public String path() {
    return path;
  }

  /** Whether there is nothing here, or null. */
  public boolean isMissing() {
    return node.isMissingNode() || node.isNull();
  }

  /** Whether it is an object. */
  public boolean isObject() {
    return node.isObject();
  }

  /** Whether it is a text. */
  public boolean isText() {
    return node.isString();
  }

  /** Whether it is a list. */
  public boolean isList() {
    return node.isArray();
  }

  /** Whether it is an object in which something stands under the name. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** What stands under the name; missing where nothing does. */
  public Json at(String name) {
    return new Json(path.isEmpty() ? name : path + "." + name, node.path(name), latest);
  }

  /** The object under the name; missing where nothing stands there. */
  public Json maybe(String name) {
    Json value = at(name);
    if (!value.isMissing() && !value.isObject()) {
      throw wrong(value, "is no object", "Send an object in braces under %s.");
    }
    return value;
  }

  /** The object that must stand under the name. */
  public Json object(String name) {
    Json value = maybe(name);
    if (value.isMissing()) {
      throw missing(value);
    }
    return value;
  }

  /** The values of the list itself. */
  public List<Json> items() {
    if (isMissing()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw wrong(this, "is no list", "Send a list in brackets as %s.");
    }
    List<Json> items = new ArrayList<>();
    for (JsonNode item : node) {
      items.add(new Json(path + "[" + items.size() + "]", item, latest));
    }
    return items;
  }

  /** The values of the list under the name; none where there is no list. */
  public List<Json> list(String name) {
    return at(name).items();
  }

  /** The text under the name, or a number or truth value as text; null where there is none. */
  public @Nullable String text(String name) {
    Json value = at(name);
    String text = value.text();
    return text == null || text.isBlank() ? null : text;
  }

  /** The value itself as text; null where there is none. */
  public @Nullable String text() {
    if (isMissing()) {
      return null;
    }
    if (node.isContainer()) {
      throw wrong(this, "is no text", "Send a text in quotes as %s.");
    }
    return Excerpts.clean(node.asString());
  }

  /** The text that must stand under the name. */
  public String need(String name) {
    String text = text(name);
    if (text == null) {
      throw missing(at(name));
    }
    if (text.length() > Excerpts.NAME) {
      throw wrong(
          at(name), "is longer than %,d characters".formatted(Excerpts.NAME), "Shorten %s.");
    }
    return text;
  }

  /** The time under the name, to the millisecond; null where there is none. */
  public @Nullable Instant time(String name) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    try {
      return bounded(name, OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException e) {
      throw wrong(
          at(name),
          "is “%s”, which is no time".formatted(Excerpts.shown(text)),
          "Send %s as a time with its zone, such as 2026-01-31T12:00:00Z.");
    }
  }

  /** The time that must stand under the name. */
  public Instant needTime(String name) {
    Instant time = time(name);
    if (time == null) {
      throw missing(at(name));
    }
    return time;
  }

  /** The time that a value stands for, to the millisecond; neither before 1990 nor to come. */
  public Instant bounded(String name, Instant time) {
    if (time.isAfter(latest) || time.isBefore(FIRST)) {
      throw wrong(
          at(name),
          "is %s, which is %s"
              .formatted(time, time.isAfter(latest) ? "more than a day to come" : "before 1990"),
          "Send the time at which it happened as %s, and set the sender's clock.");
    }
    return time.truncatedTo(ChronoUnit.MILLIS);
  }

  /** The trouble that something is not there. */
  public static Malformed missing(Json value) {
    return wrong(value, "is missing", "Send %s.");
  }

  /**
   * The trouble with a value.
   *
   * @param is what is wrong, continuing a sentence that begins with the value's place
   * @param mend what to send, with {@code %s} for the place
   */
  public static Malformed wrong(Json value, String is, String mend) {
    return new Malformed(
        (value.path.isEmpty() ? "The body" : value.path) + ' ' + is + '.',
        mend.replace("%s", value.path.isEmpty() ? "the body" : value.path));
  }
}
