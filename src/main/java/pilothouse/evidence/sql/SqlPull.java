package pilothouse.evidence.sql;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import pilothouse.evidence.pull.PullTrouble;
import pilothouse.evidence.wire.Excerpts;

/** Asks a database of others. Neither a query nor a slip of the pen can change anything there. */
public final class SqlPull {
  private static final String OPEN =
      "give --user, and the password by pilothouse seal sql_password, by SQL_PASSWORD in the environment, or in a file that the setting sql_password_file names.";

  private final SqlAddress where;
  private final @Nullable String user;
  private final String password;

  /**
   * One at that address.
   *
   * @param password empty where none is needed
   */
  public SqlPull(SqlAddress where, @Nullable String user, String password) {
    this.where = where;
    this.user = user;
    this.password = password;
  }

  /**
   * Reads the rows of a query.
   *
   * @throws PullTrouble when it cannot be read to its end; what came before was given away
   */
  public void ask(SqlQuery query, SqlRows rows) {
    Deadline deadline = new Deadline(query.timeout());
    try {
      if (where.file() == null) {
        PostgresQuery.ask(where.url(), user, password, query, deadline, rows);
      } else {
        SqliteQuery.ask(where.url(), query, deadline, rows);
      }
    } catch (SQLException e) {
      throw trouble(e, deadline);
    } finally {
      rows.end();
    }
  }

  private PullTrouble trouble(SQLException failed, Deadline deadline) {
    String says = line(failed);
    String state = failed.getSQLState() == null ? "" : failed.getSQLState();
    if (state.equals("57014") || deadline.isOver()) {
      return deadline.passed();
    }
    if (where.file() != null) {
      return switch (failed.getErrorCode() & 0xff) {
        case 5, 6, 10, 11, 14, 26 ->
            PullTrouble.wrong(
                "%s cannot be read: %s; look at --url, and at the permissions of the file."
                    .formatted(where.database(), says));
        default -> unfit(says);
      };
    }
    if (state.startsWith("28") || state.equals("08004")) {
      return PullTrouble.wrong("The database does not let in: %s; %s".formatted(says, OPEN));
    }
    return state.startsWith("08") || state.equals("3D000") || state.startsWith("57P")
        ? PullTrouble.wrong(
            "The database does not answer: %s; look whether it runs, and at --url.".formatted(says))
        : unfit(says);
  }

  private static PullTrouble unfit(String says) {
    return PullTrouble.wrong(
        "The database refuses the query: %s; mend it: one select that reads.".formatted(says));
  }

  /** What the database says, in one line; neither of the drivers repeats a password. */
  private static String line(SQLException failed) {
    ServerErrorMessage server =
        failed instanceof PSQLException reported ? reported.getServerErrorMessage() : null;
    String message = server == null ? failed.getMessage() : server.getMessage();
    String title = Excerpts.title(message == null ? "nothing" : message);
    return String.valueOf(title)
        .replaceFirst("^\\[SQLITE_\\w+] [^(]*\\((.*)\\)$", "$1")
        .replaceFirst("[.;]$", "");
  }
}
