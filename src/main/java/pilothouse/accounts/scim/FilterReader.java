package pilothouse.accounts.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads filters and paths; bounded in length and depth. */
final class FilterReader {
  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 20;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> HOW =
      Set.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");

  private final String text;
  private int at;
  private int depth;

  FilterReader(String text) {
    if (text.length() > LONGEST) {
      throw ScimTrouble.filter("The filter is longer than " + LONGEST + " characters.");
    }
    this.text = text;
  }

  Filter whole() {
    Filter filter = any();
    space();
    if (at < text.length()) {
      throw wrong("something that follows the end");
    }
    return filter;
  }

  /** A path of a change: an attribute, perhaps with a filter of its values, perhaps a part. */
  PatchPath path() {
    String name = name();
    Filter which = null;
    if (peek() == '[') {
      at++;
      which = any();
      expect(']');
    }
    String part = "";
    if (peek() == '.') {
      at++;
      part = word();
    }
    space();
    if (at < text.length() || name.isEmpty()) {
      throw ScimTrouble.path("“" + text + "” is no path.");
    }
    return new PatchPath(name, which, part);
  }

  private Filter any() {
    List<Filter> parts = new ArrayList<>(List.of(all()));
    while (keyword("or")) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.getFirst() : new Filter.Any(parts);
  }

  private Filter all() {
    List<Filter> parts = new ArrayList<>(List.of(one()));
    while (keyword("and")) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.getFirst() : new Filter.All(parts);
  }

  private Filter one() {
    if (++depth > DEEPEST) {
      throw ScimTrouble.filter("The filter is nested deeper than " + DEEPEST + " times.");
    }
    try {
      boolean not = keyword("not");
      space();
      if (peek() == '(') {
        at++;
        Filter inside = any();
        expect(')');
        return not ? new Filter.Not(inside) : inside;
      }
      if (not) {
        throw wrong("“not” without a bracket");
      }
      return comparison();
    } finally {
      depth--;
    }
  }

  private Filter comparison() {
    String name = name();
    if (peek() == '[') {
      at++;
      Filter inside = any();
      expect(']');
      return new Filter.Within(name, inside);
    }
    String part = "";
    if (peek() == '.') {
      at++;
      part = word();
    }
    Attribute attribute = new Attribute(name, part);
    space();
    String how = word().toLowerCase(Locale.ROOT);
    if (how.equals("pr")) {
      return new Filter.Present(attribute);
    }
    if (!HOW.contains(how)) {
      throw wrong("no comparison");
    }
    JsonNode value = value();
    if (!how.equals("eq") && !how.equals("ne") && (value.isBoolean() || value.isNull())) {
      throw wrong("a value that has no order");
    }
    return new Filter.Compare(attribute, how, value);
  }

  /** A name; that of the schema before it is left out. */
  private String name() {
    space();
    int begin = at;
    if (text.regionMatches(true, at, "urn:", 0, 4)) {
      while (at < text.length()
          && (isWord(text.charAt(at)) || ":.".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
      int end = text.lastIndexOf(':', at - 1);
      at = end + 1;
      if (end < begin + 4) {
        throw wrong("no name");
      }
    }
    return word();
  }

  private String word() {
    int begin = at;
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
    if (begin == at) {
      throw wrong("no name");
    }
    return text.substring(begin, at);
  }

  private static boolean isWord(char letter) {
    return (letter < 128 && Character.isLetterOrDigit(letter)) || "-_$".indexOf(letter) >= 0;
  }

  private JsonNode value() {
    space();
    int begin = at;
    if (peek() == '"') {
      at++;
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      if (at >= text.length()) {
        throw wrong("a text that does not end");
      }
      at++;
    } else {
      while (at < text.length() && " )]".indexOf(text.charAt(at)) < 0) {
        at++;
      }
    }
    try {
      JsonNode value =
          JSON.readTree(text.substring(begin, at).replaceAll("^(True|False)$", "\"$1\""));
      if (value != null && (value.isValueNode() && !value.isMissingNode())) {
        return value;
      }
    } catch (JacksonException _) {
      // said below
    }
    throw wrong("no value");
  }

  private boolean keyword(String word) {
    int before = at;
    space();
    int end = at + word.length();
    if (text.regionMatches(true, at, word, 0, word.length())
        && (end == text.length() || " (".indexOf(text.charAt(end)) >= 0)) {
      at = end;
      return true;
    }
    at = before;
    return false;
  }

  private void expect(char bracket) {
    space();
    if (peek() != bracket) {
      throw wrong("no “" + bracket + "”");
    }
    at++;
  }

  /** The next letter; a zero at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private void space() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private ScimTrouble wrong(String what) {
    return ScimTrouble.filter(
        "The filter has %s at character %d.".formatted(what, Math.min(at, text.length()) + 1));
  }
}
