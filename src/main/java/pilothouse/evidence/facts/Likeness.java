package pilothouse.evidence.facts;

import java.util.List;
import pilothouse.evidence.History;

/** Tells which commits do the same to the contents. */
@FunctionalInterface
public interface Likeness {
  /** Knows of none. */
  Likeness NOTHING = (history, changes) -> Alikes.NONE;

  /**
   * What is known now. What these changes need beyond that is found out behind; once it is known
   * the version of the histories rises.
   */
  Alikes of(History history, List<ChangeRequest> changes);
}
