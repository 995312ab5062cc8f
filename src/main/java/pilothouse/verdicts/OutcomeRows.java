package pilothouse.verdicts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.judging.Verdict;
import pilothouse.storage.Instants;
import pilothouse.web.Json;
import pilothouse.web.Part;

/** Predictions with what came of them, out of columns: what was kept as JSON is not read. */
final class OutcomeRows {
  private static final String COLUMNS =
      """
      select p.id as id, p.subject as subject, p.says as says, p.page as page, p.place as place,
        p.gauge as gauge, p.expect as expect, p.size as size, p.effect as effect,
        p.judged_on as judged_on, p.probability as probability, p.forum as forum,
        p.rubric as rubric, p.made_at as made_at, w.at as withdrawn_at, w.why as withdrawn_why,
      """;

  /** After all that came in. */
  private static final String LAST = "9999";

  private OutcomeRows() {}

  /** Those that nobody judged yet, the first due first, behind a key of {@link #key}. */
  static Part<Prediction> open(Handle rows, Predicate<Prediction> seen, String after, int most) {
    String sql =
        COLUMNS
            + """
              '' as verdict from prediction p
              left join prediction_withdrawal w on w.prediction = p.id
            where w.prediction is null and not exists (select 1 from verdict v where v.prediction = p.id)
              and (p.judged_on > :day or (p.judged_on = :day and p.id > :id))
            order by p.judged_on, p.id
            """;
    try (Stream<Prediction> all =
        rows.createQuery(sql).bindMap(bound(after, "")).map(PredictionRows.PREDICTION).stream()) {
      return Part.of(all, seen, most, OutcomeRows::key);
    }
  }

  static String key(Prediction one) {
    return one.judgedOn() + " " + one.id();
  }

  static String key(Outcome one) {
    return Instants.text(one.at()) + " " + one.of().id();
  }

  private static Map<String, String> bound(String after, String first) {
    int space = after.indexOf(' ');
    return Map.of(
        "day",
        space < 0 ? first : after.substring(0, space),
        "id",
        space < 0 ? "" : after.substring(space + 1));
  }

  /** Those that were judged, the last that came in first, behind a key of {@link #key}. */
  static Part<Outcome> judged(Handle rows, Predicate<Prediction> seen, String after, int most) {
    String sql =
        COLUMNS
            + """
              v.verdict as verdict, v.at as at,
              (select max(x.number) from verdict x where x.prediction = p.id) as verdicts
            from prediction p join verdict v on v.prediction = p.id and v.number = 1
              left join prediction_withdrawal w on w.prediction = p.id
            where v.at < :day or (v.at = :day and p.id > :id)
            order by v.at desc, p.id
            """;
    try (Stream<Outcome> all =
        rows
            .createQuery(sql)
            .bindMap(bound(after, LAST))
            .map((row, context) ->
                new Outcome(
                    PredictionRows.PREDICTION.map(row, context),
                    Verdict.valueOf(row.getString("verdict")),
                    Instants.parse(row.getString("at")),
                    row.getInt("verdicts") > 1))
            .stream()) {
      return Part.of(all, one -> seen.test(one.of()), most, OutcomeRows::key);
    }
  }

  /**
   * All chances that were named, each with what came of it: by the first verdict that said
   * something, for what came later does not rewrite a record. How far the number went is read only
   * where it was to go so far.
   */
  static List<TrackRecord.Called> called(Handle rows, Predicate<Prediction> seen) {
    List<TrackRecord.Called> called = new ArrayList<>();
    for (Resolved row : resolved(rows, seen)) {
      Prediction of = row.of();
      Double chance = of.probability();
      if (chance != null && !(of.forum() + of.rubric()).isEmpty()) {
        boolean isWithdrawn = of.withdrawn() != null;
        called.add(
            new TrackRecord.Called(of.forum(), of.rubric(), chance, row.cameTrue(), isWithdrawn));
      }
    }
    return called;
  }

  /** What came of those whose subjects begin so. */
  static List<Came> came(Handle rows, String subjects, Predicate<Prediction> seen) {
    return resolved(rows, seen).stream()
        .filter(row -> row.of().subject().startsWith(subjects) && row.of().withdrawn() == null)
        .map(row -> new Came(row.of().subject(), row.cameTrue()))
        .toList();
  }

  /** Those that were foreseen, the first made first. */
  private static List<Resolved> resolved(Handle rows, Predicate<Prediction> seen) {
    String sql =
        COLUMNS
            + """
              v.verdict as verdict,
              case when p.size is not null and v.verdict = 'MOVED_BETTER' then v.found else '' end
                as found
            from prediction p left join prediction_withdrawal w on w.prediction = p.id
              left join verdict v on v.prediction = p.id and v.number =
              (select min(x.number) from verdict x where x.prediction = p.id
                and x.verdict in ('MOVED_BETTER', 'MOVED_WORSE', 'NO_DETECTABLE_CHANGE'))
            order by p.made_at, p.id
            """;
    return rows.createQuery(sql)
        .map((row, context) ->
            new Resolved(
                PredictionRows.PREDICTION.map(row, context),
                row.getString("verdict"),
                row.getString("found")))
        .filter(row -> row.of().isForeseen() && seen.test(row.of()))
        .list();
  }

  private record Resolved(Prediction of, @Nullable String verdict, @Nullable String found) {
    @Nullable Boolean cameTrue() {
      if (verdict == null) {
        return null;
      }
      Double size = of.size();
      if (size == null || found == null || found.isEmpty()) {
        return verdict.equals(Verdict.MOVED_BETTER.name());
      }
      VerdictRows.Found read =
          Json.read(
              found.getBytes(StandardCharsets.UTF_8),
              VerdictRows.Found.class,
              "a kept verdict",
              "");
      return Judged.isSoFar(read.judgement().level(), size);
    }
  }
}
