package pilothouse.evidence.forge;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.wire.Json;
import pilothouse.text.Texts;
import tools.jackson.databind.JsonNode;

/**
 * A place in a document of a forge: what is missing or null is null; what is of another type than
 * it should be is {@link Malformed}, with its path. Forges write numbers, times and ids in ways of
 * their own, which are read here; the document and its bounds are those of {@link Json}.
 */
public final class Payload {
  private static final int LONGEST_TEXT = 1_000;
  private static final int LONGEST_ID = 200;

  private final Json place;
  private final JsonNode node;

  private Payload(Json place) {
    this.place = place;
    this.node = place.value();
  }

  /** The document. */
  public static Payload read(byte[] json) {
    return new Payload(Json.readAnytime(json));
  }

  /** The document, in which comments and commas before a closing bracket may stand. */
  public static Payload commented(byte[] json) {
    return new Payload(Json.readCommented(json));
  }

  /** Whether nothing stands here, or null. */
  public boolean isMissing() {
    return place.isMissing();
  }

  /** Whether an object stands here. */
  public boolean isObject() {
    return place.isObject();
  }

  /** The place of that name in the object that stands here. */
  public Payload at(String name) {
    return new Payload(place.at(name));
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
    if (!isMissing() && !place.isList()) {
      throw malformed(Texts.kept("kept.payload.is-no-list"));
    }
    return place.items().stream().map(Payload::new).toList();
  }

  /** The text of that name; null where it is missing, null or blank. Very long text is cut. */
  public @Nullable String text(String name) {
    Payload there = at(name);
    return there.isMissing() ? null : there.text();
  }

  private @Nullable String text() {
    if (!node.isString()) {
      throw malformed(Texts.kept("kept.payload.is-no-text"));
    }
    String text = place.text();
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
  }

  /** The text of that name however long it is; null where there is none. */
  public @Nullable String whole(String name) {
    JsonNode there = at(name).node;
    return there.isString() ? there.stringValue() : null;
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
      throw at(name).malformed(Texts.kept("kept.payload.is-missing"));
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
      throw there.malformed(Texts.kept("kept.payload.is-no-number"));
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
      throw there.malformed(Texts.kept("kept.payload.is-neither-true-nor-false"));
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
      throw there.malformed(Texts.kept("kept.payload.is-no-time"));
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
    String where = place.path().isEmpty() ? "The document" : place.path();
    return new Malformed(
        where + " " + wrong + ".", Texts.kept("kept.payload.send-the-payload-as-the"));
  }
}
