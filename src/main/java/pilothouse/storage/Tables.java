package pilothouse.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pilothouse.storage.Table.Column;
import pilothouse.storage.Table.Kind;

/** Which tables a database has: those with rows of their own, not what is derived from them. */
final class Tables {
  /** Stands while a database is filled; where it still stands later, that was cut off. */
  static final String FILLING = "pilothouse_filling";

  /** What the migrations keep for themselves. */
  static final String HISTORY = "flyway_schema_history";

  private static final String OF_SQLITE =
      """
      select t.name, c.name, c.type, 0
      from pragma_table_list t, pragma_table_xinfo(t.name) c
      where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite\\_%' escape '\\'
        and c.hidden = 0
      order by t.name, c.cid
      """;
  private static final String OF_POSTGRES =
      """
      select c.table_name, c.column_name, c.data_type,
        case when c.is_identity = 'YES' then 1 else 0 end
      from information_schema.columns c
      join information_schema.tables t
        on t.table_schema = c.table_schema and t.table_name = c.table_name
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
        and c.is_generated = 'NEVER'
      order by c.table_name, c.ordinal_position
      """;

  private Tables() {}

  /** All of them by name, but for those of the migrations and those in db/derived.txt. */
  static List<Table> of(Database database, Connection connection) throws SQLException {
    Map<String, List<Column>> found = new LinkedHashMap<>();
    Set<String> apart = apart();
    try (PreparedStatement statement =
            connection.prepareStatement(database instanceof Sqlite ? OF_SQLITE : OF_POSTGRES);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String table = row.getString(1);
        if (!apart.contains(table)) {
          found.computeIfAbsent(table, key -> new ArrayList<>()).add(column(row));
        }
      }
    }
    return found.entrySet().stream()
        .map(table -> new Table(table.getKey(), table.getValue()))
        .sorted(java.util.Comparator.comparing(Table::name))
        .toList();
  }

  /** Those of the migrations, and those that the program makes anew from others. */
  private static Set<String> apart() {
    Set<String> apart = new HashSet<>(Set.of(FILLING, HISTORY));
    apart.addAll(Schema.lines("/db/derived.txt"));
    return apart;
  }

  private static Column column(ResultSet row) throws SQLException {
    String type = row.getString(3).toLowerCase(Locale.ROOT);
    Kind kind =
        switch (type) {
          case "int", "integer", "bigint" -> Kind.INTEGER;
          case "real", "double precision" -> Kind.REAL;
          case "text" -> Kind.TEXT;
          case "blob", "bytea" -> Kind.BYTES;
          default ->
              throw new StorageTrouble(
                  "The table %s has a column %s of the type %s, which is none of Pilothouse's; give Pilothouse a database of its own."
                      .formatted(row.getString(1), row.getString(2), type));
        };
    return new Column(row.getString(2), kind, row.getInt(4) == 1);
  }
}
