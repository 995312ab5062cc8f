package pilothouse.findings;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;
import pilothouse.web.Where;

/** What was put off, as rows. */
final class Snoozes {
  private static final RowMapper<Snooze> SNOOZE =
      (row, _) ->
          new Snooze(
              row.getString("id"),
              row.getString("finding"),
              row.getString("kind"),
              row.getString("says"),
              Where.parse(row.getString("place")).orElse(Where.ORGANISATION),
              row.getString("page"),
              row.getString("whom"),
              Instants.parse(row.getString("until")),
              row.getString("why"),
              Instants.parse(row.getString("said_at")),
              row.getString("said_by"),
              row.getString("said_name"));

  private final Storage storage;
  private final InstantSource clock;

  Snoozes(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /** Those that hold now. */
  Snoozed now() {
    Map<String, Snooze> now = new HashMap<>();
    storage
        .read(rows ->
            rows.createQuery("select * from finding_snooze where ended_at is null and until > :now")
                .bind("now", Instants.text(clock.instant()))
                .map(SNOOZE)
                .list())
        .forEach(one -> now.merge(one.finding(), one, Snoozes::longer));
    return Snoozed.of(now);
  }

  private static Snooze longer(Snooze one, Snooze other) {
    return one.until().isBefore(other.until()) ? other : one;
  }

  Optional<Snooze> find(String id) {
    return storage.read(rows ->
        rows.createQuery("select * from finding_snooze where id = :id and ended_at is null")
            .bind("id", id)
            .map(SNOOZE)
            .findOne());
  }

  Snooze add(Finding finding, Instant until, String why, Who who) {
    Snooze one =
        new Snooze(
            UUID.randomUUID().toString(),
            Snooze.hash(finding),
            finding.kind(),
            finding.says(),
            finding.place(),
            finding.page(),
            finding.whom(),
            until,
            why,
            clock.instant(),
            who.id(),
            who.name());
    return storage.write(rows -> {
      rows.execute(
          """
          insert into finding_snooze (id, finding, kind, says, place, page, whom, until, why,
            said_at, said_by, said_name)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          one.id(),
          one.finding(),
          one.kind(),
          one.says(),
          one.place().text(),
          one.page(),
          one.whom(),
          Instants.text(until),
          why,
          Instants.text(one.at()),
          one.by(),
          one.name());
      write(rows, one, "finding put off", who, why, Map.of("until", until.toString()));
      return one;
    });
  }

  boolean end(Snooze one, Who who) {
    return storage.write(rows -> {
      int ended =
          rows.execute(
              """
              update finding_snooze set ended_at = ?, ended_by = ?
              where finding = ? and ended_at is null
              """,
              Instants.text(clock.instant()),
              who.name(),
              one.finding());
      if (ended > 0) {
        write(rows, one, "finding called back", who, "", Map.of());
      }
      return ended > 0;
    });
  }

  private void write(
      Handle rows, Snooze one, String what, Who who, String why, Map<String, String> told) {
    Subject subject = Subject.of("finding", one.says(), one.page()).in(one.place());
    Journal.write(rows, Entry.of(clock.instant(), who, what, subject, why).with(told));
  }
}
