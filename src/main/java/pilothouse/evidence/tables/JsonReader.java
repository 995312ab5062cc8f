package pilothouse.evidence.tables;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pilothouse.evidence.files.BadFile;
import pilothouse.evidence.files.Unfit;
import pilothouse.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON Lines: one object a line. What is nested is named with dots, a list is joined with
 * semicolons. A line that cannot be read spoils nothing else.
 */
final class JsonReader implements Records {
  private static final int DEPTH = 32;
  private static final String MEND = "Write one JSON object a line.";
  private static final JsonMapper JSON =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(DEPTH)
                      .maxStringLength(Limits.LINE)
                      .build())
              .build());

  private final Lines lines;
  private final Map<String, Integer> columns = new HashMap<>();
  private String[] header = {};
  private final StringBuilder text = new StringBuilder();
  private int[] starts = {};
  private int[] ends = {};

  private JsonReader(Lines lines) {
    this.lines = lines;
  }

  /** Opens a table whose columns are known. */
  static JsonReader open(Reader reader, List<String> header) {
    JsonReader json = new JsonReader(new Lines(reader));
    json.header = header.toArray(String[]::new);
    for (String name : header) {
      json.columns.put(name, json.columns.size());
    }
    json.starts = new int[json.header.length];
    json.ends = new int[json.header.length];
    return json;
  }

  /** The names that occur in the beginning, in the order of their first occurrence. */
  static List<String> names(Reader beginning) throws IOException {
    List<String> names = new ArrayList<>();
    Lines lines = new Lines(beginning);
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        try {
          collect("", JSON.readTree(line), names);
        } catch (JacksonException _) {
          // the last line of the beginning is cut; a bad one is refused when it is read
        }
      }
      if (names.size() > Limits.COLUMNS) {
        throw Limits.columns();
      }
    }
    if (names.isEmpty()) {
      throw new BadFile(Texts.kept("kept.json-reader.no-line-of-its-beginning"), MEND);
    }
    return names;
  }

  private static void collect(String prefix, JsonNode node, List<String> names) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = prefix + entry.getKey();
      if (entry.getValue().isObject()) {
        collect(name + ".", entry.getValue(), names);
      } else if (!names.contains(name)) {
        names.add(name);
      }
    }
  }

  @Override
  public String[] header() {
    return header;
  }

  @Override
  public boolean next(Row row) throws IOException {
    String line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    if (line == null) {
      return false;
    }
    row.begin(lines.number());
    if (lines.wasTooLong()) {
      row.spoil(Limits.line());
      return true;
    }
    try {
      JsonNode node = JSON.readTree(line);
      if (node.isObject()) {
        take(node, row);
      } else {
        row.spoil(new Unfit("", Texts.kept("kept.json-reader.the-line-is-no-json"), MEND));
      }
    } catch (JacksonException e) {
      row.spoil(
          new Unfit(
              "",
              Texts.kept("kept.json-reader.the-line-is-no-json-2", e.getOriginalMessage()),
              MEND));
    }
    return true;
  }

  private void take(JsonNode node, Row row) {
    text.setLength(0);
    java.util.Arrays.fill(starts, 0);
    java.util.Arrays.fill(ends, 0);
    put("", node);
    row.chars = text.toString().toCharArray();
    for (int i = 0; i < header.length; i++) {
      row.add(starts[i], ends[i]);
    }
  }

  private void put(String prefix, JsonNode node) {
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      String name = prefix.isEmpty() ? entry.getKey() : prefix + entry.getKey();
      JsonNode value = entry.getValue();
      if (value.isObject()) {
        put(name + ".", value);
        continue;
      }
      Integer column = columns.get(name);
      if (column != null && !value.isNull()) {
        starts[column] = text.length();
        append(value);
        ends[column] = text.length();
      }
    }
  }

  private void append(JsonNode value) {
    if (!value.isArray()) {
      text.append(value.asString());
      return;
    }
    for (JsonNode element : value) {
      JsonNode named = element;
      for (String name : List.of("name", "sha", "id")) {
        named = named.isObject() && element.has(name) ? element.get(name) : named;
      }
      text.append(named.isObject() || named.isArray() ? "" : named.asString()).append(';');
    }
  }
}
