package pilothouse.evidence.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads facts from rows that were selected as {@link #columns} says. */
final class RowIn implements In {
  private final ResultSet row;
  private int next;

  RowIn(ResultSet row) {
    this.row = row;
  }

  static String columns(Form<?> form) {
    return "seq, source, key, said_at, " + String.join(", ", form.columns());
  }

  /** The row on which the cursor stands. */
  <F extends Fact> Told<F> told(Form<F> form) throws SQLException {
    long seq = row.getLong(1);
    String source = row.getString(2);
    return new Told<>(seq, source, fact(form));
  }

  <F extends Fact> F fact(Form<F> form) throws SQLException {
    String key = row.getString(3);
    Instant saidAt = Instant.ofEpochMilli(row.getLong(4));
    next = 5;
    return form.read().read(key, saidAt, this);
  }

  @Override
  public @Nullable String text() {
    try {
      return row.getString(next++);
    } catch (SQLException e) {
      throw unread(e);
    }
  }

  @Override
  public @Nullable String word() {
    return text();
  }

  @Override
  public @Nullable String person() {
    return text();
  }

  @Override
  public @Nullable String revision() {
    return text();
  }

  /**
   * Whether it was null is asked only of what looks so: each question is a call into the driver.
   */
  @Override
  public @Nullable Instant at() {
    try {
      long millis = row.getLong(next++);
      return millis == 0 && row.wasNull() ? null : Instant.ofEpochMilli(millis);
    } catch (SQLException e) {
      throw unread(e);
    }
  }

  @Override
  public @Nullable Integer whole() {
    try {
      int value = row.getInt(next++);
      return value == 0 && row.wasNull() ? null : Integer.valueOf(value);
    } catch (SQLException e) {
      throw unread(e);
    }
  }

  @Override
  public @Nullable Double real() {
    try {
      double value = row.getDouble(next++);
      return value == 0 && row.wasNull() ? null : Double.valueOf(value);
    } catch (SQLException e) {
      throw unread(e);
    }
  }

  @Override
  public @Nullable Boolean flag() {
    Integer flag = whole();
    return flag == null ? null : flag != 0;
  }

  @Override
  public <E extends Enum<E>> @Nullable E choice(E[] values) {
    String name = text();
    for (E value : values) {
      if (value.name().equals(name)) {
        return value;
      }
    }
    return null;
  }

  @Override
  public @Nullable List<String> words() {
    String text = text();
    return text == null ? null : Lists.words(text);
  }

  @Override
  public List<CommitRef> commits() {
    String text = text();
    return text == null ? List.of() : Lists.commits(text);
  }

  private IllegalStateException unread(SQLException cause) {
    return new IllegalStateException("column " + (next - 1) + " cannot be read", cause);
  }
}
