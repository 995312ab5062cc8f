package pilothouse.evidence.inbox;

import java.util.Collection;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Receipt;

/** Where facts are kept. The same fact twice is one. */
@FunctionalInterface
public interface Keeping {
  /** Keeps what a source told, as far as it can be. */
  Receipt add(Collection<? extends Fact> facts, String source);
}
