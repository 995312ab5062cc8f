package pilothouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilothouse.evidence.facts.Measurement;
import pilothouse.storage.OnBothDatabases;

/** The rows of a query as the numbers of a metric, from real databases of both kinds. */
@OnBothDatabases
class PullSqlTest {
  private static final String ALL = "select day, paid from orders order by day";

  @TempDir private Path folder;
  private Elsewhere shop;
  private PullingSql somebody;

  @BeforeEach
  void opens() throws SQLException {
    shop =
        Elsewhere.in(
            folder,
            "create table orders (day date, paid numeric, team text)",
            "insert into orders values ('2026-04-01', 12, 'team:payments'), ('2026-04-02', 13.5, null),"
                + " ('2026-04-03', 1234567.25, 'checkout')");
    somebody = new PullingSql(folder.resolve("data"), shop);
  }

  private double value(String at) {
    return Objects.requireNonNull(somebody.known("organisation", at), at).value();
  }

  @Test
  @Practice("F4")
  void readsTheRowsOfAQueryAndTheSameAgainChangesNothing() {
    assertEquals(
        "orders-paid of organisation: seen 3, 3 new, 0 unchanged, 0 refused,"
            + " 0 left out as no numbers.\n",
        somebody.pull(ALL + "; ", "--unit", "orders").fine().out());
    Instant day = Instant.parse("2026-04-02T22:00:00Z");
    assertEquals(
        new Measurement(
            Measurement.key("orders-paid", "organisation", day),
            day,
            "orders-paid",
            "organisation",
            day,
            1_234_567.25,
            "orders"),
        somebody.known("organisation", day.toString()));
    String again = somebody.pull(ALL, "--unit", "orders").fine().out();
    assertTrue(again.contains("seen 3, 0 new, 3 unchanged"), again);
  }

  @Test
  @Practice("F4")
  void whatIsCorrectedThereHoldsHereAndIsSaid() throws SQLException {
    somebody.pull(ALL).fine();
    for (String paid : new String[] {"9", "100", "12", "9"}) {
      shop.run("update orders set paid = " + paid + " where day = '2026-04-01'");
      String out = somebody.pull(ALL).fine().out();
      assertTrue(out.contains("seen 3, 0 new, 1 corrected, 2 unchanged"), out);
      assertTrue(out.contains("the one that came now holds"), out);
      assertEquals(Double.parseDouble(paid), value("2026-03-31T22:00:00Z"));
    }
    assertTrue(somebody.pull(ALL).fine().out().contains("0 new, 3 unchanged"));
  }

  @Test
  void daysAndTimesOfAllTypesAreRead() {
    String time =
        Elsewhere.isServer() ? "timestamp '2026-04-01 12:30:00.5'" : "'2026-04-01 12:30:00.5'";
    somebody.pull("select " + time + ", 1").fine();
    assertEquals(1, value("2026-04-01T10:30:00.500Z"));
    somebody.pull("select " + time + ", 2", "--zone", "UTC").fine();
    assertEquals(2, value("2026-04-01T12:30:00.500Z"));
    String zoned =
        Elsewhere.isServer()
            ? "timestamptz '2026-04-02 12:30:00+05:30'"
            : "'2026-04-02T12:30:00+05:30'";
    somebody.pull("select " + zoned + ", 3").fine();
    assertEquals(3, value("2026-04-02T07:00:00Z"));
    somebody.pull("select '2026-04-03T01:00:00Z', '4.5'").fine();
    assertEquals(4.5, value("2026-04-03T01:00:00Z"));
    somebody.pull("select 1775433600, 5 union all select 1775520000000, 6").fine();
    assertEquals(5, value("2026-04-06T00:00:00Z"));
    assertEquals(6, value("2026-04-07T00:00:00Z"));
    somebody.pull("values ('2026-04-08', 0.1)", "--zone", "+02:00").fine();
    assertEquals(0.1, value("2026-04-07T22:00:00Z"));
  }

  @Test
  void whatIsNoNumberIsLeftOutAndWhatCannotBeIsRefusedByItsRow() {
    Terminal.Ended ended =
        somebody.pull(
            "select '2026-04-01', '1' union all select '2026-04-02', null"
                + " union all select '2026-04-03', 'many' union all select '2026-02-30', '2'"
                + " union all select null, '3' union all select '1970-01-01', '4'"
                + " union all select '2026-05-09', '5' union all select '2026-04-01', '1'"
                + " union all select '2026-04-01', '6' union all select '2026-04-05', '7'");
    String out = ended.out();
    assertEquals(1, ended.exit(), ended.err());
    assertTrue(out.contains("seen 10, 1 new, 1 unchanged, 6 refused, 2 left out"), out);
    assertTrue(out.contains("  refused row 4: “2026-02-30” is no day and no time; write"), out);
    assertTrue(out.contains("  refused row 5: nothing is no day"), out);
    assertTrue(out.contains("  refused row 6: “1970-01-01” lies before 1990 or"), out);
    assertTrue(out.contains("  refused row 7: “2026-05-09” lies before 1990 or more than"), out);
    assertTrue(
        out.contains(
            "row 9: “2026-04-01” comes more than once for organisation, with different numbers; sum"),
        out);
    assertNull(
        somebody.known("organisation", "2026-03-31T22:00:00Z"), "which one it is nobody knows");
    assertEquals(7, value("2026-04-04T22:00:00Z"));
  }

  @Test
  void aThirdColumnNamesTheScopeOfEachRow() {
    String out =
        somebody
            .pull("select day, paid, team from orders", "--scope", "repository:acme/shop")
            .fine()
            .out();
    assertTrue(out.startsWith("orders-paid of 3 scopes: seen 3, 3 new"), out);
    assertNotNull(somebody.known("team:payments", "2026-03-31T22:00:00Z"));
    assertNotNull(somebody.known("repository:acme/shop", "2026-04-01T22:00:00Z"));
    assertNotNull(somebody.known("system:checkout", "2026-04-02T22:00:00Z"));
    assertNull(somebody.known("organisation", "2026-04-02T22:00:00Z"));
    somebody
        .pull("select day, paid, 'person:ada' from orders")
        .refused("in 3 rows: row 1: “person:ada” is no scope; write organisation");
  }

  @Test
  void theQueryMayComeFromAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("orders.sql"), "-- by day\n" + ALL + "\n-- end");
    String[] words = {
      "pull",
      "sql",
      "--url",
      shop.url(),
      "--query-file",
      file.toString(),
      "--metric",
      "orders-paid",
      "--data",
      folder.resolve("data").toString(),
      "--user",
      shop.user()
    };
    assertTrue(somebody.run(words).fine().out().contains("3 new"));
    words[5] = folder.resolve("none.sql").toString();
    somebody.run(words).refused("none.sql is no file that can be read");
    String err = somebody.run("pull", "sql", "--url", shop.url(), "--metric", "m").err();
    assertTrue(err.contains("--query=SELECT | --query-file=FILE"), err);
  }

  @Test
  void thePartsOfALongAnswerAreAllKept() {
    String long25 =
        "with recursive n(i) as (select 0 union all select i + 1 from n where i < 25000)"
            + " select 1600000000 + i * 3600, i from n";
    String out = somebody.pull(long25).fine().out();
    assertTrue(out.contains("seen 25,001, 25,001 new, 0 unchanged"), out);
    out = somebody.pull(long25).fine().out();
    assertTrue(out.contains("seen 25,001, 0 new, 25,001 unchanged"), out);
  }

  @Test
  void rowsAndTimeHaveBounds() {
    String endless = "with recursive n(i) as (select 0 union all select i + 1 from n) select ";
    somebody
        .pull(endless + "'2026-01-01', null from n limit 1000001")
        .refused("more than 1,000,000 rows, and no more are read at once; ask for a part");
    somebody
        .pull(endless + "max(i), 1 from n", "--timeout", "1s")
        .refused("The query took longer than 1s; give a longer --timeout");
  }

  @Test
  void whatCameBeforeATroubleIsKeptAndSaid() {
    String row =
        Elsewhere.isServer()
            ? "1 / (20050 - i)"
            : "case when i = 20050 then abs(-9223372036854775808) else 1 end";
    Terminal.Ended ended =
        somebody.pull(
            "with recursive n(i) as (select 0 union all select i + 1 from n where i < 20100)"
                + " select 1600000000 + i * 3600, %s from n".formatted(row));
    assertEquals(2, ended.exit());
    ended.says("What was read before is kept.").says("The database refuses the query: ");
    assertTrue(ended.out().contains(" new, 0 unchanged"), ended.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --url | jdbc:mysql://root:geheim@db/shop | --url of jdbc:mysql: cannot be read; the drivers of PostgreSQL and SQLite are on board
          --url | shop.db | that is none of JDBC cannot be read
          --url | jdbc:postgresql://ada:geheim@db/shop | --url holds a user or a password; take them out. Name the user with --user
          --url | jdbc:postgresql://db/shop?ssl=true&password=geheim | --url holds a user or a password
          --url | jdbc:postgresql://db/shop?USER=geheim | --url holds a user or a password
          --url | jdbc:postgresql://db/shop?loggerFile=geheim | has an option that is not taken; leave it out
          --url | jdbc:postgresql:geheim | is no address of a PostgreSQL database; write
          --url | jdbc:postgresql://localhost:1/shop | The database does not answer: Connection to localhost:1 refused
          --url | jdbc:sqlite::memory: | names no plain file of SQLite
          --url | jdbc:sqlite::resource:http://geheim/ | names no plain file of SQLite
          --url | jdbc:sqlite:file:shop.db?mode=rwc | names no plain file of SQLite
          --url | jdbc:sqlite:not/there.db | There is no file not/there.db that can be read
          --query | ` ` | The query is empty
          --query | select 1 | has 1 columns, and two or three are read: a day or a time, a number
          --query | select 1, 2, 3, 4 | has 4 columns
          --query | select day, paid from orders where paid < 0 | The query has no rows; check it.
          --query | select day, day from orders where paid = 12 | in 1 row: their second column holds no numbers
          --query | select paid, 1 from orders where paid = 12 | in 1 row: row 1: “12” is no day and no time; write
          --query | select dai, paid from orders | The database refuses the query:
          --metric | Orders | --metric Orders is no name
          --scope | checkout | --scope checkout is none
          --zone | Mars | --zone "Mars" is no time zone
          --timeout | soon | --timeout "soon" is no span; write how long
          --timeout | 3d | --timeout is none; write from 1s to 1d
          """)
  void aWishThatMakesNoSenseIsRefused(String option, String value, String says) {
    Terminal.Ended ended = somebody.pull(ALL, option, value).refused(says);
    assertFalse(ended.err().contains("geheim"), ended.err());
    assertNull(known());
  }

  private @Nullable Measurement known() {
    return somebody.known("organisation", "2026-03-31T22:00:00Z");
  }

  @Test
  void aFileThatIsNotThereIsNotMade() {
    Path none = folder.resolve("none.db");
    somebody.pull(ALL, "--url", "jdbc:sqlite:" + none).refused("There is no file");
    assertFalse(Files.exists(none));
  }

  @Test
  void theHelpSaysWhatItTakes() {
    String help = Terminal.bare("pull", "help", "sql").out();
    assertTrue(help.contains("--query-file") && help.contains("seal sql_password"), help);
  }
}
