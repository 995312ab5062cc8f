package pilothouse.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a server needs around many rows that come in any order. */
final class PostgresFilling {
  private static final String KEYS =
      """
      select format('alter table %I drop constraint %I', r.relname, c.conname),
        format('alter table %I add constraint %I %s', r.relname, c.conname, pg_get_constraintdef(c.oid))
      from pg_constraint c
      join pg_class r on r.oid = c.conrelid
      where c.contype = 'f' and r.relnamespace = current_schema()::regnamespace
      order by r.relname, c.conname
      """;

  private static final String FUNCTIONS =
      """
      select format('drop function if exists %s cascade', f.oid::regprocedure)
      from pg_proc f
      where f.pronamespace = current_schema()::regnamespace and f.prokind = 'f'
        and not exists (select 1 from pg_depend d where d.objid = f.oid and d.deptype = 'e')
      """;

  private PostgresFilling() {}

  /** Puts the foreign keys aside; how to put them back. */
  static List<String> begin(Connection connection) throws SQLException {
    List<String> back = new ArrayList<>();
    for (String[] key : pairs(connection)) {
      execute(connection, key[0]);
      back.add(key[1]);
    }
    return back;
  }

  private static List<String[]> pairs(Connection connection) throws SQLException {
    List<String[]> pairs = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(KEYS)) {
      while (row.next()) {
        pairs.add(new String[] {row.getString(1), row.getString(2)});
      }
    }
    return pairs;
  }

  /** Puts them back, which looks at every row, and lets the numbered columns go on. */
  static void end(Connection connection, List<Table> tables, List<String> keys)
      throws SQLException {
    for (String key : keys) {
      execute(connection, key);
    }
    for (Table table : tables) {
      for (Table.Column column : table.columns()) {
        if (column.isNumbered()) {
          execute(connection, goOn(table, column));
        }
      }
    }
    execute(connection, "analyze");
  }

  private static String goOn(Table table, Table.Column column) {
    return """
    select setval(pg_get_serial_sequence('%s', '%s'), coalesce(max(%s), 0) + 1, false) from %s
    """
        .formatted(
            Table.quoted(table.name()),
            column.name(),
            Table.quoted(column.name()),
            Table.quoted(table.name()));
  }

  /** Takes views, tables and functions away, but for what an extension of the server brought. */
  static void clear(Connection connection) throws SQLException {
    for (String drop : texts(connection, FUNCTIONS)) {
      execute(connection, drop);
    }
    for (String drop :
        texts(
            connection,
            """
            select format('drop %%s if exists %%I cascade',
              case when table_type = 'VIEW' then 'view' else 'table' end, table_name)
            from information_schema.tables
            where table_schema = current_schema() and table_type in ('VIEW', 'BASE TABLE')
              and table_name <> '%s'
            order by table_type desc
            """
                .formatted(Tables.FILLING))) {
      execute(connection, drop);
    }
  }

  private static List<String> texts(Connection connection, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
