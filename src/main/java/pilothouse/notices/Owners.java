package pilothouse.notices;

import java.util.Optional;

/** Knows who subscribes. */
@FunctionalInterface
public interface Owners {
  /** The one of this id; empty when there is no such account, or it is closed. */
  Optional<Owner> find(String id);
}
