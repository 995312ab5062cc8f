package pilothouse.evidence.forge;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.inbox.Malformed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A place in a JSON document, which knows the way to it. What is missing or null is null; what is
 * of another type than it should be is {@link Malformed}, with its path.
 */
public final class Payload {
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_ID = 200;

  private final JsonNode node;
  private final String path;

  private Payload(JsonNode node, String path) {
    this.node = node;
    this.path = path;
  }

  /** The document. */
  public static Payload read(byte[] json) {
    return new Payload(Documents.strict(json), "");
  }

  /** The document, in which comments and commas before a closing bracket may stand. */
  public static Payload commented(byte[] json) {
    return new Payload(Documents.commented(json), "");
  }

  /** Whether nothing stands here, or null. */
  public boolean isMissing() {
    return node.isMissingNode() || node.isNull();
  }

  /** Whether an object stands here. */
  public boolean isObject() {
    return node.isObject();
  }

  /** Whether a list stands here. */
  public boolean isList() {
    return node.isArray();
  }

  /** The place of that name in the object that stands here. */
  public Payload at(String name) {
    JsonNode child = node.get(name);
    String way = path.isEmpty() ? name : path + "." + name;
    return new Payload(child == null ? MissingNode.getInstance() : child, way);
  }

  /** The object of that name, which has to be there. */
  public Payload object(String name) {
    Payload there = at(name);
    if (!there.isObject()) {
      throw there.malformed(there.isMissing() ? "is missing" : "is no object");
    }
    return there;
  }

  /** The elements of the list that stands here; none where it is missing. */
  public List<Payload> each() {
    if (isMissing()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw malformed("is no list");
    }
    List<Payload> elements = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      elements.add(new Payload(node.get(i), path + "[" + i + "]"));
    }
    return elements;
  }

  /** The text of that name; null where it is missing, null or blank. Very long text is cut. */
  public @Nullable String text(String name) {
    Payload there = at(name);
    return there.isMissing() ? null : there.text();
  }

  private @Nullable String text() {
    if (!node.isString()) {
      throw malformed("is no text");
    }
    String text = node.stringValue();
    if (text.isBlank()) {
      return null;
    }
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }

  /** The whole number that stands at that name; null where none does. */
  public @Nullable Long number(String name) {
    JsonNode there = at(name).node;
    return there.isIntegralNumber() && there.canConvertToLong() ? there.longValue() : null;
  }

  /** The text that stands here; null where nothing does, or something else. */
  public @Nullable String ownText() {
    return node.isString() ? text() : null;
  }

  /** The text of that name, which has to be there. */
  public String needed(String name) {
    String text = text(name);
    if (text == null) {
      throw at(name).malformed("is missing");
    }
    return text;
  }

  /** A web address that a page may link to; null for anything else. */
  public @Nullable String link(String name) {
    String text = at(name).ownText();
    return text != null && text.matches("(?i)https?://[^\\s\"<>]+") ? text : null;
  }

  /** What names something among its kind: a whole number of any size, or a short text. */
  public String id(String name) {
    Payload there = at(name);
    if (there.node.isIntegralNumber()) {
      BigInteger number = there.node.bigIntegerValue();
      if (number.signum() > 0) {
        return number.toString();
      }
    }
    String text = there.ownText();
    if (text == null || text.length() > LONGEST_ID || text.contains("#")) {
      throw there.malformed(there.isMissing() ? "is missing" : "is no id");
    }
    return text.strip();
  }

  /** A count; null where it is missing, and where it is no number that a count can be. */
  public @Nullable Integer count(String name) {
    Payload there = at(name);
    if (there.isMissing()) {
      return null;
    }
    if (!there.node.isNumber()) {
      throw there.malformed("is no number");
    }
    return there.node.canConvertToInt() && there.node.intValue() >= 0
        ? there.node.intValue()
        : null;
  }

  /** Yes or no; null where it is missing. */
  public @Nullable Boolean yes(String name) {
    Payload there = at(name);
    if (there.isMissing()) {
      return null;
    }
    if (!there.node.isBoolean()) {
      throw there.malformed("is neither true nor false");
    }
    return there.node.booleanValue();
  }

  /** The same, null too where what stands there is neither: what people wrote in. */
  public @Nullable Boolean anyYes(String name) {
    return switch (at(name).node.asString("")) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  /** Whether it says yes. */
  public boolean is(String name) {
    return Boolean.TRUE.equals(yes(name));
  }

  /** A time in any of the forges' ways to write one; null where it is missing. */
  public @Nullable Instant time(String name) {
    Payload there = at(name);
    if (there.isMissing() || (there.node.isString() && there.node.stringValue().isBlank())) {
      return null;
    }
    Instant time = there.time();
    if (time == null) {
      throw there.malformed("is no time");
    }
    return time;
  }

  /** The same, null too where what stands there is no time: what people's clocks wrote. */
  public @Nullable Instant anyTime(String name) {
    return at(name).time();
  }

  private @Nullable Instant time() {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return Times.ofSeconds(node.longValue());
    }
    return node.isString() ? Times.read(node.stringValue()) : null;
  }

  /** The first of these times that is there. */
  public @Nullable Instant firstTime(String... names) {
    for (String name : names) {
      Instant time = time(name);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  /** What is wrong with what stands here. */
  public Malformed malformed(String wrong) {
    String where = path.isEmpty() ? "The document" : path;
    return new Malformed(
        where + " " + wrong + ".", "Send the payload as the forge's own webhook makes it.");
  }
}
