package pilothouse.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import pilothouse.storage.FullText;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** The documents of the search, as rows. */
final class DocumentRows {
  private static final String COLUMNS =
      "kind, key, title, says, address, permission, place_kind, place";

  /** Rises when words are cut otherwise, so that all of them are kept anew. */
  private static final String CUT = "1";

  private static final int BATCH = 2_000;

  private DocumentRows() {}

  /** The documents whose ids a query for a text gives, in no order. */
  static List<Document> found(Handle rows, String ids, String text) {
    return rows.createQuery(
            """
            select %s from search_document
            where id in (%s)
            """
                .formatted(COLUMNS, ids))
        .bind(0, text)
        .map((row, _) -> document(row))
        .list();
  }

  static void remove(Handle rows, List<Long> ids) {
    for (int from = 0; from < ids.size(); from += BATCH) {
      var words = rows.prepareBatch("delete from search_word where rowid = ?");
      var documents = rows.prepareBatch("delete from search_document where id = ?");
      for (Long id : ids.subList(from, Math.min(ids.size(), from + BATCH))) {
        words.add(id);
        documents.add(id);
      }
      words.execute();
      documents.execute();
    }
  }

  static void add(Handle rows, FullText text, String feed, List<Document> all) {
    String value = text.value();
    long id =
        rows.createQuery("select coalesce(max(id), 0) from search_document")
            .mapTo(Long.class)
            .one();
    for (int from = 0; from < all.size(); from += BATCH) {
      var documents =
          rows.prepareBatch(
              "insert into search_document (id, feed, %s, digest) values (%s)"
                  .formatted(COLUMNS, "?, ".repeat(10) + "?"));
      var words =
          rows.prepareBatch("insert into search_word (rowid, words) values (?, " + value + ")");
      for (Document one : all.subList(from, Math.min(all.size(), from + BATCH))) {
        id++;
        documents.add(
            id,
            feed,
            one.kind().name(),
            one.key(),
            one.title(),
            one.says(),
            one.address(),
            one.permission().name(),
            one.where().kind().name(),
            one.where().name(),
            digest(one));
        words.add(id, String.join(" ", Shelves.words(one)));
      }
      documents.execute();
      words.execute();
    }
  }

  /** Tells whether a document is as it was kept. */
  static long digest(Document one) {
    String all =
        String.join(
            "\n",
            CUT,
            one.title(),
            one.says(),
            one.address(),
            one.kind().name(),
            one.permission().name(),
            one.where().kind().name(),
            one.where().name());
    return ByteBuffer.wrap(sha(all)).getLong();
  }

  /** What is the same for the same text only. */
  static byte[] sha(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Document document(ResultSet row) throws SQLException {
    return new Document(
        Kind.valueOf(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        Permission.valueOf(row.getString(6)),
        where(row, 7));
  }

  /** The place in a column and the one behind it. */
  static Where where(ResultSet row, int column) throws SQLException {
    return new Where(Where.Kind.valueOf(row.getString(column)), row.getString(column + 1));
  }
}
