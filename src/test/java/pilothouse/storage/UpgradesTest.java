package pilothouse.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Today's program opens what every released one left, and finds all rows as they were. */
class UpgradesTest {
  private static final Pattern INSERT =
      Pattern.compile("insert into (\\w+) \\(([^)]*)\\) values \\((.*)\\)");
  @TempDir Path folder;

  static Stream<Arguments> released() throws IOException {
    return Released.versions().stream()
        .flatMap(version -> Stream.of(Databases.values()).map(kind -> Arguments.of(kind, version)));
  }

  @ParameterizedTest
  @MethodSource("released")
  void findsTheRowsOf(Databases kind, int version) throws Exception {
    Address address = Address.of(kind.empty(folder));
    Files.createDirectories(folder);
    Released.lay(kind, version, address);
    List<String> rows = Released.rows(kind, version);
    assertTrue(!rows.isEmpty());
    try (Storage storage = Storage.open(address)) {
      assertEquals(List.of(), storage.damages());
      for (String row : rows) {
        storage.read(there -> found(there, row));
      }
    }
    try (Storage again = Storage.open(address)) {
      assertEquals(List.of(), again.damages());
    }
  }

  /** The values that one statement wrote, all in one row. */
  private static boolean found(Handle rows, String statement) {
    Matcher insert = INSERT.matcher(statement);
    if (!insert.matches()) {
      return true;
    }
    String values = insert.group(3);
    String columns = insert.group(2).replaceAll("(\\w+)", "\"$1\"");
    String known =
        columns.replaceAll(", ", " is not distinct from %s and ") + " is not distinct from %s";
    String where = known.formatted((Object[]) literals(values));
    try (var query = rows.getConnection().createStatement();
        var row =
            query.executeQuery("select count(*) from " + insert.group(1) + " where " + where)) {
      assertTrue(row.next());
      assertEquals(1, row.getLong(1), statement);
      return true;
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private static String[] literals(String values) {
    return Pattern.compile("x?'[^']*'|[^,' ]+")
        .matcher(values)
        .results()
        .map(java.util.regex.MatchResult::group)
        .toArray(String[]::new);
  }
}
