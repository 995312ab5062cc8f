package pilothouse.rhythm;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was kept of an occasion when it ended; never changed.
 *
 * @param agenda what had changed since the one before
 * @param pins the two numbers of a forum of leaders, with what the rules say of each
 * @param present functions that were there
 * @param missing functions that were to be there and were not
 * @param lines decisions and feedback
 * @param seen the findings that stood then, so that the next one tells what is new and what is gone
 */
record Minutes(
    List<Item> agenda,
    List<Pin> pins,
    List<String> present,
    List<String> missing,
    List<Line> lines,
    List<Item> seen) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  Minutes {
    agenda = List.copyOf(agenda);
    pins = List.copyOf(pins);
    present = List.copyOf(present);
    missing = List.copyOf(missing);
    lines = List.copyOf(lines);
    seen = List.copyOf(seen);
  }

  /**
   * Something that changed.
   *
   * @param change {@code new}, {@code gone}, or what happened, as the journal has it
   * @param key names it among what stands, so that the next occasion knows it again
   */
  record Item(String change, String key, String says, String page, String place) {}

  /**
   * A number of a forum of leaders as it was.
   *
   * @param verdict what the rules of the chart say of it, in a sentence
   */
  record Pin(String gauge, String name, String value, String verdict, String page) {}

  /** A decision or feedback, and the address of what it became. */
  record Line(String kind, String says, String became) {}

  String text() {
    return MAPPER.writeValueAsString(this);
  }

  static Minutes read(String text) {
    return MAPPER.readValue(text, Minutes.class);
  }
}
