package pilothouse.accounts;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.storage.Instants;

/** Sessions as rows. */
final class SessionRows {
  static final String COLUMNS =
      "s.id as s_id, s.account as s_account, s.made_at as s_made, s.seen_at as s_seen,"
          + " s.ends_at as s_ends, s.agent as s_agent, s.address as s_address,"
          + " s.provider as s_provider";

  static final RowMapper<Session> SESSION =
      (row, context) ->
          new Session(
              row.getString("s_id"),
              row.getString("s_account"),
              Instants.parse(row.getString("s_made")),
              Instants.parse(row.getString("s_seen")),
              Instants.parse(row.getString("s_ends")),
              row.getString("s_agent"),
              row.getString("s_address"),
              row.getString("s_provider"));

  private SessionRows() {}

  /** Ends all of an account but one. */
  static void endOthers(Handle rows, String account, String but) {
    rows.execute("delete from session where account = ? and id <> ?", account, but);
  }

  /** Ends those of an account that a provider proved, but one. */
  static void endOf(Handle rows, String account, String provider, String but) {
    rows.execute(
        "delete from session where account = ? and provider = ? and id <> ?",
        account,
        provider,
        but);
  }
}
