package pilothouse.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Audiences, what each is to hear how often, and what each was told when. */
record Audiences(Deck deck) {

  List<Audience> all() {
    return deck.storage()
        .read(rows ->
            rows.createQuery(
                    "select id, title, place from audience where ended_at is null order by title, id")
                .map((row, context) ->
                    audience(rows, row.getString(1), row.getString(2), row.getString(3)))
                .list());
  }

  List<Audience> seen(Caller caller) {
    return all().stream().filter(one -> caller.sees(one.where())).toList();
  }

  Optional<Audience> find(String id) {
    return all().stream().filter(one -> one.id().equals(id)).findFirst();
  }

  private Audience audience(Handle rows, String id, String title, String place) {
    List<Audience.Need> needs =
        rows.createQuery(
                """
                select n.topic, n.days, n.at,
                  (select t.told_on from audience_told t
                   where t.audience = n.audience and t.topic = n.topic
                   order by t.told_on desc, t.at desc limit 1) as told_on,
                  (select t.version from audience_told t
                   where t.audience = n.audience and t.topic = n.topic
                   order by t.told_on desc, t.at desc limit 1) as version
                from audience_need n where n.audience = :audience order by n.topic
                """)
            .bind("audience", id)
            .map((row, context) ->
                new Audience.Need(
                    row.getString("topic"),
                    row.getInt("days"),
                    LocalDate.ofInstant(Instants.parse(row.getString("at")), deck.zone()),
                    day(row.getString("told_on")),
                    row.getString("version") == null ? "" : row.getString("version")))
            .list();
    return new Audience(id, title, place, needs);
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  Audience add(String title, Where place, Who who) {
    Words.single(title, place, all().stream().map(one -> Map.entry(one.where(), one.title())));
    String id = UUID.randomUUID().toString();
    Instant now = deck.now();
    return deck.storage()
        .write(rows -> {
          rows.execute(
              "insert into audience (id, title, place, at, who, who_name, ended_at)"
                  + " values (?, ?, ?, ?, ?, ?, null)",
              id,
              title,
              place.text(),
              Instants.text(now),
              who.id(),
              who.name());
          Audience made = new Audience(id, title, place.text(), List.of());
          Journal.write(rows, noted(made).entry(now, who, "audience added", ""));
          return made;
        });
  }

  void end(Audience one, Who who) {
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          rows.execute(
              "update audience set ended_at = ? where id = ?", Instants.text(now), one.id());
          Journal.write(rows, noted(one).entry(now, who, "audience ended", ""));
          return true;
        });
  }

  /** What it is to hear, and how often; another number of days replaces the one before. */
  void need(Audience one, String topic, int days, Who who) {
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          rows.execute(
              """
              insert into audience_need (audience, topic, days, at) values (?, ?, ?, ?)
              on conflict (audience, topic) do update set days = excluded.days
              """,
              one.id(),
              topic,
              days,
              Instants.text(now));
          Journal.write(
              rows,
              noted(one)
                  .entry(now, who, "audience need set", "")
                  .with(java.util.Map.of("topic", topic, "days", String.valueOf(days))));
          return true;
        });
  }

  /** Writes down that it was told. */
  void tell(Audience one, Story story, String way, LocalDate day, Who who) {
    Instant now = deck.now();
    deck.storage()
        .write(rows -> {
          rows.execute(
              """
              insert into audience_told (id, audience, topic, story, version, title, way, told_on, at,
                who, who_name)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """,
              UUID.randomUUID().toString(),
              one.id(),
              story.topic(),
              story.id(),
              story.version(),
              story.title(),
              way,
              day.toString(),
              Instants.text(now),
              who.id(),
              who.name());
          Journal.write(
              rows,
              noted(one)
                  .entry(now, who, "audience told", "")
                  .with(java.util.Map.of("title", story.title(), "version", story.version())));
          return true;
        });
  }

  /** Who was told of one story, the last first. */
  List<ToldOnce> told(String story) {
    return deck.storage()
        .read(rows ->
            rows.createQuery(
                    """
                    select a.title as audience, a.id, t.topic, t.title, t.version, t.way, t.told_on
                    from audience_told t join audience a on a.id = t.audience
                    where t.story = :story order by t.told_on desc, t.at desc, t.id limit 200
                    """)
                .bind("story", story)
                .map((row, context) ->
                    new ToldOnce(
                        row.getString("audience"),
                        row.getString("topic"),
                        row.getString("title"),
                        row.getString("version"),
                        row.getString("way"),
                        row.getString("told_on")))
                .list());
  }

  private static Noted noted(Audience one) {
    return new Noted("audience", one.title(), "/audiences", one.where());
  }
}
