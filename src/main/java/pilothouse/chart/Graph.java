package pilothouse.chart;

import java.util.List;

/**
 * Things in columns with lines between them.
 *
 * @param title what the picture shows
 * @param describes the same for those who cannot see it
 * @param columns the headings, the first on the left
 * @param ties from a thing to one of the same column or of one further left
 */
public record Graph(
    String title, String describes, List<String> columns, List<Knot> knots, List<Tie> ties) {
  public Graph {
    columns = List.copyOf(columns);
    knots = List.copyOf(knots);
    ties = List.copyOf(ties);
  }

  /**
   * One thing.
   *
   * @param column its number, from 0 on
   * @param address where it leads; empty for nowhere
   * @param look the names of its looks
   */
  public record Knot(int column, String name, String address, String look) {}

  /**
   * A line from a thing to another, by their numbers.
   *
   * @param says what it means
   */
  public record Tie(int from, int to, String says) {}
}
