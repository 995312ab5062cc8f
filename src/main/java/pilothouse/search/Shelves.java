package pilothouse.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import pilothouse.storage.FullText;
import pilothouse.storage.FullText.Term;
import pilothouse.storage.Storage;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/**
 * The documents as they are kept. Every kept word begins with its kind's letter and a digit: 0 for
 * the whole title as one, 1 for a word of the title, 2 for one of the rest; so a search for teams
 * touches no word of a file. What begins with 9 stands for the place that one must see.
 */
final class Shelves {
  private static final String COLUMNS =
      "kind, key, title, says, address, permission, place_kind, place";

  /** Rises when words are cut otherwise, so that all of them are kept anew. */
  private static final String CUT = "1";

  private static final int BATCH = 2_000;
  private final Storage storage;
  private volatile Places known = new Places(Map.of(), List.of());

  private record Places(Map<String, String> versions, List<Where> all) {}

  Shelves(Storage storage) {
    this.storage = storage;
  }

  /** Up to which version a feed is caught up with; empty for not at all. */
  Map<String, String> versions() {
    return storage.read(rows ->
        rows.createQuery("select name, version from search_feed where name <> ''")
            .reduceRows(
                new HashMap<>(),
                (all, row) -> {
                  all.put(row.getColumn(1, String.class), row.getColumn(2, String.class));
                  return all;
                }));
  }

  /** The places that documents are about; asked for anew when any feed has another version. */
  List<Where> places() {
    Map<String, String> versions = versions();
    Places here = known;
    if (!here.versions().equals(versions)) {
      here =
          new Places(
              versions,
              storage.read(rows ->
                  rows.createQuery("select distinct place_kind, place from search_document")
                      .map((row, _) -> where(row, 1))
                      .list()));
      known = here;
    }
    return here.all();
  }

  /**
   * Keeps a feed's documents: what is new or different is written.
   *
   * @param whole whether what is not among them is gone
   */
  void keep(String feed, String version, Collection<Document> documents, boolean whole) {
    storage.write(rows -> {
      rows.execute("update search_feed set version = '' where name = ''");
      Map<String, Long> before = new HashMap<>();
      Map<String, Long> ids = new HashMap<>();
      rows.createQuery("select key, digest, id from search_document where feed = ?")
          .bind(0, feed)
          .map((row, _) -> {
            before.put(row.getString(1), row.getLong(2));
            ids.put(row.getString(1), row.getLong(3));
            return true;
          })
          .list();
      Map<String, Document> wanted = new HashMap<>();
      documents.forEach(document -> wanted.put(document.key(), document));
      List<Long> gone = new ArrayList<>();
      ids.forEach((key, id) -> {
        Document now = wanted.get(key);
        if (now == null ? whole : !Objects.equals(before.get(key), digest(now))) {
          gone.add(id);
        }
      });
      remove(rows, gone);
      add(
          rows,
          feed,
          wanted.values().stream()
              .filter(one -> !Long.valueOf(digest(one)).equals(before.get(one.key())))
              .toList());
      rows.execute("delete from search_feed where name = ?", feed);
      rows.execute("insert into search_feed (name, version) values (?, ?)", feed, version);
      return true;
    });
  }

  /** Forgets the feeds of these names. */
  void forget(Collection<String> feeds) {
    for (String feed : feeds) {
      keep(feed, "", List.of(), true);
      storage.write(rows -> rows.execute("delete from search_feed where name = ?", feed));
    }
  }

  /** At most so many documents that a query finds, in no order. */
  List<Document> find(List<List<Term>> all, int most) {
    FullText text = storage.fullText();
    String found =
        """
        select %s from search_document
        where id in (%s)
        """
            .formatted(COLUMNS, text.found(most));
    return storage.read(rows ->
        rows.createQuery(found).bind(0, text.query(all)).map((row, _) -> document(row)).list());
  }

  private static void remove(Handle rows, List<Long> ids) {
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

  private void add(Handle rows, String feed, List<Document> all) {
    String value = storage.fullText().value();
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
        words.add(id, String.join(" ", words(one)));
      }
      documents.execute();
      words.execute();
    }
  }

  /** The words that a document is kept by. */
  static Set<String> words(Document document) {
    char kind = document.kind().letter();
    Set<String> words = new LinkedHashSet<>();
    words.add(place(kind, document.where()));
    Stream.of(document.title(), document.key())
        .map(Words::whole)
        .filter(whole -> !whole.isEmpty())
        .forEach(whole -> words.add(kind + "0" + whole));
    Words.all(document.title()).forEach(word -> words.add(kind + "1" + word));
    Words.all(document.says()).forEach(word -> words.add(kind + "2" + word));
    return words;
  }

  /** The word for a place that one must see to find a document of a kind. */
  static String place(char kind, Where where) {
    return kind + "9" + hash(where.kind().name() + "\n" + where.name());
  }

  private static long digest(Document one) {
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

  private static String hash(String text) {
    return HexFormat.of().formatHex(sha(text), 0, 8);
  }

  private static byte[] sha(String text) {
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

  private static Where where(ResultSet row, int column) throws SQLException {
    return new Where(Where.Kind.valueOf(row.getString(column)), row.getString(column + 1));
  }
}
