package pilothouse.decisions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import pilothouse.decisions.adr.Conflict;
import pilothouse.storage.Instants;
import pilothouse.web.Where;

/** Files of decisions as rows. */
final class FileRows {
  private FileRows() {}

  /** A folder that was read or written. */
  record Folder(String name, Where place, String head, Instant at) {}

  /** A conflict with the file that it is in. */
  record Open(String folder, String path, Conflict conflict) {}

  /** Rises with each change. */
  static long version(Handle rows) {
    return rows.createQuery("select coalesce(sum(revision), 0) from decision_folder")
        .mapTo(Long.class)
        .one();
  }

  static List<Folder> folders(Handle rows) {
    return rows.createQuery("select * from decision_folder order by name")
        .map((row, _) ->
            new Folder(
                row.getString("name"),
                Where.parse(row.getString("place")).orElse(Where.ORGANISATION),
                row.getString("head"),
                Instants.parse(row.getString("at"))))
        .list();
  }

  /** Says that a folder is there and changed. */
  static void touch(Handle rows, Folder folder) {
    rows.execute(
        """
        insert into decision_folder (name, place, head, at, revision) values (?, ?, ?, ?, 1)
        on conflict (name) do update
        set place = excluded.place, head = excluded.head, at = excluded.at,
            revision = decision_folder.revision + 1
        """,
        folder.name(),
        folder.place().text(),
        folder.head(),
        Instants.text(folder.at()));
  }

  /** The files of a folder, by their paths. */
  static Map<String, FileRow> of(Handle rows, String folder) {
    Map<String, FileRow> all = new LinkedHashMap<>();
    rows.createQuery("select * from decision_file where folder = :folder order by path")
        .bind("folder", folder)
        .map((row, _) -> file(row))
        .forEach(file -> all.put(file.path(), file));
    return all;
  }

  /** All files that were read or written. */
  static List<FileRow> all(Handle rows) {
    return rows.createQuery("select * from decision_file order by folder, path")
        .map((row, _) -> file(row))
        .list();
  }

  /** The bytes of one as they were read or written last; none where it is not there. */
  static byte[] bytes(Handle rows, String folder, String path) {
    return rows.createQuery("select theirs from decision_file where folder = ? and path = ?")
        .bind(0, folder)
        .bind(1, path)
        .mapTo(byte[].class)
        .findOne()
        .orElse(new byte[0]);
  }

  private static FileRow file(ResultSet row) throws SQLException {
    return new FileRow(
        row.getString("folder"),
        row.getString("path"),
        row.getString("decision"),
        row.getString("left_out"),
        row.getBytes("theirs"),
        row.getBytes("ours"),
        row.getInt("words"),
        row.getInt("turns"),
        row.getInt("is_there") == 1,
        row.getInt("is_read") == 1,
        row.getString("seen"));
  }

  static void keep(Handle rows, Collection<FileRow> files) {
    PreparedBatch batch =
        rows.prepareBatch(
            """
            insert into decision_file (folder, path, decision, left_out, theirs, ours, words,
              turns, is_there, is_read, seen) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (folder, path) do update
            set decision = excluded.decision, left_out = excluded.left_out,
                theirs = excluded.theirs, ours = excluded.ours, words = excluded.words,
                turns = excluded.turns, is_there = excluded.is_there, is_read = excluded.is_read,
                seen = excluded.seen
            """);
    for (FileRow file : files) {
      batch.add(
          file.folder(),
          file.path(),
          file.decision(),
          file.leftOut(),
          file.theirs(),
          file.ours(),
          file.words(),
          file.turns(),
          file.isThere() ? 1 : 0,
          file.isRead() ? 1 : 0,
          file.seen());
    }
    if (!files.isEmpty()) {
      batch.execute();
    }
  }

  /** A file that has another path now. */
  static void drop(Handle rows, FileRow file) {
    rows.execute(
        "delete from decision_conflict where folder = ? and path = ?", file.folder(), file.path());
    rows.execute(
        "delete from decision_file where folder = ? and path = ?", file.folder(), file.path());
  }

  static List<Open> open(Handle rows) {
    return rows.createQuery("select * from decision_conflict order by folder, path, part")
        .map((row, _) ->
            new Open(
                row.getString("folder"),
                row.getString("path"),
                new Conflict(
                    row.getString("part"),
                    row.getString("heading"),
                    row.getString("base"),
                    row.getString("ours"),
                    row.getString("theirs"))))
        .list();
  }

  static void open(Handle rows, String folder, String path, Conflict one) {
    rows.execute(
        """
        insert into decision_conflict (folder, path, part, heading, base, ours, theirs)
        values (?, ?, ?, ?, ?, ?, ?)
        on conflict (folder, path, part) do update
        set heading = excluded.heading, base = excluded.base, ours = excluded.ours,
            theirs = excluded.theirs
        """,
        folder,
        path,
        one.part(),
        FileText.kept(one.heading()),
        FileText.kept(one.base()),
        FileText.kept(one.ours()),
        FileText.kept(one.theirs()));
  }

  static void close(Handle rows, Open one) {
    rows.execute(
        "delete from decision_conflict where folder = ? and path = ? and part = ?",
        one.folder(),
        one.path(),
        one.conflict().part());
  }
}
