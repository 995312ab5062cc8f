package pilothouse.storage;

import java.util.List;
import java.util.stream.Collectors;

/**
 * How words are kept and looked for in {@code search_word}, the one table that the databases keep
 * differently: FTS5 here, {@code tsvector} there. A word has letters and digits alone; which ones
 * belong together, and what is folded, is not the database's business, so both find the same.
 */
public enum FullText {
  SQLITE("?", "select rowid from search_word where search_word match ? limit %d", " AND ", " OR ") {
    @Override
    String written(String word, boolean begins) {
      return '"' + word + '"' + (begins ? "*" : "");
    }
  },
  /** Seen beside a limit, the server would rather walk through all rows than use the index. */
  POSTGRESQL(
      "cast(? as tsvector)",
      """
      with found as materialized (
        select rowid from search_word where words @@ cast(? as tsquery))
      select rowid from found limit %d
      """,
      " & ",
      " | ") {
    @Override
    String written(String word, boolean begins) {
      return word + (begins ? ":*" : "");
    }
  };

  private final String value;
  private final String found;
  private final String and;
  private final String or;

  FullText(String value, String found, String and, String or) {
    this.value = value;
    this.found = found;
    this.and = and;
    this.or = or;
  }

  /**
   * A word that is looked for.
   *
   * @param begins whether longer words that begin with it do as well
   */
  public record Term(String word, boolean begins) {
    public Term {
      if (!word.chars().allMatch(Character::isLetterOrDigit) || word.isEmpty()) {
        throw new IllegalArgumentException("not a word: " + word);
      }
    }
  }

  /** A parameter that holds words, apart by blanks. */
  public String value() {
    return value;
  }

  /** A query for at most so many rowids; its parameter is a {@link #query}. */
  public String found(int most) {
    return found.formatted(most);
  }

  /** What is looked for: all of these, each being any of some terms. */
  public String query(List<List<Term>> all) {
    return all.stream()
        .map(any ->
            any.stream()
                .map(term -> written(term.word(), term.begins()))
                .collect(Collectors.joining(or, "(", ")")))
        .collect(Collectors.joining(and));
  }

  abstract String written(String word, boolean begins);
}
