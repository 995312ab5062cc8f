package pilothouse.promises;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Links with issues, and what is to be said there, as rows. */
final class IssueRows {
  private static final String LINKS =
      """
      select id, promise, url, issue, comments, closes, made_at, who_name from issue_link
      where ended_at is null
      """;
  private static final RowMapper<IssueLink> LINK =
      (row, _) ->
          new IssueLink(
              row.getString("id"),
              row.getString("promise"),
              row.getString("url"),
              row.getString("issue"),
              row.getInt("comments") == 1,
              row.getInt("closes") == 1,
              Instants.parse(row.getString("made_at")),
              row.getString("who_name"));
  private static final RowMapper<IssuePost> POST =
      (row, _) -> {
        String commented = row.getString("commented_at");
        return new IssuePost(
            row.getString("id"),
            row.getString("link"),
            row.getString("state"),
            row.getInt("tries"),
            Instants.parse(row.getString("next_at")),
            commented == null ? null : Instants.parse(commented),
            row.getString("trouble"));
      };

  private IssueRows() {}

  static void add(Handle rows, IssueLink link, Who who) {
    rows.execute(
        """
        insert into issue_link (id, promise, url, issue, comments, closes, made_at, who, who_name)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        link.id(),
        link.promise(),
        link.url(),
        link.issue(),
        link.comments() ? 1 : 0,
        link.closes() ? 1 : 0,
        Instants.text(link.madeAt()),
        who.id(),
        who.name());
  }

  static void end(Handle rows, String id, Instant at, Who who) {
    rows.execute(
        "update issue_link set ended_at = ?, ended_by = ? where id = ?",
        Instants.text(at),
        who.name(),
        id);
  }

  static List<IssueLink> all(Handle rows, int most) {
    return rows.createQuery(LINKS + "order by made_at desc, id limit :most")
        .bind("most", most)
        .map(LINK)
        .list();
  }

  static List<IssueLink> of(Handle rows, String promise) {
    return rows.createQuery(LINKS + "and promise = :promise order by made_at, id")
        .bind("promise", promise)
        .map(LINK)
        .list();
  }

  static Optional<IssueLink> find(Handle rows, String id) {
    return rows.createQuery(LINKS + "and id = :id").bind("id", id).map(LINK).findOne();
  }

  /** Makes a row for each ending of a promise that is to be told of elsewhere. */
  static void queue(Handle rows, Instant now) {
    List<String[]> due =
        rows.createQuery(
                """
                select l.id, p.ended_at from issue_link l join promise p on p.id = l.promise
                where l.ended_at is null and l.comments + l.closes > 0 and p.ended is not null
                  and not exists (
                    select 1 from issue_post o
                    where o.link = l.id and o.promise_ended_at = p.ended_at)
                order by p.ended_at, l.id limit 100
                """)
            .map((row, _) -> new String[] {row.getString(1), row.getString(2)})
            .list();
    for (String[] one : due) {
      rows.execute(
          """
          insert into issue_post (id, link, promise_ended_at, state, tries, next_at, trouble, made_at)
          values (?, ?, ?, 'waiting', 0, ?, '', ?) on conflict (link, promise_ended_at) do nothing
          """,
          UUID.randomUUID().toString(),
          one[0],
          one[1],
          Instants.text(now),
          Instants.text(now));
    }
  }

  static List<IssuePost> due(Handle rows, Instant now) {
    return rows.createQuery(
            """
            select id, link, state, tries, next_at, commented_at, trouble from issue_post
            where state = 'waiting' and next_at <= :now order by next_at, id limit 20
            """)
        .bind("now", Instants.text(now))
        .map(POST)
        .list();
  }

  static List<IssuePost> posts(Handle rows, String link) {
    return rows.createQuery(
            """
            select id, link, state, tries, next_at, commented_at, trouble from issue_post
            where link = :link order by made_at desc, id limit 5
            """)
        .bind("link", link)
        .map(POST)
        .list();
  }

  static void commented(Handle rows, String id, Instant at) {
    rows.execute("update issue_post set commented_at = ? where id = ?", Instants.text(at), id);
  }

  /** What became of one: tried again where {@code next} is a time. */
  static void turn(
      Handle rows, IssuePost post, String state, @Nullable Instant next, String why, Instant now) {
    rows.execute(
        """
        update issue_post set state = ?, tries = ?, next_at = ?, trouble = ?, ended_at = ?
        where id = ?
        """,
        state,
        post.tries() + 1,
        Instants.text(next == null ? now : next),
        why,
        next == null ? Instants.text(now) : null,
        post.id());
  }

  /** Lets one that was given up be tried again. */
  static boolean again(Handle rows, String link, Instant now) {
    return rows.execute(
            """
            update issue_post set state = 'waiting', tries = 0, next_at = ?, ended_at = null
            where link = ? and state = 'dead'
            """,
            Instants.text(now),
            link)
        > 0;
  }
}
