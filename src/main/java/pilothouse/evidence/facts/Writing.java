package pilothouse.evidence.facts;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Writes facts: new ones as rows, known ones only where they are said later than before. */
final class Writing implements AutoCloseable {
  /** Rows a statement: more of them save calls, until the statement grows too long. */
  private static final int ROWS = 16;

  /** So many are written in the order of their keys, which lie together in the index. */
  private static final int MANY = 1_000;

  private final Handle rows;
  private final String source;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private long seq;
  private long added;
  private long later;

  private Writing(Handle rows, String source, long first) {
    this.rows = rows;
    this.source = source;
    this.seq = first;
  }

  /** Writes what was told one after the other; how many of each were new. */
  static List<Long> write(Handle rows, List<Map<Form<?>, List<Fact>>> told, String source) {
    int count = told.stream().flatMap(kinds -> kinds.values().stream()).mapToInt(List::size).sum();
    long first = tick(rows, count) - count;
    List<Long> added = new ArrayList<>(told.size());
    try (Writing writing = new Writing(rows, source, first)) {
      for (Map<Form<?>, List<Fact>> kinds : told) {
        long before = writing.added;
        kinds.forEach(writing::kind);
        added.add(writing.added - before);
      }
      if (writing.added + writing.later == 0) {
        rows.execute("update fact_clock set value = ?", first);
      }
    } catch (SQLException e) {
      throw unwritten(e);
    }
    return added;
  }

  /**
   * The last of so many new numbers. Holds back all other writers until the transaction ends, so
   * that who has seen a number has seen all below it.
   */
  static long tick(Handle rows, int count) {
    return rows.createQuery("update fact_clock set value = value + :count returning value")
        .bind("count", count)
        .map((row, context) -> row.getLong(1))
        .one();
  }

  @SuppressWarnings("unchecked") // The map holds facts under the form of their kind.
  private <F extends Fact> void kind(Form<F> form, List<Fact> facts) {
    List<Fact> ordered = facts;
    if (facts.size() >= MANY) {
      ordered = new ArrayList<>(facts);
      ordered.sort((one, other) -> one.key().compareTo(other.key()));
    }
    try {
      write(form, (List<F>) ordered);
    } catch (SQLException e) {
      throw unwritten(e);
    }
  }

  private static UnableToExecuteStatementException unwritten(SQLException cause) {
    return new UnableToExecuteStatementException(cause, null);
  }

  private <F extends Fact> void write(Form<F> form, List<F> facts) throws SQLException {
    int at = 0;
    for (; at + ROWS <= facts.size(); at += ROWS) {
      insert(form, facts.subList(at, at + ROWS));
    }
    for (; at < facts.size(); at++) {
      insert(form, facts.subList(at, at + 1));
    }
  }

  /** A statement lives as long as this: few texts, many times each. */
  private PreparedStatement prepared(String name, Supplier<String> text) throws SQLException {
    PreparedStatement known = statements.get(name);
    if (known == null) {
      known = rows.getConnection().prepareStatement(text.get());
      statements.put(name, known);
    }
    return known;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
  }

  private <F extends Fact> void insert(Form<F> form, List<F> facts) throws SQLException {
    PreparedStatement insert =
        prepared(form.table() + facts.size(), () -> insert(form, facts.size()));
    long from = seq;
    RowOut out = new RowOut(insert);
    for (F fact : facts) {
      out.number(++seq);
      out.text(fact.key());
      out.number(Digest.of(form, fact));
      out.number(fact.saidAt().toEpochMilli());
      out.text(source);
      form.tell().accept(fact, out);
    }
    int inserted = insert.executeUpdate();
    added += inserted;
    if (inserted < facts.size()) {
      sayLater(form, facts, from);
    }
  }

  /** The later time of what is known already; rows that were just inserted do not change. */
  private <F extends Fact> void sayLater(Form<F> form, List<F> facts, long from)
      throws SQLException {
    PreparedStatement update = prepared(form.table(), () -> sayLater(form));
    for (int i = 0; i < facts.size(); i++) {
      F fact = facts.get(i);
      update.setLong(1, fact.saidAt().toEpochMilli());
      update.setLong(2, from + i + 1);
      update.setString(3, fact.key());
      update.setLong(4, Digest.of(form, fact));
      update.setLong(5, fact.saidAt().toEpochMilli());
      later += update.executeUpdate();
    }
  }

  private static String sayLater(Form<?> form) {
    return """
    update %s set said_at = ?, seq = ?
    where key = ? and digest = ? and said_at < ?
    """
        .formatted(form.table());
  }

  private static String insert(Form<?> form, int count) {
    String places =
        "(" + String.join(", ", Collections.nCopies(form.columns().size() + 5, "?")) + ")";
    return "insert into %s (seq, key, digest, said_at, source, %s) values %s on conflict (key, digest) do nothing"
        .formatted(
            form.table(),
            String.join(", ", form.columns()),
            String.join(", ", Collections.nCopies(count, places)));
  }
}
