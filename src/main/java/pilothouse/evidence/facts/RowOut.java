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

  void number(long value) throws SQLException {
    statement.setLong(next++, value);
  }

  @Override
  public void text(@Nullable String value) {
    try {
      statement.setString(next++, value);
    } catch (SQLException e) {
      throw unbound(e);
    }
  }

  @Override
  public void at(@Nullable Instant value) {
    try {
      if (value == null) {
        statement.setNull(next++, Types.BIGINT);
      } else {
        statement.setLong(next++, value.toEpochMilli());
      }
    } catch (SQLException e) {
      throw unbound(e);
    }
  }

  @Override
  public void whole(@Nullable Integer value) {
    try {
      if (value == null) {
        statement.setNull(next++, Types.INTEGER);
      } else {
        statement.setInt(next++, value);
      }
    } catch (SQLException e) {
      throw unbound(e);
    }
  }

  @Override
  public void real(@Nullable Double value) {
    try {
      if (value == null) {
        statement.setNull(next++, Types.DOUBLE);
      } else {
        statement.setDouble(next++, value);
      }
    } catch (SQLException e) {
      throw unbound(e);
    }
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

  private IllegalStateException unbound(SQLException cause) {
    return new IllegalStateException("component " + (next - 1) + " cannot be bound", cause);
  }
}
