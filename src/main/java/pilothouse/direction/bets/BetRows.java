package pilothouse.direction.bets;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import pilothouse.journal.Who;

/** Bets as rows. */
final class BetRows {
  /** So many are looked at for one page; older ones are found by their addresses. */
  static final int MOST = 2_000;

  private static final RowMapper<Bet> ROW = ConstructorMapper.of(Bet.class);

  private BetRows() {}

  static List<Bet> newest(Handle rows) {
    return rows.createQuery("select * from bet order by made_at desc, id limit :most")
        .bind("most", MOST)
        .map(ROW)
        .list();
  }

  static Optional<Bet> find(Handle rows, String id) {
    return rows.createQuery("select * from bet where id = :id").bind("id", id).map(ROW).findOne();
  }

  /** Those that are large rewrites and not over, without a spike that was answered. */
  static List<Bet> unprobed(Handle rows) {
    return rows.createQuery(
            """
            select * from bet where rewrite = 'yes' and stage in ('proposed', 'committed', 'running')
              and not exists (select 1 from probe where probe.bet = bet.id and probe.kind = 'spike'
                and probe.verdict <> '')
            order by made_at, id limit 1000
            """)
        .map(ROW)
        .list();
  }

  /** Those that somebody committed to. */
  static List<Bet> committed(Handle rows) {
    return rows.createQuery(
            """
            select * from bet where stage in ('committed', 'running')
            order by made_at, id limit 1000
            """)
        .map(ROW)
        .list();
  }

  /** Those that somebody committed to without a word of those who know how it is built. */
  static List<Bet> unnoted(Handle rows) {
    return rows.createQuery(
            """
            select * from bet where stage in ('committed', 'running')
              and not exists (select 1 from bet_turn where bet_turn.subject = 'bet:' || bet.id
                and bet_turn.kind = 'technical note')
            order by made_at, id limit 1000
            """)
        .map(ROW)
        .list();
  }

  static void add(Handle rows, Bet bet, Who who) {
    rows.createUpdate(
            """
            insert into bet (id, place, title, problem, success, tradeoff, smallest, cut, cost,
              opportunity, impact, rewrite, outcome, owner, stage, made_at, by_id, by_name)
            values (:id, :place, :title, :problem, :success, :tradeoff, :smallest, :cut, :cost,
              :opportunity, :impact, :rewrite, :outcome, :owner, :stage, :madeAt, :byId, :byName)
            """)
        .bindMethods(bet)
        .bind("byId", who.id())
        .bind("byName", who.name())
        .execute();
  }

  static void change(Handle rows, Bet bet) {
    rows.createUpdate(
            """
            update bet set place = :place, title = :title, problem = :problem, success = :success,
              tradeoff = :tradeoff, smallest = :smallest, cut = :cut, cost = :cost,
              opportunity = :opportunity, impact = :impact, rewrite = :rewrite,
              outcome = :outcome, owner = :owner
            where id = :id
            """)
        .bindMethods(bet)
        .execute();
  }

  /** Moves it from a stage; false where it stands in another one by now. */
  static boolean move(Handle rows, String id, String from, String to) {
    return rows.execute("update bet set stage = ? where id = ? and stage = ?", to, id, from) == 1;
  }
}
