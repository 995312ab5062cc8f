package pilothouse.evidence.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.Unpacked;
import pilothouse.evidence.tables.Guide;
import pilothouse.evidence.tables.Mapping;
import pilothouse.evidence.tables.Tables;

/**
 * A file whose beginning was looked at; the rest is read once, when it is taken.
 *
 * @param name for people
 * @param kind never {@link Kind#AUTO}
 * @param table null when it is none
 * @param mapping how a table is understood; null when it is none
 * @param remembered whether the mapping was confirmed before
 */
public record Look(
    String name,
    Kind kind,
    Unpacked in,
    @Nullable Tables table,
    @Nullable Mapping mapping,
    boolean remembered) {

  /** What a table's mapping lacks. */
  public List<Guide.Lack> lacks() {
    return table == null || mapping == null ? List.of() : Guide.lacks(mapping, table.sample());
  }

  /** What a table's mapping means, in sentences. */
  public List<String> notes() {
    return table == null || mapping == null ? List.of() : Guide.notes(mapping, table.sample());
  }

  /** The same with another mapping. */
  public Look with(Mapping other) {
    return new Look(name, kind, in, table, other, remembered);
  }
}
