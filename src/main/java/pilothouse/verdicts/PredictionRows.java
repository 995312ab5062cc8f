package pilothouse.verdicts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Written;
import pilothouse.metrics.judging.Expect;
import pilothouse.storage.Instants;
import pilothouse.views.Gauge;
import pilothouse.web.Where;

/** Predictions as rows. */
final class PredictionRows {
  private static final String COLUMNS =
      """
      select id, subject, says, page, place, gauge, expect, size, effect, judged_on, probability,
        forum, rubric, made_at, w.at as withdrawn_at, w.why as withdrawn_why
      from prediction left join prediction_withdrawal w on w.prediction = id
      """;

  static final RowMapper<Prediction> PREDICTION =
      (row, _) ->
          new Prediction(
              row.getString("id"),
              row.getString("subject"),
              row.getString("says"),
              row.getString("page"),
              Where.parse(row.getString("place")).orElse(Where.ORGANISATION),
              Gauge.parse(row.getString("gauge")).orElseThrow(),
              Expect.of(row.getString("expect")).orElseThrow(),
              number(row.getDouble("size"), row.wasNull()),
              LocalDate.parse(row.getString("effect")),
              LocalDate.parse(row.getString("judged_on")),
              number(row.getDouble("probability"), row.wasNull()),
              row.getString("forum"),
              row.getString("rubric"),
              Instants.parse(row.getString("made_at")),
              withdrawn(row.getString("withdrawn_at"), row.getString("withdrawn_why")));

  private PredictionRows() {}

  private static @Nullable Double number(double value, boolean wasNull) {
    return wasNull ? null : value;
  }

  private static @Nullable Withdrawal withdrawn(@Nullable String at, @Nullable String why) {
    return at == null || why == null ? null : new Withdrawal(Instants.parse(at), why);
  }

  static void withdraw(Handle rows, String id, Withdrawal how) {
    rows.execute(
        "insert into prediction_withdrawal (prediction, at, why) values (?, ?, ?)",
        id,
        Instants.text(how.at()),
        how.why());
  }

  static void add(Handle rows, Prediction one) {
    rows.execute(
        """
        insert into prediction (id, subject, says, page, place, gauge, expect, size, effect,
          judged_on, probability, forum, rubric, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        one.id(),
        one.subject(),
        one.says(),
        one.page(),
        one.place().text(),
        one.gauge().text(),
        one.expect().word(),
        one.size(),
        one.effect().toString(),
        one.judgedOn().toString(),
        one.probability(),
        one.forum(),
        one.rubric(),
        Instants.text(one.madeAt()));
  }

  static Optional<Prediction> find(Handle rows, String id) {
    return rows.createQuery(COLUMNS + "where id = :id").bind("id", id).map(PREDICTION).findOne();
  }

  static List<Prediction> about(Handle rows, String subject) {
    return rows.createQuery(COLUMNS + "where subject = :subject order by made_at, id")
        .bind("subject", subject)
        .map(PREDICTION)
        .list();
  }

  /** Those whose subject begins so, without those that were withdrawn. */
  static List<Prediction> under(Handle rows, String subjects) {
    return rows.createQuery(
            COLUMNS + "where subject like :subjects and w.prediction is null order by made_at, id")
        .bind("subjects", subjects + "%")
        .map(PREDICTION)
        .list();
  }

  /** Those that nobody judged yet or withdrew and that are due by that day, the first due first. */
  static List<Prediction> unjudged(Handle rows, LocalDate until) {
    return rows.createQuery(
            COLUMNS
                + """
                where judged_on <= :until and w.prediction is null
                  and not exists (select 1 from verdict where verdict.prediction = prediction.id)
                order by judged_on, id
                """)
        .bind("until", until.toString())
        .map(PREDICTION)
        .list();
  }

  /** Those that were to be judged from that day on, the last first. */
  static List<Prediction> since(Handle rows, LocalDate day, int most) {
    return rows.createQuery(
            COLUMNS
                + "where judged_on >= :day and w.prediction is null"
                + " order by judged_on desc, id limit :most")
        .bind("day", day.toString())
        .bind("most", most)
        .map(PREDICTION)
        .list();
  }

  /** Those that search finds. */
  static List<Prediction> found(Handle rows) {
    return since(rows, LocalDate.of(1, 1, 1), Written.MOST);
  }

  /** Those whose effect was to begin between two days, both in it. */
  static List<Prediction> taking(Handle rows, LocalDate from, LocalDate to) {
    return rows.createQuery(
            COLUMNS
                + "where effect >= :from and effect <= :to and w.prediction is null"
                + " order by effect, id limit 1000")
        .bind("from", from.toString())
        .bind("to", to.toString())
        .map(PREDICTION)
        .list();
  }

  /** Rises with every change. */
  static long version(Handle rows) {
    return rows.createQuery("select value from prediction_revision").mapTo(Long.class).one();
  }

  static void raise(Handle rows) {
    rows.execute("update prediction_revision set value = value + 1");
  }
}
