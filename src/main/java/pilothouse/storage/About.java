package pilothouse.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pilothouse.storage.Table.Column;
import pilothouse.storage.Table.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a backup says of itself before its rows.
 *
 * @param program the version of the program that made it
 * @param version of the tables
 * @param hasKey whether the key of what is sealed is in it
 */
record About(String program, int version, Instant at, boolean hasKey, List<Table> tables) {
  private static final int FORMAT = 1;
  private static final JsonMapper JSON = new JsonMapper();

  About {
    tables = List.copyOf(tables);
  }

  byte[] json() {
    ObjectNode all = JSON.createObjectNode();
    all.put("format", FORMAT);
    all.put("program", program);
    all.put("schema", version);
    all.put("made_at", Instants.text(at));
    all.put("key", hasKey);
    ArrayNode list = all.putArray("tables");
    for (Table table : tables) {
      ArrayNode columns = list.addObject().put("name", table.name()).putArray("columns");
      for (Column column : table.columns()) {
        columns.addObject().put("name", column.name()).put("kind", column.kind().name());
      }
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all);
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws Broken for anything else
   */
  static About of(byte[] json) {
    try {
      JsonNode all = JSON.readTree(json);
      int format = all.path("format").asInt(0);
      if (format > FORMAT) {
        throw Broken.because(
            "is of a newer form (%d) than this program knows (%d); use the newer program."
                .formatted(format, FORMAT));
      }
      List<Table> tables = new ArrayList<>();
      for (JsonNode table : all.required("tables")) {
        tables.add(table(table));
      }
      return new About(
          all.required("program").asString(),
          all.required("schema").asInt(),
          Instants.parse(all.required("made_at").asString()),
          all.required("key").asBoolean(),
          tables);
    } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
      throw Broken.changed();
    }
  }

  private static Table table(JsonNode table) {
    List<Column> columns = new ArrayList<>();
    for (JsonNode column : table.required("columns")) {
      columns.add(
          new Column(
              column.required("name").asString(),
              Kind.valueOf(column.required("kind").asString()),
              false));
    }
    return new Table(table.required("name").asString(), columns);
  }
}
