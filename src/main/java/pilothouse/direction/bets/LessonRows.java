package pilothouse.direction.bets;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import pilothouse.journal.Who;

/** Lessons as rows. */
final class LessonRows {
  private static final RowMapper<Lesson> ROW = ConstructorMapper.of(Lesson.class);

  private LessonRows() {}

  static List<Lesson> newest(Handle rows) {
    return rows.createQuery("select * from lesson order by made_at desc, id limit 2000")
        .map(ROW)
        .list();
  }

  static void add(Handle rows, Lesson lesson, Who who) {
    rows.createUpdate(
            """
            insert into lesson
              (id, place, title, words, subject, page, made_at, by_id, by_name)
            values (:id, :place, :title, :words, :subject, :page, :madeAt, :byId, :byName)
            """)
        .bindMethods(lesson)
        .bind("byId", who.id())
        .execute();
  }
}
