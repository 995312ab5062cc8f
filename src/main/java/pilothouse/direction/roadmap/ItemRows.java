package pilothouse.direction.roadmap;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import pilothouse.journal.Who;

/** Items of roadmaps as rows. */
final class ItemRows {
  private static final RowMapper<Item> ROW = ConstructorMapper.of(Item.class);

  private ItemRows() {}

  static List<Item> all(Handle rows) {
    return rows.createQuery(
            """
            select * from roadmap_item
            order by case state when 'open' then 0 else 1 end, due, id limit 1000
            """)
        .map(ROW)
        .list();
  }

  static Optional<Item> find(Handle rows, String id) {
    return rows.createQuery("select * from roadmap_item where id = :id")
        .bind("id", id)
        .map(ROW)
        .findOne();
  }

  static void add(Handle rows, Item item, Who who) {
    rows.createUpdate(
            """
            insert into roadmap_item (id, kind, place, title, words, measure, gauge, expect, target,
              due, outcome, owner, promise, functions, repositories, items, state, made_at, by_id,
              by_name)
            values (:id, :kind, :place, :title, :words, :measure, :gauge, :expect, :target, :due,
              :outcome, :owner, :promise, :functions, :repositories, :items, :state, :madeAt,
              :byId, :byName)
            """)
        .bindMethods(item)
        .bind("byId", who.id())
        .bind("byName", who.name())
        .execute();
  }

  /** Ends it; false where that was done before. */
  static boolean end(Handle rows, String id, String state) {
    return rows.execute(
            "update roadmap_item set state = ? where id = ? and state = 'open'", state, id)
        == 1;
  }
}
