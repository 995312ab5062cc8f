package pilothouse.evidence.inbox;

import java.util.Collection;
import pilothouse.evidence.facts.Fact;

/** Where facts are kept. The same fact twice is one. */
@FunctionalInterface
public interface Keeping {
  /** Keeps what a source told. */
  Count add(Collection<? extends Fact> facts, String source);

  /** How many of the facts nobody had told, and how many were known. */
  record Count(int fresh, int unchanged) {}
}
