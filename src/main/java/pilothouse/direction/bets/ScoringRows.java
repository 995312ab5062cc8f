package pilothouse.direction.bets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Scorings as rows. */
final class ScoringRows {
  private static final JsonMapper JSON = new JsonMapper();
  private static final RowMapper<Scoring> ROW =
      (row, _) ->
          new Scoring(
              row.getLong("seq"),
              row.getString("bet"),
              row.getString("rubric"),
              row.getInt("version"),
              JSON.readValue(row.getString("answers"), new TypeReference<Map<String, String>>() {}),
              row.getString("why"),
              row.getString("at"),
              row.getString("by_name"));

  private ScoringRows() {}

  /** All of one bet, the newest first. */
  static List<Scoring> of(Handle rows, String bet) {
    return rows.createQuery("select * from scoring where bet = :bet order by seq desc limit 500")
        .bind("bet", bet)
        .map(ROW)
        .list();
  }

  /** The newest of each bet that is not over, by one rubric. */
  static List<Scoring> newest(Handle rows, String rubric) {
    return rows.createQuery(
            """
            select s.* from scoring s join bet b on b.id = s.bet
            where s.rubric = :rubric and b.stage in ('proposed', 'committed', 'running')
              and s.seq = (select max(n.seq) from scoring n
                where n.rubric = s.rubric and n.bet = s.bet)
            order by s.bet limit 2000
            """)
        .bind("rubric", rubric)
        .map(ROW)
        .list();
  }

  /** The scores of all bets that are not over, by a rubric as it is. */
  static Map<String, Score> scores(Handle rows, Rubric rubric) {
    Map<String, Score> scores = new TreeMap<>();
    newest(rows, rubric.id())
        .forEach(one -> scores.put(one.bet(), Score.of(rubric, new Answers(one.answers()))));
    return scores;
  }

  static void add(
      Handle rows, Bet bet, Rubric rubric, Answers answers, String why, Instant at, Who who) {
    rows.execute(
        """
        insert into scoring (bet, rubric, version, answers, why, at, by_id, by_name)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        bet.id(),
        rubric.id(),
        rubric.version(),
        JSON.writeValueAsString(new TreeMap<>(answers.said())),
        why,
        Instants.text(at),
        who.id(),
        who.name());
  }
}
