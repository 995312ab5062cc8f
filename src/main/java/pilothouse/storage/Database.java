package pilothouse.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/** What differs between the two databases. */
sealed interface Database extends AutoCloseable permits Sqlite, Postgres {

  /** Where it is, for sentences: a path, or a URL without its password. */
  String place();

  ConnectionFactory connections();

  /** Connections whose commits return only when the rows lie on the disk. */
  ConnectionFactory durable();

  /** Runs a write when it is its turn, where the database takes one at a time. */
  <T> T inTurn(Supplier<T> write);

  /** How the connections stand. */
  Connections standing();

  /** For the migrations, which open connections of their own. */
  DataSource source();

  /** The words of the migrations that the databases write differently. */
  Map<String, String> words();

  /** How it keeps and finds words. */
  FullText fullText();

  /** Runs alone among all processes on this database. */
  <T> T alone(Supplier<T> work);

  /** Queries that answer {@code ok} or nothing, or a row for each damage. */
  List<String> soundness();

  /** A query for the name and the version of the database itself. */
  String product();

  /** A query for the database's own time in seconds since 1970. */
  String clock();

  /** Begins a transaction that reads, sees one moment, and holds up nobody. */
  void beginSnapshot(Connection connection) throws SQLException;

  void endSnapshot(Connection connection) throws SQLException;

  /** Lets rows come in any order, until {@link #endFilling}; what is to be given to that. */
  List<String> beginFilling(Connection connection) throws SQLException;

  /** Holds the rows to the foreign keys again, and goes on counting behind the last one. */
  void endFilling(Connection connection, List<Table> tables, List<String> keys) throws SQLException;

  /** Takes all tables and views away. */
  void clear(Connection connection) throws SQLException;

  @Override
  void close();
}
