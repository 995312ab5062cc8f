package pilothouse.evidence.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.pull.PullTrouble;

/**
 * A query to a PostgreSQL server, in one transaction that only reads. The query goes there as a
 * value, for the server to open as a cursor: it takes one statement for that and refuses several,
 * so that nothing can end the transaction; and after its first look, which is ours, no transaction
 * can be turned into one that writes.
 */
final class PostgresQuery {
  private static final String SECONDS = "20";

  /** What one fetch may weigh: ten thousand rows of a day, a number and a scope are far below. */
  private static final String LARGEST = "32M";

  private static final String FETCH = "fetch forward 10000 from pulled";

  private static final String BEGIN =
      """
      select set_config('statement_timeout', ?, true), set_config('TimeZone', ?, true),
        set_config('pilothouse.query', ?, true), current_setting('transaction_read_only')
      """;

  private static final String OPEN =
      """
      do $$
      declare pulled refcursor := 'pulled';
      begin
        open pulled no scroll for execute current_setting('pilothouse.query');
      end $$
      """;

  private PostgresQuery() {}

  static void ask(
      String url,
      @Nullable String user,
      String password,
      SqlQuery query,
      Deadline deadline,
      SqlRows rows)
      throws SQLException {
    Properties with = properties(url, user, password, deadline);
    try (Connection connection = DriverManager.getConnection(url, with)) {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      begin(connection, query, deadline);
      try (Statement statement = connection.createStatement()) {
        statement.execute(OPEN);
        boolean more = true;
        while (more) {
          statement.execute("set local statement_timeout = " + deadline.millis());
          more = read(statement, deadline, rows);
        }
      }
    }
  }

  private static Properties properties(
      String url, @Nullable String user, String password, Deadline deadline) {
    Properties with = new Properties();
    if (user != null) {
      with.setProperty("user", user);
    }
    if (!password.isEmpty()) {
      with.setProperty("password", password);
    }
    with.setProperty("ApplicationName", "Pilothouse pull");
    with.setProperty("readOnly", "true");
    with.setProperty("readOnlyMode", "always");
    with.setProperty("connectTimeout", SECONDS);
    with.setProperty("loginTimeout", SECONDS);
    with.setProperty("socketTimeout", String.valueOf(deadline.millis() / 1_000 + 20));
    with.setProperty("maxResultBuffer", LARGEST);
    if (!url.matches(".*[?&]sslmode=(?:require|verify-ca|verify-full)(?:&.*)?")) {
      // The password never goes unencrypted to a server that asks for it so.
      with.setProperty("requireAuth", "!password");
    }
    return with;
  }

  private static void begin(Connection connection, SqlQuery query, Deadline deadline)
      throws SQLException {
    try (PreparedStatement begin = connection.prepareStatement(BEGIN)) {
      begin.setString(1, String.valueOf(deadline.millis()));
      begin.setString(2, zone(query.zone()));
      begin.setString(3, query.text());
      try (ResultSet row = begin.executeQuery()) {
        if (!row.next() || !"on".equals(row.getString(4))) {
          throw PullTrouble.wrong(
              "The server does not open a transaction that only reads; look at --url.");
        }
      }
    }
  }

  /** As PostgreSQL writes zones: a fixed one has its sign the other way round. */
  private static String zone(ZoneId zone) {
    if (zone.normalized() instanceof ZoneOffset offset) {
      int minutes = Math.abs(offset.getTotalSeconds()) / 60;
      String span = "%02d:%02d".formatted(minutes / 60, minutes % 60);
      boolean east = offset.getTotalSeconds() >= 0;
      return minutes == 0
          ? "UTC"
          : "<%s%s>%s%s".formatted(east ? "+" : "-", span, east ? "-" : "+", span);
    }
    return zone.getId();
  }

  private static boolean read(Statement statement, Deadline deadline, SqlRows rows)
      throws SQLException {
    try (ResultSet some = statement.executeQuery(FETCH)) {
      int columns = some.getMetaData().getColumnCount();
      SqlRows.mustFit(columns);
      boolean any = false;
      while (some.next()) {
        any = true;
        var _ = deadline.millis();
        rows.take(some, columns == 3);
      }
      return any;
    }
  }
}
