package pilothouse.evidence.imports;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.tables.Decimal;
import pilothouse.evidence.tables.Mapping;
import pilothouse.evidence.tables.Order;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How tables were understood before, by their kind and the names of their columns. */
final class Mappings {
  private static final JsonMapper JSON = new JsonMapper();
  private final Storage storage;
  private final InstantSource clock;

  Mappings(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** A mapping, and when somebody said that it is right. */
  record Known(Mapping mapping, Instant confirmedAt) {}

  Optional<Known> find(Kind kind, String signature) {
    return storage.read(rows ->
        rows.createQuery(
                """
                select mapping, confirmed_at from import_mapping
                where kind = :kind and signature = :signature
                """)
            .bind("kind", kind.word())
            .bind("signature", signature)
            .map((row, context) ->
                new Known(
                    parse(kind, row.getString("mapping")),
                    Instants.parse(row.getString("confirmed_at"))))
            .findOne());
  }

  /** False when nothing was known. */
  boolean forget(Kind kind, String signature, Who who) {
    Instant at = clock.instant();
    return storage.write(rows -> {
      int forgotten =
          rows.execute(
              "delete from import_mapping where kind = ? and signature = ?",
              kind.word(),
              signature);
      if (forgotten > 0) {
        Journal.write(rows, Entry.of(at, who, "mapping forgotten", subject(kind), ""));
      }
      return forgotten > 0;
    });
  }

  private static Subject subject(Kind kind) {
    return Subject.of("mapping", kind.word(), "/imports");
  }

  void keep(Mapping mapping, String signature, String by, Who who) {
    Instant at = clock.instant();
    storage.write(rows -> {
      rows.execute(
          """
          insert into import_mapping (kind, signature, mapping, confirmed_at, confirmed_by)
          values (?, ?, ?, ?, ?)
          on conflict (kind, signature) do update set
            mapping = excluded.mapping,
            confirmed_at = excluded.confirmed_at,
            confirmed_by = excluded.confirmed_by
          """,
          mapping.kind().word(),
          signature,
          text(mapping),
          Instants.text(at),
          by);
      Journal.write(
          rows,
          Entry.of(at, who, "mapping confirmed", subject(mapping.kind()), "")
              .with(mapping.columns()));
      return true;
    });
  }

  static String text(Mapping mapping) {
    ObjectNode node = JSON.createObjectNode();
    ObjectNode columns = node.putObject("columns");
    mapping.columns().forEach(columns::put);
    ObjectNode constants = node.putObject("set");
    mapping.constants().forEach(constants::put);
    if (mapping.zone() != null) {
      node.put("zone", mapping.zone().getId());
    }
    node.put("days", mapping.order().name());
    node.put("decimal", mapping.decimal().name());
    return node.toString();
  }

  static Mapping parse(Kind kind, String text) {
    JsonNode node = JSON.readTree(text);
    return new Mapping(
        kind,
        texts(node.path("columns")),
        texts(node.path("set")),
        zone(node.path("zone")),
        Order.valueOf(node.path("days").asString("UNKNOWN")),
        Decimal.valueOf(node.path("decimal").asString("POINT")));
  }

  private static Map<String, String> texts(JsonNode node) {
    Map<String, String> texts = new LinkedHashMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asString()));
    return texts;
  }

  private static @Nullable ZoneId zone(JsonNode node) {
    return node.isString() ? ZoneId.of(node.asString()) : null;
  }
}
