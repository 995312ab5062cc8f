package pilothouse.evidence.facts;

import java.util.List;
import java.util.function.Supplier;

/**
 * What lies at one place.
 *
 * @param id the same for the same place
 * @param path the repository's path on its host, in lower case; empty where none is named
 * @param version another number whenever the things differ
 * @param systems that they belong to, by name; none where they are no system's
 * @param things as they were at the moment of asking
 */
public record Lot<F extends Fact>(
    String id, String path, long version, List<String> systems, Supplier<List<F>> things) {
  public Lot {
    systems = List.copyOf(systems);
  }
}
