package pilothouse.storage;

/** Hears how far rows have been carried. */
@FunctionalInterface
public interface Progress {
  /** One that nobody hears. */
  Progress SILENT = (table, rows) -> {};

  /** A table is over, with so many rows. */
  void done(String table, long rows);
}
