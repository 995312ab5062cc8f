package pilothouse.systems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.DatedFields.Field;

/**
 * A declared system with everything that holds of it.
 *
 * @param fields by their names, with who said them
 * @param edges to teams and systems, those of the past too
 */
public record Declared(
    String name,
    Instant at,
    String by,
    String source,
    Map<String, Field> fields,
    List<Edge> edges) {
  public Declared {
    fields = Map.copyOf(fields);
    edges = List.copyOf(edges);
  }

  /** The field's value, empty where nothing was said. */
  public String value(String field) {
    Field said = fields.get(field);
    return said == null ? "" : said.value();
  }

  /** The field with who said it, or null. */
  public @Nullable Field field(String field) {
    return fields.get(field);
  }

  /** As people say it. */
  public String title() {
    return value("title").isEmpty() ? name : value("title");
  }

  /** Whether it was retired. */
  public boolean isRetired() {
    return !value("retired").isEmpty();
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
