package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilothouse.storage.Databases;
import pilothouse.storage.OnBothDatabases;

/** Whatever is typed as a query, nothing changes there; and nobody reads the password. */
@OnBothDatabases
class PullSqlSafelyTest {
  private static final String ALL = "select day, paid from orders order by day, paid";

  @TempDir private Path folder;
  private Elsewhere shop;
  private PullingSql somebody;

  @BeforeEach
  void opens() throws SQLException {
    shop =
        Elsewhere.in(
            folder,
            "create table orders (day date, paid numeric)",
            "insert into orders values ('2026-04-01', 12), ('2026-04-02', 13)");
    somebody = new PullingSql(folder.resolve("data"), shop);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from orders",
        "delete from orders returning day, paid",
        "update orders set paid = 0",
        "update orders set paid = 0 returning day, paid",
        "insert into orders values ('2026-04-03', 14) returning day, paid",
        "with gone as (delete from orders returning day, paid) select day, paid from gone",
        "drop table orders",
        "create table more (day date)",
        "attach 'other.db' as other",
        "vacuum into 'other.db'",
        "pragma user_version = 7",
        "pragma writable_schema = on",
        "copy orders to program 'true'",
        "select day, paid into more from orders",
        "select day, paid from orders for update",
        "set transaction read write",
        "commit",
        "begin; delete from orders; commit",
        "select day, paid from orders; delete from orders",
        "select day, paid from orders; commit; delete from orders",
        "commit; delete from orders; select day, paid from orders",
        "set transaction read write; delete from orders returning day, paid",
        "select day, paid from orders); delete from orders; select * from (select 1, 2",
        "select day, paid from orders) as o; commit; delete from orders; --",
        "$$; commit; delete from orders; $$",
        "'; commit; delete from orders; --",
        "select set_config('transaction_read_only', 'off', false), 1",
        "select 1, 2 /* ; */; delete from orders",
        "call gone()",
        "do $do$ begin delete from orders; end $do$"
      })
  void nothingIsChangedThere(String query) throws SQLException {
    List<String> before = shop.rows(ALL);
    Terminal.Ended ended = somebody.pull(query);
    assertFalse(ended.err().contains("nobody foresaw"), ended.err());
    assertEquals(before, shop.rows(ALL));
    assertEquals(2, before.size());
    assertFalse(Files.exists(Path.of("other.db")));
    String version =
        Elsewhere.isServer() ? "select 0, 0" : "select user_version, 0 from pragma_user_version";
    assertEquals(List.of("0 0"), shop.rows(version));
    if (!query.contains(")")) {
      ended.refused("The database refuses the query: ");
    }
  }

  /** Functions are the way past the grammar: they may write where the transaction lets them. */
  @Test
  void functionsOfTheServerCannotWrite() throws SQLException {
    if (!Elsewhere.isServer()) {
      return;
    }
    shop.run(
        """
        create function gone() returns integer language plpgsql as
        'begin delete from orders; return 1; end'
        """,
        """
        create function opened() returns integer language plpgsql as
        'begin set transaction read write; delete from orders; return 1; end'
        """,
        """
        create function turned() returns integer language plpgsql as
        'begin perform set_config(''transaction_read_only'', ''off'', false);
          delete from orders; return 1; end'
        """,
        "create sequence numbers");
    List<String> before = shop.rows(ALL);
    for (String written :
        List.of("gone()", "opened()", "turned()", "nextval('numbers')", "lo_create(0)")) {
      somebody
          .pull("select date '2026-04-01', " + written)
          .refused("The database refuses the query: ");
      assertEquals(before, shop.rows(ALL), written);
    }
    assertEquals(List.of("1 f"), shop.rows("select last_value, is_called from numbers"));
  }

  /** Pointed at what Pilothouse itself keeps, it reads that and harms nothing. */
  @Test
  void itsOwnDatabaseIsReadAndNotHarmed() throws SQLException {
    somebody.pull(ALL).fine();
    Elsewhere own = own();
    String counted = "select count(*), 0 from measurement";
    assertEquals(List.of("2 0"), own.rows(counted));
    PullingSql inside =
        new PullingSql(folder.resolve("data"), own).with("SQL_PASSWORD", "postgres");
    inside.pull("delete from measurement returning at, value").refused("refuses the query");
    inside.pull("select at, value from measurement; drop table measurement").refused("refuses");
    inside.pull("select at, value from measurement", "--metric", "copied").fine();
    assertEquals(List.of("4 0"), own.rows(counted));
  }

  private Elsewhere own() {
    String url = Databases.environment(folder.resolve("data")).get("PILOTHOUSE_DATABASE");
    return url == null
        ? new Elsewhere("jdbc:sqlite:" + folder.resolve("data/pilothouse.db"), "")
        : new Elsewhere("jdbc:postgresql://" + url.substring(url.indexOf('@') + 1), "postgres");
  }

  @Test
  void aDatabaseWithAJournalAheadIsReadToo() throws SQLException {
    if (Elsewhere.isServer()) {
      return;
    }
    shop.run("pragma journal_mode = wal", "insert into orders values ('2026-04-03', 14)");
    assertTrue(somebody.pull(ALL).fine().out().contains("3 new"));
    assertEquals(
        List.of("ok 0"), shop.rows("select integrity_check, 0 from pragma_integrity_check"));
  }

  @Test
  void aPasswordIsNotSentWhereAllCouldReadIt() throws SQLException {
    if (!Elsewhere.isServer()) {
      return;
    }
    String made = "create role spoken login password '%s'".formatted(Databases.PASSWORD);
    new Elsewhere(shop.url(), "postgres").run("drop role if exists spoken", made);
    Elsewhere spoken = new Elsewhere(shop.url(), "spoken");
    assertEquals(List.of("1 2"), spoken.rows("select 1, 2"), "the driver alone sends it");
    Terminal.Ended ended =
        new PullingSql(folder.resolve("data"), spoken).pull("select date '2026-04-01', 1");
    ended.refused("password");
    assertFalse(ended.err().contains("nobody foresaw"), ended.err());
  }

  @Test
  void aFileThatIsNoDatabaseIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.db"), "These are notes. ".repeat(200));
    somebody.pull(ALL, "--url", "jdbc:sqlite:" + file).refused("notes.db cannot be read: ");
    assertTrue(Files.readString(file).startsWith("These are notes. These"));
  }

  @Test
  void thePasswordComesFromFileEnvironmentOrSealAndIsShownNowhere() throws IOException {
    if (!Elsewhere.isServer()) {
      return;
    }
    List<String> said = new ArrayList<>();
    said.add(somebody.pull(ALL).fine().out());
    somebody.with("SQL_PASSWORD", null);
    said.add(
        somebody.pull(ALL).refused("The database does not let in: ").says("sql_password").err());
    somebody.with("SQL_PASSWORD", "wrong " + Databases.PASSWORD);
    said.add(somebody.pull(ALL).refused("The database does not let in: ").err());
    Path file = Files.writeString(folder.resolve("password"), Databases.PASSWORD + "\n");
    somebody.with("PILOTHOUSE_SQL_PASSWORD_FILE", file.toString());
    said.add(somebody.pull(ALL).fine().out());
    Files.delete(file);
    somebody.with("PILOTHOUSE_SQL_PASSWORD_FILE", null).with("SQL_PASSWORD", null);
    somebody.seal("sql_password", Databases.PASSWORD).fine();
    said.add(somebody.pull(ALL).fine().out());
    assertTrue(said.getLast().contains("0 new, 2 unchanged"), said.getLast());
    said.forEach(one -> assertFalse(one.contains("h@rbour"), one));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path one : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(one, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(Databases.PASSWORD), one + " holds the password");
      }
    }
  }
}
