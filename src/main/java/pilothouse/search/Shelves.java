package pilothouse.search;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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
import pilothouse.storage.FullText;
import pilothouse.storage.FullText.Term;
import pilothouse.storage.Storage;
import pilothouse.web.Where;

/**
 * The documents as they are kept. Every kept word begins with its kind's sign and a digit: 0 for
 * the whole title as one, 1 for a word of the title, 2 for one of the rest; so a search for teams
 * touches no word of a file. What begins with 9 stands for the place that one must see.
 */
final class Shelves {
  private final Storage storage;
  private volatile Places known = new Places(Map.of(), Map.of());

  private record Places(Map<String, String> versions, Map<Kind, List<Where>> all) {}

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

  /**
   * The places that documents of each kind are about; asked for anew when any feed has another
   * version.
   */
  Map<Kind, List<Where>> places() {
    Map<String, String> versions = versions();
    Places here = known;
    if (!here.versions().equals(versions)) {
      here =
          new Places(
              versions,
              storage.read(rows ->
                  rows.createQuery("select distinct kind, place_kind, place from search_document")
                      .map((row, _) ->
                          Map.entry(Kind.valueOf(row.getString(1)), DocumentRows.where(row, 2)))
                      .collect(
                          groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())))));
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
        if (now == null ? whole : !Objects.equals(before.get(key), DocumentRows.digest(now))) {
          gone.add(id);
        }
      });
      DocumentRows.remove(rows, gone);
      DocumentRows.add(
          rows,
          storage.fullText(),
          feed,
          wanted.values().stream()
              .filter(one -> !Long.valueOf(DocumentRows.digest(one)).equals(before.get(one.key())))
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
    return storage.read(rows -> DocumentRows.found(rows, text.found(most), text.query(all)));
  }

  /** The words that a document is kept by. */
  static Set<String> words(Document document) {
    char kind = document.kind().letter();
    Set<String> words = new LinkedHashSet<>();
    words.add(place(kind, document.where()));
    Stream.of(document.title(), document.kind().isWritten() ? "" : document.key())
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

  private static String hash(String text) {
    return HexFormat.of().formatHex(DocumentRows.sha(text), 0, 8);
  }
}
