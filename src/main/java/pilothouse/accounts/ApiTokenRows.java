package pilothouse.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;

/** The tokens, as rows. */
final class ApiTokenRows {
  private static final String COLUMNS =
      "select id, account, name, permissions, places, made_at, made_by, ends_at, used_day,"
          + " ended_at from api_token ";

  private static final RowMapper<ApiToken> TOKEN =
      (row, context) -> {
        String used = row.getString("used_day");
        String ended = row.getString("ended_at");
        return new ApiToken(
            row.getString("id"),
            row.getString("account"),
            row.getString("name"),
            TokenWords.permissions(List.of(row.getString("permissions").split(","))),
            TokenWords.places(row.getString("places").lines().toList()),
            Instants.parse(row.getString("made_at")),
            row.getString("made_by"),
            Instants.parse(row.getString("ends_at")),
            used == null ? null : LocalDate.parse(used),
            ended == null ? null : Instants.parse(ended));
      };

  private ApiTokenRows() {}

  /** The one with that secret, where it holds. */
  static Optional<ApiToken> called(Handle rows, String secret, Instant now) {
    return rows.createQuery(COLUMNS + "where hash = :hash and ended_at is null and ends_at > :now")
        .bind("hash", Secret.hash(secret))
        .bind("now", Instants.text(now))
        .map(TOKEN)
        .findOne();
  }

  /** The one with that id, where nobody ended it. */
  static Optional<ApiToken> find(Handle rows, String id) {
    return rows.createQuery(COLUMNS + "where id = :id and ended_at is null")
        .bind("id", id)
        .map(TOKEN)
        .findOne();
  }

  /** Those that hold: of an account, or of the organisation. */
  static List<ApiToken> open(Handle rows, @Nullable String account, Instant now) {
    return rows.createQuery(
            COLUMNS
                + "where ended_at is null and ends_at > :now and "
                + (account == null ? "account is null" : "account = :account")
                + " order by made_at desc, id limit 200")
        .bindMap(
            account == null
                ? Map.of("now", Instants.text(now))
                : Map.of("now", Instants.text(now), "account", account))
        .map(TOKEN)
        .list();
  }

  /** Those of accounts that hold, from the id that is given. */
  static List<ApiToken> ofAccounts(Handle rows, String at, int most, Instant now) {
    return rows.createQuery(
            COLUMNS
                + """
                where ended_at is null and ends_at > :now and account is not null and id >= :at
                order by id limit :most
                """)
        .bind("now", Instants.text(now))
        .bind("at", at)
        .bind("most", most)
        .map(TOKEN)
        .list();
  }

  /** Remembers the day on which one was used last. */
  static int used(Handle rows, String id, LocalDate day) {
    return rows.execute("update api_token set used_day = ? where id = ?", day.toString(), id);
  }

  /** Ends one. */
  static void end(Handle rows, String id, By by, Instant now) {
    rows.execute(
        "update api_token set ended_at = ?, ended_by = ? where id = ?",
        Instants.text(now),
        by.name(),
        id);
  }
}
