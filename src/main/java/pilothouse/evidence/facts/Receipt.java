package pilothouse.evidence.facts;

import java.util.List;
import java.util.stream.Stream;

/**
 * What became of facts that were brought.
 *
 * @param seen how many were brought
 * @param added how many said something new
 * @param unchanged how many were known already
 * @param refused those that cannot be, and why
 */
public record Receipt(long seen, long added, long unchanged, List<Refusal> refused) {
  public static final Receipt EMPTY = new Receipt(0, 0, 0, List.of());

  public Receipt {
    refused = List.copyOf(refused);
  }

  /** Both together. */
  public Receipt plus(Receipt other) {
    return new Receipt(
        seen + other.seen,
        added + other.added,
        unchanged + other.unchanged,
        Stream.concat(refused.stream(), other.refused.stream()).toList());
  }
}
