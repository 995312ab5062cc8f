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
    return column(ResultSet::getString);
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

  @Override
  public @Nullable Instant at() {
    Long millis = column(ResultSet::getLong);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  @Override
  public @Nullable Integer whole() {
    return column(ResultSet::getInt);
  }

  @Override
  public @Nullable Double real() {
    return column(ResultSet::getDouble);
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

  private interface Column<T> {
    T of(ResultSet row, int column) throws SQLException;
  }

  private <T> @Nullable T column(Column<T> column) {
    try {
      T value = column.of(row, next++);
      return row.wasNull() ? null : value;
    } catch (SQLException e) {
      throw new IllegalStateException("column " + (next - 1) + " cannot be read", e);
    }
  }
}
