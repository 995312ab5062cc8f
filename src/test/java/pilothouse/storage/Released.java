package pilothouse.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Databases as released programs left them, as SQL text: the tables as they were made then, the
 * history of the migrations with their checksums, and the rows of {@code upgrades/rows.sql}. They
 * are written once, at a release, and never changed: {@link #main} writes those of today's version.
 */
public final class Released {
  private static final Path FOLDER = Path.of("src/test/resources/upgrades");
  private static final String NEXT = "\n-- next\n";
  private static final Pattern FROM = Pattern.compile("-- from ([0-9]+)");
  private static final Pattern BYTES = Pattern.compile("\\$\\{bytes:([0-9a-f]*)}");
  private static final List<String> HISTORY =
      List.of(
          "installed_rank",
          "version",
          "description",
          "type",
          "script",
          "checksum",
          "installed_by",
          "execution_time",
          "success");

  private Released() {}

  /** The versions that there are fixtures of. */
  public static List<Integer> versions() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("V[0-9]+-sqlite\\.sql"))
          .map(name -> Integer.valueOf(name.substring(1, name.indexOf('-'))))
          .sorted()
          .toList();
    }
  }

  private static Path file(Databases kind, int version) {
    return FOLDER.resolve(
        "V" + version + "-" + kind.name().toLowerCase(java.util.Locale.ROOT) + ".sql");
  }

  /** Makes the database as it was. */
  static void lay(Databases kind, int version, Address address) throws Exception {
    run(address, List.of(Files.readString(file(kind, version)).split(NEXT, -1)));
  }

  /** Makes the usual database of a program with that data folder as it was. */
  public static void lay(int version, Path data) throws Exception {
    lay(Databases.usual(), version, Databases.address(data));
  }

  /** The rows of that version, as the statements that write them. */
  static List<String> rows(Databases kind, int version) throws IOException {
    List<String> rows = new ArrayList<>();
    int from = 0;
    for (String line : Files.readAllLines(FOLDER.resolve("rows.sql"))) {
      Matcher begins = FROM.matcher(line);
      if (begins.matches()) {
        from = Integer.parseInt(begins.group(1));
      } else if (from <= version && !line.isBlank()) {
        String bytes = kind == Databases.SQLITE ? "x'$1'" : "'\\\\\\\\x$1'";
        rows.add(BYTES.matcher(line.replaceAll(";$", "")).replaceAll(bytes));
      }
    }
    return rows;
  }

  private static void run(Address address, List<String> statements) throws SQLException {
    try (Database database = address.database()) {
      Connection connection = database.connections().openConnection();
      try (var statement = connection.createStatement()) {
        for (String sql : statements) {
          statement.execute(sql);
        }
      } finally {
        database.connections().closeConnection(connection);
      }
    }
  }

  /** Writes the fixtures of the versions that are named, or of today's. */
  public static void main(String... versions) throws Exception {
    List<Integer> all =
        versions.length == 0
            ? List.of(Schema.program().version())
            : Stream.of(versions).map(Integer::valueOf).toList();
    for (int version : all) {
      for (Databases kind : Databases.values()) {
        write(kind, version);
      }
    }
  }

  private static void write(Databases kind, int version) throws Exception {
    Path folder = Files.createTempDirectory("released");
    Address address = Address.of(kind.empty(folder));
    List<String> all = new ArrayList<>();
    try (Database database = address.database()) {
      Schema schema = Schema.program().at(version).orElseThrow();
      Migration.run(database, schema);
      for (String file : schema.files()) {
        all.addAll(statements(file, database));
      }
      all.addAll(history(database));
    }
    all.addAll(rows(kind, version));
    Files.writeString(file(kind, version), String.join(NEXT, all));
  }

  private static List<String> statements(String file, Database database) throws IOException {
    String[] text = {Files.readString(Path.of("src/main/resources/db").resolve(file))};
    database.words().forEach((word, with) -> text[0] = text[0].replace("${" + word + "}", with));
    return Stream.of(text[0].split(";\\R", -1))
        .map(String::strip)
        .filter(sql -> !sql.isEmpty())
        .toList();
  }

  /** The table of the migration tool, which says what was run and with which checksum. */
  private static List<String> history(Database database) throws SQLException {
    List<String> all = new ArrayList<>();
    boolean isFile = database instanceof Sqlite;
    all.add(
        """
        create table flyway_schema_history (
          installed_rank int not null primary key, version varchar(50),
          description varchar(200) not null, type varchar(20) not null,
          script varchar(1000) not null, checksum int, installed_by varchar(100) not null,
          installed_on %s, execution_time int not null, success boolean not null)
        """
            .formatted(
                isFile
                    ? "text not null default (strftime('%Y-%m-%d %H:%M:%f','now'))"
                    : "timestamp not null default now()"));
    Connection connection = database.connections().openConnection();
    String columns = String.join(", ", HISTORY);
    try (var statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select " + columns + " from flyway_schema_history order by installed_rank")) {
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (String column : HISTORY) {
          values.add(literal(row, column, isFile));
        }
        all.add(
            "insert into flyway_schema_history ("
                + columns
                + ") values ("
                + String.join(", ", values)
                + ")");
      }
    } finally {
      database.connections().closeConnection(connection);
    }
    return all;
  }

  private static String literal(ResultSet row, String column, boolean isFile) throws SQLException {
    return switch (column) {
      case "installed_rank", "checksum", "execution_time" -> row.getString(column);
      case "installed_by" -> "'pilothouse'";
      case "success" -> isFile ? "1" : "true";
      default -> "'" + row.getString(column).replace("'", "''") + "'";
    };
  }
}
