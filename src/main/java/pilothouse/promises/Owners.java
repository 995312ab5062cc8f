package pilothouse.promises;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows who can owe something: people, accounts and teams. */
public interface Owners {
  /**
   * The one that is meant by an id, a name or an e-mail address; empty where none or several are.
   */
  Optional<Owner> find(String typed);

  /** What that one is called; the id itself where nobody knows. */
  String name(String id);

  /** Those of them who left: accounts that are closed, people and teams that belong nowhere. */
  Set<String> left(Collection<String> ids);

  /** Some who may be chosen, by name. */
  List<Owner> offered();
}
