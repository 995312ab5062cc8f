package pilothouse.evidence.tables;

import java.io.IOException;

/** The lines of a table, one after the other. */
interface Records {

  /** The names of the columns, as the file has them. */
  String[] header();

  /**
   * Reads the next line into the row; false at the end. A line may be spoilt, and the next good.
   */
  boolean next(Row row) throws IOException;
}
