package pilothouse.evidence.facts;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds a fact's components to a statement. */
final class RowOut implements Out {
  private final PreparedStatement statement;
  private int next = 1;

  RowOut(PreparedStatement statement) {
    this.statement = statement;
  }

  /** Begins again with the first place of the statement. */
  void restart() {
    next = 1;
  }

  void number(long value) throws SQLException {
    statement.setLong(next++, value);
  }

  @Override
  public void text(@Nullable String value) {
    bind(value == null ? null : place -> statement.setString(place, value), Types.VARCHAR);
  }

  @Override
  public void word(@Nullable String value) {
    text(value);
  }

  @Override
  public void person(@Nullable String value) {
    text(value);
  }

  @Override
  public void revision(@Nullable String value) {
    text(value);
  }

  @Override
  public void at(@Nullable Instant value) {
    bind(
        value == null ? null : place -> statement.setLong(place, value.toEpochMilli()),
        Types.BIGINT);
  }

  @Override
  public void whole(@Nullable Integer value) {
    bind(value == null ? null : place -> statement.setInt(place, value), Types.INTEGER);
  }

  @Override
  public void real(@Nullable Double value) {
    bind(value == null ? null : place -> statement.setDouble(place, value), Types.DOUBLE);
  }

  @Override
  public void flag(@Nullable Boolean value) {
    whole(value == null ? null : Integer.valueOf(value ? 1 : 0));
  }

  @Override
  public void choice(@Nullable Enum<?> value) {
    text(value == null ? null : value.name());
  }

  @Override
  public void words(@Nullable List<String> values) {
    text(values == null ? null : Lists.words(values));
  }

  @Override
  public void commits(List<CommitRef> values) {
    text(Lists.commits(values));
  }

  private interface Binding {
    void to(int place) throws SQLException;
  }

  private void bind(@Nullable Binding binding, int type) {
    try {
      int place = next++;
      if (binding == null) {
        statement.setNull(place, type);
      } else {
        binding.to(place);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("component " + (next - 1) + " cannot be bound", e);
    }
  }
}
