package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;
import pilothouse.web.Where;

/** Delegations as rows. */
final class DelegationRows {
  private DelegationRows() {}

  /** All of them, the newest first. */
  static List<Delegation> all(Handle rows) {
    return rows.createQuery("select * from delegation order by at desc, id")
        .map((row, _) ->
            new Delegation(
                row.getString("id"),
                Where.parse(row.getString("place")).orElse(Where.ORGANISATION),
                row.getString("owner"),
                row.getString("way_back"),
                LocalDate.parse(row.getString("until_day")),
                row.getString("limits"),
                row.getString("who_name"),
                row.getString("ended_at") != null))
        .list();
  }

  static void add(Handle rows, Delegation one, String at, Who who) {
    rows.execute(
        """
        insert into delegation (id, place, owner, way_back, until_day, limits, at, who, who_name,
          ended_at, ended_by, ended_why)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, null, '', '')
        """,
        one.id(),
        one.place().text(),
        one.owner(),
        one.wayBack(),
        one.until().toString(),
        one.limits(),
        at,
        who.id(),
        who.name());
  }

  static void end(Handle rows, String id, String at, Who who, String why) {
    rows.execute(
        """
        update delegation set ended_at = ?, ended_by = ?, ended_why = ?
        where id = ? and ended_at is null
        """,
        at,
        who.name(),
        why,
        id);
  }
}
