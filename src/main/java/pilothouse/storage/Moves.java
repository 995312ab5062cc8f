package pilothouse.storage;

import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** Carries all rows from one database to another one, of the same kind or the other. */
public final class Moves {
  private Moves() {}

  /**
   * Carries all rows over and compares what arrived. What is there stays; where it fails, the other
   * database is as empty as before.
   *
   * @param from up to date, and used by nobody else
   * @return how many rows each table has, by its name
   * @throws StorageTrouble when the other database has rows, or it could not be done
   */
  public static Map<String, Long> carry(Storage from, Address to, Progress progress) {
    try (Database target = to.database()) {
      if (target.place().equals(from.place())) {
        throw new StorageTrouble(
            "The rows are in " + to + " already; name another database or folder.");
      }
      if (!Vacancy.of(target)) {
        throw new StorageTrouble(
            target.place() + " is not empty; name a database or a folder without rows.");
      }
      try (Snapshot cargo = Snapshot.of(from.database())) {
        Map<String, Long> rows = new TreeMap<>();
        new Filling(target, cargo, progress)
            .fill()
            .forEach((table, tally) -> rows.put(table, tally.rows()));
        return rows;
      } catch (SQLException e) {
        throw Troubles.of(from.database(), e);
      }
    }
  }
}
