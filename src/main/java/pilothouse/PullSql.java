package pilothouse;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilothouse.evidence.pull.Keeping;
import pilothouse.evidence.pull.Named;
import pilothouse.evidence.pull.PullTrouble;
import pilothouse.evidence.sql.SqlAddress;
import pilothouse.evidence.sql.SqlPull;
import pilothouse.evidence.sql.SqlQuery;
import pilothouse.evidence.sql.SqlRows;
import pilothouse.text.Say;

/** {@code pilothouse pull sql}: the rows of a query, as the numbers of a metric. */
@Command(
    name = "sql",
    description = "Reads the rows of a query in SQL as the numbers of a metric.",
    footer = {
      "%nThe first column is a day or a time, the second a number; a third may name",
      "the scope of each row. PostgreSQL and SQLite can be read. Nothing can be",
      "changed there: the database is opened for reading only, for one select.",
      "A password comes from a file that the setting sql_password_file names, else",
      "from the environment, SQL_PASSWORD, else from pilothouse seal sql_password.",
      "The same command again changes nothing; a later one adds what is new, and",
      "corrects what the database says otherwise now.",
      "Where rows give one time several numbers, none of them is kept.",
      "Ends with 0; with 1 when rows were refused; with 2 when nothing could be",
      "read, or not all of it."
    })
final class PullSql implements Callable<Integer> {
  private final Console console;

  @Mixin private Common common = new Common();

  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description = "jdbc:postgresql://host:5432/name or jdbc:sqlite:FILE, without a password.")
  private String url = "";

  @Option(names = "--user", paramLabel = "NAME", description = "Who asks a PostgreSQL server.")
  private @Nullable String user;

  @ArgGroup(multiplicity = "1")
  private Asked asked = new Asked();

  /** One of both. */
  static final class Asked {
    @Option(
        names = "--query",
        paramLabel = "SELECT",
        description = "One select: select day, value from orders_by_day.")
    private @Nullable String query;

    @Option(names = "--query-file", paramLabel = "FILE", description = "A file with the select.")
    private @Nullable String file;
  }

  @Option(
      names = "--metric",
      required = true,
      paramLabel = "NAME",
      description = "What the number is called: orders-paid.")
  private String metric = "";

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      description =
          "organisation, system:NAME, team:NAME or repository:NAME, for rows that name none.")
  private String scope = "organisation";

  @Option(names = "--unit", paramLabel = "UNIT", description = "What stands behind the number.")
  private @Nullable String unit;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Of days and times that name none, as Europe/Berlin; usually the setting zone.")
  private @Nullable String zone;

  @Option(
      names = "--timeout",
      paramLabel = "SPAN",
      description = "How long all of it may take: 30s, 5m, 1h; usually 5m.")
  private String timeout = "5m";

  PullSql(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Settings settings = common.read(Map.of(), console);
    Instant now = console.clock().instant();
    SqlAddress where = SqlAddress.of(url);
    ZoneId declared = ImportOptions.zone(zone);
    SqlQuery query =
        new SqlQuery(
            asked.query == null ? TextFile.of(String.valueOf(asked.file)).text() : asked.query,
            new Named(metric, scope, unit),
            declared == null ? settings.zone() : declared,
            Moment.span("--timeout", timeout, "how long all of it may take: 30s, 5m, 1h"));
    String password = where.file() == null ? Seal.token("sql", settings, console) : "";
    try (Stored stored = Stored.open(settings, console.clock())) {
      Keeping kept = new Keeping(stored.facts(), where.says(), now);
      SqlRows rows = new SqlRows(query, now, kept::take);
      PullTrouble trouble = trouble(new SqlPull(where, user, password), query, rows);
      if (trouble != null && kept.seen() == 0) {
        throw trouble;
      }
      PulledNumbers pulled = pulled(kept, rows);
      if (kept.seen() == 0) {
        throw none(rows);
      }
      pulled.write(stored, now, trouble == null ? "pull done" : "pull ended with troubles");
      stored.facts().pack();
      console.out().print(pulled.says());
      if (trouble != null) {
        throw new Refused(trouble.getMessage() + " What was read before is kept.");
      }
      return pulled.allRefused() == 0 ? Exit.FINE : Exit.LIMIT_MET;
    }
  }

  private static Refused none(SqlRows rows) {
    if (rows.rows() == 0) {
      return new Refused("The query has no rows; check it.");
    }
    String first =
        rows.shown().isEmpty()
            ? "their second column holds no numbers"
            : PulledNumbers.says(rows.shown().getFirst());
    return new Refused(
        "The query has no number that can be kept, in %s: %s. It must give a day or a time first, then a number."
            .formatted(Say.counted(rows.rows(), "row"), first));
  }

  private static @Nullable PullTrouble trouble(SqlPull pull, SqlQuery query, SqlRows rows) {
    try {
      pull.ask(query, rows);
      return null;
    } catch (PullTrouble e) {
      return e;
    }
  }

  private PulledNumbers pulled(Keeping kept, SqlRows rows) {
    Set<String> scopes = rows.scopes();
    String of = scopes.size() == 1 ? scopes.iterator().next() : Say.counted(scopes.size(), "scope");
    return new PulledNumbers(
        "sql", metric, of, kept, rows.left(), rows.twice(), rows.shown(), rows.refused());
  }
}
