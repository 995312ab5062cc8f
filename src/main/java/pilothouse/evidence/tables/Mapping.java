package pilothouse.evidence.tables;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;

/**
 * How the columns of a table are understood.
 *
 * @param columns the field's name by the column's, as the file names it
 * @param constants values that hold for every line, by the field's name
 * @param zone of times that name none; null when such times are refused
 */
public record Mapping(
    Kind kind,
    Map<String, String> columns,
    Map<String, String> constants,
    @Nullable ZoneId zone,
    Order order,
    Decimal decimal) {
  public Mapping {
    columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    constants = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(constants));
  }

  /** The column that gives a field. */
  public Optional<String> column(String field) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getValue().equals(field))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether a column or a constant gives the field. */
  public boolean gives(String field) {
    return columns.containsValue(field) || constants.containsKey(field);
  }
}
