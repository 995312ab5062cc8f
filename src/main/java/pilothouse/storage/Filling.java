package pilothouse.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes a database hold a cargo and nothing else. While that lasts a table says so: should it be
 * cut off, nobody can take what is there for the whole.
 */
final class Filling {
  /** What tells of the processes that served where the rows come from. */
  private static final List<String> RUNNING = List.of("lease", "process");

  private final Database database;
  private final Cargo cargo;
  private final Progress progress;

  Filling(Database database, Cargo cargo, Progress progress) {
    this.database = database;
    this.cargo = cargo;
    this.progress = progress;
  }

  /**
   * Takes away what is there, fills, compares, and brings the tables up to date; how many rows each
   * table has then, as it was in the cargo.
   *
   * @throws StorageTrouble where it failed; then the database is empty
   */
  Map<String, Tally> fill() {
    try {
      Schema schema = schema();
      mustFit(Fresh.look(schema, Tables::of));
      withConnection(this::mark);
      try {
        return filled(schema);
      } catch (SQLException | IOException | RuntimeException e) {
        empty(e);
        throw e;
      }
    } catch (SQLException e) {
      throw Troubles.of(database, e);
    } catch (IOException e) {
      throw new StorageTrouble("The rows could not be read: " + e.getMessage() + ".", e);
    }
  }

  private Map<String, Tally> filled(Schema schema) throws SQLException, IOException {
    withConnection(database::clear);
    Migration.runMarked(database, schema);
    Map<String, Tally> carried = load();
    compare(carried);
    Migration.runMarked(database, Schema.program());
    for (String table : RUNNING) {
      withConnection(connection -> execute(connection, "delete from " + table));
    }
    withConnection(connection -> execute(connection, "drop table " + Tables.FILLING));
    return carried;
  }

  private Schema schema() {
    Schema newest = Schema.program();
    if (cargo.version() > newest.version()) {
      throw new StorageTrouble(
          "The rows are those of a newer Pilothouse (tables of version %d, this program knows %d); use the newer program."
              .formatted(cargo.version(), newest.version()));
    }
    return newest
        .at(cargo.version())
        .orElseThrow(() ->
            new StorageTrouble(
                "The rows are of version %d, which no Pilothouse has had."
                    .formatted(cargo.version())));
  }

  private void mark(Connection connection) throws SQLException {
    execute(connection, "create table if not exists " + Tables.FILLING + " (one int)");
  }

  private Map<String, Tally> load() throws SQLException, IOException {
    Connection connection = database.connections().openConnection();
    try {
      List<Table> there = Tables.of(database, connection);
      List<String> keys = database.beginFilling(connection);
      connection.setAutoCommit(false);
      Weighed weighed = new Weighed(new Loading(connection, there), progress);
      cargo.into(weighed);
      connection.commit();
      connection.setAutoCommit(true);
      database.endFilling(connection, there, keys);
      return weighed.tallies();
    } catch (SQLException | IOException | RuntimeException e) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
      throw e;
    } finally {
      database.connections().closeConnection(connection);
    }
  }

  private void mustFit(List<Table> there) {
    List<String> odd = new ArrayList<>();
    for (Table table : cargo.tables()) {
      if (there.stream().noneMatch(table::isLike)) {
        odd.add(table.name());
      }
    }
    for (Table table : there) {
      if (cargo.tables().stream().noneMatch(table::isLike) && !odd.contains(table.name())) {
        odd.add(table.name());
      }
    }
    if (!odd.isEmpty()) {
      throw new StorageTrouble(
          "The tables of version %d are not those of this program (%s differ); use the program that they come from."
              .formatted(cargo.version(), String.join(", ", odd)));
    }
  }

  /** What was written, read again. */
  private void compare(Map<String, Tally> carried) throws SQLException, IOException {
    Weighed weighed = Weighed.only(Progress.SILENT);
    try (Snapshot there = Snapshot.whileFilling(database)) {
      there.into(weighed);
    }
    for (Map.Entry<String, Tally> table : carried.entrySet()) {
      Tally there = weighed.tallies().get(table.getKey());
      if (!table.getValue().equals(there)) {
        throw new StorageTrouble(
            "The table %s has %s where %s were carried over; nothing was kept, try again."
                .formatted(table.getKey(), there, table.getValue()));
      }
    }
  }

  /** Leaves nothing behind; where even that fails, the table that tells of it stays. */
  private void empty(Exception why) {
    try {
      withConnection(database::clear);
      withConnection(connection -> execute(connection, "drop table " + Tables.FILLING));
    } catch (SQLException | RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  @FunctionalInterface
  private interface Work {
    void on(Connection connection) throws SQLException;
  }

  private void withConnection(Work work) throws SQLException {
    Connection connection = database.connections().openConnection();
    try {
      work.on(connection);
    } finally {
      database.connections().closeConnection(connection);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
