package pilothouse.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The database that the program keeps its rows in: {@code pilothouse.db} in a data folder, or
 * PostgreSQL by its URL. One SQL text serves both. Safe for many threads, and for several processes
 * on one folder.
 */
public final class Storage implements AutoCloseable {
  private final Database database;
  private final Jdbi jdbi;
  private final Jdbi durable;

  private Storage(Database database) {
    this.database = database;
    this.jdbi = Jdbi.create(database.connections());
    this.durable = Jdbi.create(database.durable());
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @throws StorageTrouble when it cannot be opened, or belongs to a newer program
   */
  public static Storage open(Address where) {
    return open(where.database());
  }

  /** The same with a folder, made when it is missing, or a server's URL. */
  public static Storage open(String where) {
    return open(Address.of(where));
  }

  private static Storage open(Database database) {
    try {
      Schema.program().bring(database);
      return new Storage(database);
    } catch (RuntimeException e) {
      database.close();
      throw Troubles.of(database, e);
    }
  }

  /** Reads; each statement sees the newest committed rows. */
  public <T> T read(HandleCallback<T, RuntimeException> rows) {
    try {
      return jdbi.withHandle(rows);
    } catch (JdbiException e) {
      throw Troubles.of(database, e);
    }
  }

  /** Writes in one transaction: all of it or, when the callback throws, nothing. */
  public <T> T write(HandleCallback<T, RuntimeException> rows) {
    return write(jdbi, rows);
  }

  /**
   * Writes in one transaction that is on the disk when this returns. After a loss of power what
   * {@link #write} wrote last may be missing as a whole; what this wrote never is.
   */
  public <T> T writeDurably(HandleCallback<T, RuntimeException> rows) {
    return write(durable, rows);
  }

  private <T> T write(Jdbi through, HandleCallback<T, RuntimeException> rows) {
    try {
      return database.inTurn(() -> through.inTransaction(rows));
    } catch (JdbiException e) {
      throw Troubles.of(database, e);
    }
  }

  /** What it means that a statement failed which was not made by Jdbi. */
  public StorageTrouble trouble(SQLException failed) {
    return Troubles.of(database, failed);
  }

  /** What is damaged, as the database itself finds it; empty when nothing is. */
  public List<String> damages() {
    return database.soundness().stream()
        .flatMap(query -> texts(query).stream())
        .filter(row -> !row.equals("ok"))
        .toList();
  }

  /** Which database it is, in its version. */
  public String product() {
    return texts(database.product()).getFirst();
  }

  /** The database's own time, to the second. */
  public Instant time() {
    return Instant.ofEpochSecond(Long.parseLong(texts(database.clock()).getFirst()));
  }

  /** The version of the tables. */
  public int version() {
    return Schema.program().version();
  }

  private List<String> texts(String query) {
    return read(rows -> rows.createQuery(query).mapTo(String.class).list());
  }

  /** How words are kept and looked for here. */
  public FullText fullText() {
    return database.fullText();
  }

  /**
   * Asks the database for next to nothing.
   *
   * @throws StorageTrouble when it does not answer
   */
  public void ask() {
    read(rows -> rows.createQuery("select 1").mapTo(Integer.class).one());
  }

  /** How the connections stand. */
  public Connections connections() {
    return database.standing();
  }

  Database database() {
    return database;
  }

  /** Where the rows are, without a password. */
  public String place() {
    return database.place();
  }

  @Override
  public void close() {
    database.close();
  }
}
