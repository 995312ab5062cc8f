package pilothouse.evidence.pull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;

/** How far each stream was read, kept. */
final class Cursors {
  private final Storage storage;
  private final String api;

  Cursors(Storage storage, String api) {
    this.storage = storage;
    this.api = api;
  }

  Cursor of(String repository, String stream) {
    return storage.read(rows ->
        rows.createQuery(
                """
                select seen_to, reaches, etag, next_page, run_top, run_stop, run_etag
                from pull_cursor
                where api = :api and repository = :repository and stream = :stream
                """)
            .bind("api", api)
            .bind("repository", repository)
            .bind("stream", stream)
            .map((row, context) -> cursor(row))
            .findOne()
            .orElse(Cursor.NEW));
  }

  private static Cursor cursor(ResultSet row) throws SQLException {
    String next = row.getString("next_page");
    return new Cursor(
        instant(row.getString("seen_to")),
        instant(row.getString("reaches")),
        row.getString("etag"),
        next == null
            ? null
            : new Cursor.Cut(
                next,
                instant(row.getString("run_top")),
                instant(row.getString("run_stop")),
                row.getString("run_etag")));
  }

  void keep(String repository, String stream, Cursor cursor) {
    Cursor.Cut cut = cursor.cut();
    storage.write(rows ->
        rows.createUpdate(
                """
                insert into pull_cursor (api, repository, stream, seen_to, reaches, etag,
                  next_page, run_top, run_stop, run_etag)
                values (:api, :repository, :stream, :seen, :reaches, :etag,
                  :next, :top, :stop, :cutEtag)
                on conflict (api, repository, stream) do update set
                  seen_to = excluded.seen_to, reaches = excluded.reaches, etag = excluded.etag,
                  next_page = excluded.next_page, run_top = excluded.run_top,
                  run_stop = excluded.run_stop, run_etag = excluded.run_etag
                """)
            .bind("api", api)
            .bind("repository", repository)
            .bind("stream", stream)
            .bind("seen", text(cursor.seenTo()))
            .bind("reaches", text(cursor.reaches()))
            .bind("etag", cursor.etag())
            .bind("next", cut == null ? null : cut.next())
            .bind("top", cut == null ? null : text(cut.top()))
            .bind("stop", cut == null ? null : text(cut.stop()))
            .bind("cutEtag", cut == null ? null : cut.etag())
            .execute());
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instants.parse(text);
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : Instants.text(at);
  }
}
