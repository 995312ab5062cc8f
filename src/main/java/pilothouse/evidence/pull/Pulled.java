package pilothouse.evidence.pull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Receipt;

/** The receipt of a pull. */
public record Pulled(List<Row> rows) {
  public Pulled {
    rows = List.copyOf(rows);
  }

  /**
   * One stream of one repository.
   *
   * @param things how many things the forge showed; each may tell several facts
   * @param facts what became of the facts in them
   * @param refused how many things could not be understood
   * @param why the reasons, the first of them
   * @param unchanged whether the forge said that nothing is new
   * @param trouble why it could not be read, or not to its end; null when it was
   */
  public record Row(
      String repository,
      String stream,
      long things,
      Receipt facts,
      long refused,
      List<String> why,
      boolean unchanged,
      @Nullable String trouble) {
    public Row {
      why = List.copyOf(why);
    }
  }

  /** Whether anything could not be read. */
  public boolean isTroubled() {
    return rows.stream().anyMatch(row -> row.trouble() != null);
  }
}
