package pilothouse.rhythm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;

/** Briefs, and what was published of each. */
record Briefs(Deck deck) {
  private static final String ALL = "select id, place, title, body, changed_at from brief ";
  private static final RowMapper<Brief> ROW =
      (row, context) ->
          new Brief(
              row.getString("id"),
              row.getString("place"),
              row.getString("title"),
              Brief.Body.read(row.getString("body")),
              Instants.parse(row.getString("changed_at")));

  List<Brief> all(Caller caller) {
    return all().stream().filter(brief -> caller.sees(brief.where())).toList();
  }

  /** All of them, whoever may see them. */
  List<Brief> all() {
    return deck.storage()
        .read(rows -> rows.createQuery(ALL + "order by changed_at desc, id").map(ROW).list());
  }

  Optional<Brief> find(String id) {
    return deck.storage()
        .read(rows -> rows.createQuery(ALL + "where id = :id").bind("id", id).map(ROW).findOne());
  }

  /** What was published of one, the newest first. */
  List<Story> issues(String brief) {
    return deck.storage()
        .read(rows ->
            rows.createQuery(
                    "select story from brief_issue where brief = :brief order by number desc")
                .bind("brief", brief)
                .map((row, context) -> Story.read(row.getString("story")))
                .list());
  }

  void add(Brief made, Who who) {
    deck.storage()
        .write(rows -> {
          rows.execute(
              """
              insert into brief (id, place, title, body, at, who, who_name, changed_at)
              values (?, ?, ?, ?, ?, ?, ?, ?)
              """,
              made.id(),
              made.place(),
              made.title(),
              made.body().text(),
              Instants.text(made.changedAt()),
              who.id(),
              who.name(),
              Instants.text(made.changedAt()));
          Journal.write(rows, noted(made).entry(deck.now(), who, "brief written", ""));
          return true;
        });
  }

  /** Changes the words; what was published stays as it was. */
  void change(Brief now, Who who) {
    deck.storage()
        .write(rows -> {
          rows.execute(
              "update brief set title = ?, body = ?, changed_at = ? where id = ?",
              now.title(),
              now.body().text(),
              Instants.text(now.changedAt()),
              now.id());
          Journal.write(rows, noted(now).entry(deck.now(), who, "brief changed", ""));
          return true;
        });
  }

  /** Freezes the words and their numbers; refused where nothing differs from the last time. */
  Story publish(Brief brief, Words words, Who who) {
    Instant now = deck.now();
    Story story = brief.story(words, now);
    if (issues(brief.id()).stream()
        .limit(1)
        .anyMatch(one -> one.version().equals(story.version()))) {
      throw Refused.conflict(
          Texts.say("rhythm.brief.same-version", story.version()),
          Texts.say("rhythm.brief.change-it-first"));
    }
    return deck.storage()
        .write(rows -> {
          int last =
              rows.createQuery(
                      "select coalesce(max(number), 0) from brief_issue where brief = :brief")
                  .bind("brief", brief.id())
                  .mapTo(Integer.class)
                  .one();
          rows.execute(
              """
              insert into brief_issue (brief, number, version, story, at, who, who_name)
              values (?, ?, ?, ?, ?, ?, ?)
              """,
              brief.id(),
              last + 1,
              story.version(),
              story.text(),
              Instants.text(now),
              who.id(),
              who.name());
          Journal.write(rows, noted(brief).entry(now, who, "brief published", story.version()));
          return story;
        });
  }

  private static Noted noted(Brief brief) {
    return new Noted("brief", brief.title(), brief.page(), brief.where());
  }
}
