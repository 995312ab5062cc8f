package pilothouse.evidence.git;

import org.jdbi.v3.core.Handle;

/** A number that rises with whatever was read from a repository, for all processes. */
final class HistoryRevision {
  private HistoryRevision() {}

  static long read(Handle rows) {
    return rows.createQuery("select value from history_revision").mapTo(Long.class).one();
  }

  /**
   * The next one. Nobody else gets one until the transaction ends: to be asked for before anything
   * is written, so that two who write do not wait for each other.
   */
  static long raise(Handle rows) {
    return rows.createQuery("update history_revision set value = value + 1 returning value")
        .mapTo(Long.class)
        .one();
  }
}
