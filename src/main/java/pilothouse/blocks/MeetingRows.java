package pilothouse.blocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import pilothouse.storage.Instants;

/** Calendars that were told, as rows. */
final class MeetingRows {
  private static final int BATCH = 1_000;

  private MeetingRows() {}

  /** All calendars, the newest first. */
  static List<Upload> uploads(Handle rows) {
    return rows.createQuery(
            """
            select id, number, team, first_day, last_day, digest, events, skipped, at, who, who_name
            from focus_calendar order by number desc
            """)
        .map((row, _) ->
            new Upload(
                row.getString("id"),
                row.getInt("number"),
                row.getString("team"),
                LocalDate.parse(row.getString("first_day")),
                LocalDate.parse(row.getString("last_day")),
                row.getString("digest"),
                row.getInt("events"),
                row.getString("skipped"),
                Instants.parse(row.getString("at")),
                row.getString("who"),
                row.getString("who_name")))
        .list();
  }

  /** The time that meetings take since some moment, by calendar, as unions. */
  static Map<String, List<Span>> busy(Handle rows, Instant since) {
    Map<String, List<Span>> spans = new HashMap<>();
    rows.createQuery(
            "select calendar, starts, ends from focus_meeting where busy = 'yes' and ends > :since")
        .bind("since", Instants.text(since))
        .map((row, _) ->
            spans
                .computeIfAbsent(row.getString("calendar"), _ -> new ArrayList<>())
                .add(
                    new Span(
                        Instants.parse(row.getString("starts")),
                        Instants.parse(row.getString("ends")))))
        .list();
    spans.replaceAll((_, some) -> Span.union(some));
    return spans;
  }

  static void add(Handle rows, Upload upload, List<Meeting> meetings) {
    rows.execute(
        """
        insert into focus_calendar (id, number, team, first_day, last_day, digest, events, skipped,
          at, who, who_name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        upload.id(),
        upload.number(),
        upload.team(),
        upload.first().toString(),
        upload.last().toString(),
        upload.digest(),
        upload.events(),
        upload.skipped(),
        Instants.text(upload.at()),
        upload.whoId(),
        upload.whoName());
    for (int from = 0; from < meetings.size(); from += BATCH) {
      PreparedBatch batch =
          rows.prepareBatch(
              """
              insert into focus_meeting (calendar, number, mark, starts, ends, busy)
              values (?, ?, ?, ?, ?, ?)
              """);
      for (int i = from; i < Math.min(meetings.size(), from + BATCH); i++) {
        Meeting one = meetings.get(i);
        batch.add(
            upload.id(),
            i,
            one.mark(),
            Instants.text(one.span().from()),
            Instants.text(one.span().to()),
            one.busy() ? "yes" : "no");
      }
      batch.execute();
    }
  }

  /** Forgets what stood in one: a newer one tells all of its days. */
  static void forget(Handle rows, Upload upload) {
    rows.execute("delete from focus_meeting where calendar = ?", upload.id());
  }
}
