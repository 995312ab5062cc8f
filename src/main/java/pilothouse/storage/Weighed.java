package pilothouse.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tallies each table's rows on their way. */
final class Weighed implements Cargo.Hold {
  private final Cargo.Hold behind;
  private final Progress progress;
  private final Map<String, Tally> tallies = new LinkedHashMap<>();
  private @Nullable Tally tally;

  Weighed(Cargo.Hold behind, Progress progress) {
    this.behind = behind;
    this.progress = progress;
  }

  /** One that keeps nothing but the tallies. */
  static Weighed only(Progress progress) {
    return new Weighed(
        new Cargo.Hold() {
          @Override
          public void begin(Table table) {}

          @Override
          public void row(@Nullable Object[] values) {}

          @Override
          public void end(Table table) {}
        },
        progress);
  }

  @Override
  public void begin(Table table) throws SQLException, IOException {
    tally = new Tally();
    tallies.put(table.name(), tally);
    behind.begin(table);
  }

  @Override
  public void row(@Nullable Object[] values) throws SQLException, IOException {
    Objects.requireNonNull(tally).add(values);
    behind.row(values);
  }

  @Override
  public void end(Table table) throws SQLException, IOException {
    behind.end(table);
    progress.done(table.name(), Objects.requireNonNull(tally).rows());
  }

  /** By the tables' names. */
  Map<String, Tally> tallies() {
    return tallies;
  }
}
