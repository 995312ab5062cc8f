package pilothouse.verdicts;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.metrics.judging.Dated;
import pilothouse.metrics.judging.ToldJudgement;
import pilothouse.metrics.judging.Verdict;
import pilothouse.storage.Instants;
import pilothouse.web.Json;

/** Verdicts and the words beside them as rows, which are never changed. */
final class VerdictRows {
  private static final String COLUMNS =
      "select prediction, number, at, until, verdict, found from verdict ";

  private static final RowMapper<Row> ROW =
      (row, _) -> {
        Found found =
            Json.read(
                row.getString("found").getBytes(StandardCharsets.UTF_8),
                Found.class,
                "a kept verdict",
                "");
        return new Row(
            row.getString("prediction"),
            new Judged(
                row.getInt("number"),
                Instants.parse(row.getString("at")),
                LocalDate.parse(row.getString("until")),
                Verdict.valueOf(row.getString("verdict")),
                found.judgement(),
                found.points(),
                found.events()));
      };

  private VerdictRows() {}

  /** What was found, as it is kept. */
  record Found(ToldJudgement judgement, List<Dated> points, List<Event> events) {}

  private record Row(String prediction, Judged judged) {}

  static void add(Handle rows, Prediction of, Judged one) {
    Found found = new Found(one.judgement(), one.points(), one.events());
    rows.execute(
        """
        insert into verdict (id, prediction, number, at, until, verdict, found)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        of.id(),
        one.number(),
        Instants.text(one.at()),
        one.until().toString(),
        one.verdict().name(),
        new String(Json.bytes(found), StandardCharsets.UTF_8).strip());
  }

  /** All of one prediction, the first first. */
  static List<Judged> of(Handle rows, String prediction) {
    return rows.createQuery(COLUMNS + "where prediction = :id order by number")
        .bind("id", prediction)
        .map(ROW)
        .map(Row::judged)
        .list();
  }

  /** Those of several predictions, the first first. */
  static Map<String, List<Judged>> of(Handle rows, List<String> predictions) {
    Map<String, List<Judged>> all = new LinkedHashMap<>();
    if (!predictions.isEmpty()) {
      rows.createQuery(COLUMNS + "where prediction in (<ids>) order by number")
          .bindList("ids", predictions)
          .map(ROW)
          .forEach(row ->
              all.computeIfAbsent(row.prediction(), _ -> new ArrayList<>()).add(row.judged()));
    }
    return all;
  }

  static void note(Handle rows, String prediction, String whoId, Note note) {
    rows.execute(
        """
        insert into prediction_note (id, prediction, at, who, who_name, words)
        values (?, ?, ?, ?, ?, ?)
        """,
        UUID.randomUUID().toString(),
        prediction,
        Instants.text(note.at()),
        whoId,
        note.who(),
        note.words());
  }

  /** The words beside it; {@code named} tells of an id and a name who wrote them. */
  static List<Note> notes(Handle rows, String prediction, BinaryOperator<String> named) {
    return rows.createQuery(
            """
            select at, who, who_name, words from prediction_note
            where prediction = :id order by at, id
            """)
        .bind("id", prediction)
        .map((row, _) ->
            new Note(
                Instants.parse(row.getString("at")),
                named.apply(row.getString("who"), row.getString("who_name")),
                row.getString("words")))
        .list();
  }
}
