package pilothouse.evidence.inbox;

import java.util.List;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Receipt;

/** Where facts are kept. The same fact twice is one. */
@FunctionalInterface
public interface Keeping {
  /**
   * Keeps what each of some deliveries of a source told, as far as it can be: a receipt for each.
   */
  List<Receipt> add(List<List<Fact>> told, String source);
}
