package pilothouse.reliability;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/**
 * A part of a document, with the path that leads to it, so that what is wrong there can be named.
 *
 * @param value a map, a list, a text or a number; null where nothing stands
 */
record Node(String path, @Nullable Object value) {

  Node at(String key) {
    Object inner = value instanceof Map<?, ?> map ? map.get(key) : null;
    return new Node(path.isEmpty() ? key : path + "." + key, inner);
  }

  boolean isThere() {
    return value != null;
  }

  /** Its parts, where it is a list; it alone, where it is something else. */
  List<Node> items() {
    if (!(value instanceof List<?> list)) {
      return isThere() ? List.of(this) : List.of();
    }
    return java.util.stream.IntStream.range(0, list.size())
        .mapToObj(i -> new Node("%s[%d]".formatted(path, i), list.get(i)))
        .toList();
  }

  /** Its text without blanks around it, on one line; empty where nothing stands. */
  String text(int most) {
    if (value == null) {
      return "";
    }
    if (value instanceof Map || value instanceof List) {
      throw wrong(Texts.say("reliability.node.text"));
    }
    String text = String.valueOf(value).strip().replaceAll("\\s+", " ");
    if (text.length() > most || text.indexOf('\0') >= 0) {
      throw wrong(Texts.say("reliability.node.long", most));
    }
    return text;
  }

  /** The same, which must be there. */
  String needed(int most) {
    String text = text(most);
    if (text.isEmpty()) {
      throw wrong(Texts.say("reliability.node.missing"));
    }
    return text;
  }

  /** A number; null where nothing stands. */
  @Nullable BigDecimal number() {
    String text = text(40);
    try {
      return text.isEmpty() ? null : new BigDecimal(text);
    } catch (NumberFormatException _) {
      throw wrong(Texts.say("reliability.node.number", Say.cut(text, 40)));
    }
  }

  boolean isTrue() {
    return text(10).equalsIgnoreCase("true");
  }

  /** Says what is wrong here. */
  Refused wrong(String what) {
    return Refused.unfit(
        Texts.say("reliability.node.at", path, what), Texts.say("reliability.node.mend"));
  }
}
