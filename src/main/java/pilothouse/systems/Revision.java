package pilothouse.systems;

import org.jdbi.v3.core.Handle;

/** A number that rises with every change, for all processes on one database. */
final class Revision {
  private Revision() {}

  static long read(Handle rows) {
    return rows.createQuery("select value from systems_revision").mapTo(Long.class).one();
  }

  /**
   * Holds back all others who change anything until the transaction ends: what is looked at behind
   * this stays so, and nobody waits in a ring.
   */
  static void hold(Handle rows) {
    rows.execute("update systems_revision set value = value");
  }

  static void raise(Handle rows) {
    rows.execute("update systems_revision set value = value + 1");
  }
}
