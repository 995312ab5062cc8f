package pilothouse.systems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import pilothouse.storage.Dated;
import pilothouse.storage.DatedFields.Field;

/**
 * A declared system with everything that holds of it.
 *
 * @param fields by their names, with who said them
 * @param edges to teams and systems, those of the past too
 */
public record Declared(
    String name, Instant at, String by, String source, Map<String, Field> fields, List<Edge> edges)
    implements Dated {
  public Declared {
    fields = Map.copyOf(fields);
    edges = List.copyOf(edges);
  }

  /** The teams that answer for it on that day. */
  public List<String> owners(LocalDate day) {
    return others(Edge.Kind.OWNER, day);
  }

  /** The systems that it needs on that day. */
  public List<String> needs(LocalDate day) {
    return others(Edge.Kind.NEEDS, day);
  }

  private List<String> others(Edge.Kind kind, LocalDate day) {
    return edges.stream()
        .filter(edge -> edge.kind() == kind && edge.holds(day))
        .map(Edge::other)
        .distinct()
        .sorted()
        .toList();
  }

  SystemEntry entry() {
    return new SystemEntry(
        name,
        title(),
        value("kind"),
        value("description"),
        value("lifecycle"),
        value("repository"),
        value("folder"));
  }
}
