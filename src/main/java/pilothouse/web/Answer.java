package pilothouse.web;

import java.util.Map;

/** What a handler gives back. */
public sealed interface Answer {

  /** A page or a part of one, made by a template from named values. */
  record Page(int status, String template, Map<String, Object> values) implements Answer {
    public Page {
      values = Map.copyOf(values);
    }
  }

  /** A value as JSON. */
  record Json(Object value) implements Answer {}

  /** Look elsewhere, with GET. */
  record Redirect(String address) implements Answer {}

  /** A page. */
  static Answer page(String template, Map<String, Object> values) {
    return new Page(200, template, values);
  }
}
