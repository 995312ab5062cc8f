package pilothouse.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** What a handler gives back. */
public sealed interface Answer {

  /**
   * A page, made by a template from named values; the template is given a {@link Frame} as well.
   *
   * @param title for the browser's tab
   * @param explores whether the page draws charts in the browser
   */
  record Page(
      int status, String template, String title, boolean explores, Map<String, Object> values)
      implements Answer {
    public Page {
      values = Map.copyOf(values);
    }
  }

  /**
   * A part of a page, made by a template from named values alone.
   *
   * @param event told to the page once the part stands in it; empty for none
   */
  record Part(String template, Map<String, Object> values, String event) implements Answer {
    public Part {
      values = Map.copyOf(values);
    }
  }

  /** A value as JSON. */
  record Json(Object value) implements Answer {}

  /** JSON that is written already. */
  record Written(String json) implements Answer {}

  /** A value as JSON, with a status of its own. */
  record Told(int status, Object value) implements Answer {}

  /**
   * Bytes of some type.
   *
   * @param type as it stands in Content-Type
   * @param file the name to save it under, empty to show it
   */
  record Data(String type, String file, byte[] bytes) implements Answer {}

  /**
   * Bytes of some type, with a status and headers of their own.
   *
   * @param type as it stands in Content-Type
   */
  record Full(int status, String type, Map<String, String> headers, byte[] bytes)
      implements Answer {
    public Full {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * Something long, written while it is made.
   *
   * @param type as it stands in Content-Type
   * @param file the name to save it under, empty to show it
   */
  record Streamed(String type, String file, Writing writing) implements Answer {}

  /** Writes what is long. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** Look elsewhere, with GET. */
  record Redirect(String address) implements Answer {}

  /** An answer with which a browser keeps something, or forgets it. */
  record Keeping(Answer answer, Cookie cookie) implements Answer {}

  /** A page that is read. */
  static Answer page(String template, String title, Map<String, Object> values) {
    return new Page(200, template, title, false, values);
  }

  /** A page on which charts are explored. */
  static Answer explored(String template, String title, Map<String, Object> values) {
    return new Page(200, template, title, true, values);
  }
}
