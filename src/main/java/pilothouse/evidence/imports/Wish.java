package pilothouse.evidence.imports;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.tables.Decimal;
import pilothouse.evidence.tables.Order;
import pilothouse.evidence.tests.Of;

/**
 * What somebody declares about a file.
 *
 * @param columns fields by columns, on top of what is remembered or guessed; an empty field leaves
 *     a column out
 * @param constants values that hold for every line, by field
 * @param zone of times that name none
 * @param of what a report is of
 */
public record Wish(
    Kind kind,
    Map<String, String> columns,
    Map<String, String> constants,
    @Nullable ZoneId zone,
    @Nullable Order order,
    @Nullable Decimal decimal,
    Of of) {
  public Wish {
    columns = Map.copyOf(columns);
    constants = Map.copyOf(constants);
  }

  /** Only a kind. */
  public static Wish of(Kind kind, Of of) {
    return new Wish(kind, Map.of(), Map.of(), null, null, null, of);
  }
}
