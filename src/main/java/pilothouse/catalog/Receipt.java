package pilothouse.catalog;

import java.util.List;

/**
 * What came of a file: everything that it says was added, changed something, changed nothing, gave
 * way to what a person had said, or was refused.
 */
public record Receipt(
    String file,
    int seen,
    int added,
    int changed,
    int unchanged,
    int kept,
    List<Refusal> refused,
    List<String> notes) {
  public Receipt {
    refused = List.copyOf(refused);
    notes = List.copyOf(notes);
  }

  /** What was not taken: where it stands, why, and what mends it. */
  public record Refusal(String where, String why, String mend) {}
}
