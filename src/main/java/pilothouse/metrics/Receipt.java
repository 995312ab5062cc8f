package pilothouse.metrics;

import java.util.List;
import java.util.function.IntFunction;

/**
 * The facts in a value, row by row, made only when somebody looks.
 *
 * @param says how the value came out of these rows, in one sentence
 * @param columns headings, units included
 * @param size how many rows there are
 * @param row the cells of one row, as many as columns
 */
public record Receipt(String says, List<String> columns, int size, IntFunction<List<Cell>> row) {

  /** One cell: its text, and what it leads to. */
  public record Cell(String text, Leads leads) {

    /** A cell that leads nowhere. */
    public static Cell of(Object text) {
      return new Cell(String.valueOf(text), Leads.NOWHERE);
    }
  }

  /** What a cell's text names: a commit's id, a path, a tag, or nothing that has a page. */
  public enum Leads {
    NOWHERE,
    COMMIT,
    FILE,
    TAG
  }
}
