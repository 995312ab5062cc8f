package pilothouse.evidence.facts;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Writes facts: new ones as rows, known ones only where they are said later than before. */
final class Writing {
  /** Rows a statement: more of them save calls, until the statement grows too long. */
  private static final int ROWS = 16;

  /** So many are written in the order of their keys, which lie together in the index. */
  private static final int MANY = 1_000;

  private final Handle rows;
  private final String source;
  private final long first;
  private long seq;
  private long added;
  private long later;

  private Writing(Handle rows, String source, long last, int count) {
    this.rows = rows;
    this.source = source;
    this.first = last - count;
    this.seq = first;
  }

  /** Writes all; how many were new. */
  static long write(Handle rows, Map<Form<?>, List<Fact>> kinds, String source) {
    int count = kinds.values().stream().mapToInt(List::size).sum();
    Writing writing = new Writing(rows, source, tick(rows, count), count);
    kinds.forEach(writing::kind);
    if (writing.added + writing.later == 0) {
      rows.execute("update fact_clock set value = ?", writing.first);
    }
    return writing.added;
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
      ordered.sort(Comparator.comparing(Fact::key));
    }
    try {
      write(form, (List<F>) ordered);
    } catch (SQLException e) {
      throw new org.jdbi.v3.core.statement.UnableToExecuteStatementException(e, null);
    }
  }

  private <F extends Fact> void write(Form<F> form, List<F> facts) throws SQLException {
    int at = 0;
    if (facts.size() >= ROWS) {
      try (PreparedStatement insert = rows.getConnection().prepareStatement(insert(form, ROWS))) {
        for (; at + ROWS <= facts.size(); at += ROWS) {
          insert(form, facts.subList(at, at + ROWS), insert);
        }
      }
    }
    if (at < facts.size()) {
      try (PreparedStatement insert = rows.getConnection().prepareStatement(insert(form, 1))) {
        for (; at < facts.size(); at++) {
          insert(form, facts.subList(at, at + 1), insert);
        }
      }
    }
  }

  private <F extends Fact> void insert(Form<F> form, List<F> facts, PreparedStatement insert)
      throws SQLException {
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
    String text =
        """
        update %s set said_at = ?, seq = ?
        where key = ? and digest = ? and said_at < ?
        """
            .formatted(form.table());
    try (PreparedStatement update = rows.getConnection().prepareStatement(text)) {
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
