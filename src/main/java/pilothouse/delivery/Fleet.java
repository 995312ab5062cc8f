package pilothouse.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of all services, one row each, as its page shows it.
 *
 * @param says over how many services, in a sentence
 * @param notes what else is to know, a sentence each
 * @param metrics names of the five
 * @param earlier address of the services before these, or null
 * @param later address of the services after these, or null
 * @param csv address of the table
 * @param json address of the table
 */
public record Fleet(
    String says,
    List<String> notes,
    List<String> metrics,
    List<Row> rows,
    @Nullable String earlier,
    @Nullable String later,
    String csv,
    String json) {
  public Fleet {
    notes = List.copyOf(notes);
    metrics = List.copyOf(metrics);
    rows = List.copyOf(rows);
  }

  /**
   * One service.
   *
   * @param note what is special about it, or empty
   * @param state whether it asks for a look, in a word
   * @param look the class of the state
   * @param happened in its last weeks, in a sentence
   */
  public record Row(
      String system,
      String address,
      String note,
      List<Cell> cells,
      String state,
      String look,
      String happened) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * One metric of one service.
   *
   * @param of how many facts, in words
   * @param unknown why there is no value, or null
   */
  public record Cell(
      String value, String of, String receipt, String spark, @Nullable String unknown) {}
}
