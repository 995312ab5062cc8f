package pilothouse.systems;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The addresses at which repositories are known elsewhere, by the repositories' names. */
final class RepositoryAddresses {
  private RepositoryAddresses() {}

  static Map<String, Set<String>> all(Handle rows) {
    Map<String, Set<String>> all = new HashMap<>();
    rows.createQuery("select repository, address from repository_address")
        .map((row, context) -> Map.entry(row.getString("repository"), row.getString("address")))
        .forEach(entry ->
            all.computeIfAbsent(entry.getKey(), key -> new HashSet<>()).add(entry.getValue()));
    return all;
  }
}
