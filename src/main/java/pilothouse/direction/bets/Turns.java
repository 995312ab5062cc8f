package pilothouse.direction.bets;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** What happened to bets and items of roadmaps, as rows that are only added. */
public interface Turns {
  /** All of one subject, the oldest first. */
  static List<Turn> of(Handle rows, String subject) {
    return rows.createQuery("select * from bet_turn where subject = :subject order by seq")
        .bind("subject", subject)
        .map(ConstructorMapper.of(Turn.class))
        .list();
  }

  /** All of one kind of subject, such as {@code item}, the oldest first. */
  static List<Turn> ofAll(Handle rows, String kind) {
    return rows.createQuery("select * from bet_turn where subject like :kind order by seq")
        .bind("kind", kind + ":%")
        .map(ConstructorMapper.of(Turn.class))
        .list();
  }

  /** Adds one. */
  static void add(
      Handle rows, String subject, String kind, String about, String words, Instant at, Who who) {
    rows.execute(
        """
        insert into bet_turn (subject, kind, about, words, at, by_id, by_name)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        subject,
        kind,
        about,
        words,
        Instants.text(at),
        who.id(),
        who.name());
  }
}
