package pilothouse.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;

/** Compares two scans column by column, whatever columns there are. */
final class SameScan {
  private SameScan() {}

  static void check(Scan expected, Scan actual, String hint) {
    assertEquals(Oracle.ours(expected), Oracle.ours(actual), hint);
    columns(expected.graph(), actual.graph(), hint + ", graph");
    columns(expected.rows(), actual.rows(), hint + ", rows");
    columns(expected.files(), actual.files(), hint + ", files");
    assertEquals(expected.tags(), actual.tags(), hint);
    assertEquals(expected.gaps(), actual.gaps(), hint);
  }

  private static void columns(Record expected, Record actual, String hint) {
    RecordComponent[] columns = expected.getClass().getRecordComponents();
    assertTrue(columns.length > 10, hint + " has columns");
    for (RecordComponent column : columns) {
      Assertions.assertArrayEquals(
          new Object[] {value(column, expected)},
          new Object[] {value(column, actual)},
          hint + "." + column.getName());
    }
  }

  private static Object value(RecordComponent column, Record of) {
    try {
      return Objects.requireNonNull(column.getAccessor().invoke(of));
    } catch (ReflectiveOperationException closed) {
      throw new LinkageError(column.getName(), closed);
    }
  }
}
