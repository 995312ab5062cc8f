package pilothouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pilothouse.storage.Databases;

/**
 * A database of others, of the kind that the tests run on: a file of SQLite, or one on a server
 * whose owner, who may change all of it, is asked for a password.
 *
 * @param user empty where none is needed
 */
record Elsewhere(String url, String user) {
  private static final Pattern SERVER = Pattern.compile("postgresql://(\\w+)@(.+)");

  static Elsewhere in(Path folder, String... statements) throws SQLException {
    Matcher server = SERVER.matcher(isServer() ? Databases.guarded(folder) : "");
    Elsewhere made =
        server.matches()
            ? new Elsewhere("jdbc:postgresql://" + server.group(2), server.group(1))
            : new Elsewhere("jdbc:sqlite:" + folder.resolve("shop.db"), "");
    made.run(statements);
    return made;
  }

  static boolean isServer() {
    return Databases.usual() == Databases.POSTGRESQL;
  }

  /** As pages name it. */
  String says() {
    return "sql " + url.substring(url.lastIndexOf('/') + 1);
  }

  void run(String... statements) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    }
  }

  /** All rows of a query, as text. */
  List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        rows.add(row.getString(1) + " " + row.getString(2));
      }
    }
    return rows;
  }

  private Connection open() throws SQLException {
    Properties with = new Properties();
    if (!user.isEmpty()) {
      with.setProperty("user", user);
      with.setProperty("password", Databases.PASSWORD);
    }
    return DriverManager.getConnection(url, with);
  }
}
