package pilothouse.evidence.tables;

import java.nio.charset.Charset;

/**
 * How a table is written.
 *
 * @param json one JSON object a line, or an array of them; else separated values
 * @param separator between fields; nothing for JSON
 */
record Format(boolean json, Charset charset, char separator) {

  /** For people. */
  String says() {
    String how =
        json
            ? "JSON"
            : switch (separator) {
              case ';' -> "separated by semicolons";
              case '\t' -> "separated by tabs";
              case '|' -> "separated by bars";
              default -> "separated by commas";
            };
    return how + ", " + charset.displayName();
  }
}
