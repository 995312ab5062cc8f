package pilothouse.storage;

import java.util.List;

/** What a PostgreSQL server is asked about its own soundness: each row of an answer is a fault. */
final class PostgresChecks {
  static final List<String> ALL =
      List.of(
          """
          select 'the index ' || indexrelid::regclass || ' is not valid; reindex it'
          from pg_index where not indisvalid
          """,
          """
          select 'the rule ' || conname || ' of ' || conrelid::regclass || ' was never checked; validate it'
          from pg_constraint
          where not convalidated and connamespace = current_schema()::regnamespace
          """,
          """
          select checksum_failures || ' pages on its disk were damaged; see the log of the server'
          from pg_stat_database
          where datname = current_database() and checksum_failures > 0
          """);

  private PostgresChecks() {}
}
