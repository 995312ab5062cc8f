package pilothouse.storage;

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

  /** For the migrations, which open connections of their own. */
  DataSource source();

  /** The words of the migrations that the databases write differently. */
  Map<String, String> words();

  /** How it keeps and finds words. */
  FullText fullText();

  /** Runs alone among all processes, where the migrations do not see to it themselves. */
  <T> T alone(Supplier<T> work);

  /** A query that answers {@code ok}, or a row for each damage. */
  String soundness();

  @Override
  void close();
}
