package pilothouse.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rows of a database as they were at one moment. */
interface Cargo {
  /** The version of the tables. */
  int version();

  List<Table> tables();

  /** Hands over all rows, table by table. */
  void into(Hold hold) throws SQLException, IOException;

  /** Takes rows. */
  interface Hold {
    void begin(Table table) throws SQLException, IOException;

    /** One row, in the order of the table's columns; the array is used again. */
    void row(@Nullable Object[] values) throws SQLException, IOException;

    void end(Table table) throws SQLException, IOException;
  }
}
