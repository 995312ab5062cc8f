package pilothouse.evidence.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Storage;

/** In which units each number was told: what was heard before is not read again. */
public final class UnitsTold {
  private final Storage storage;
  private final Map<Of, Set<String>> units = new HashMap<>();
  private long heard;

  /** Those of the measurements that are kept there. */
  public UnitsTold(Storage storage) {
    this.storage = storage;
  }

  /** A number, by its name, of a scope. */
  public record Of(String metric, String scope) {}

  private record Row(Of of, @Nullable String unit, long seq) {}

  /** The numbers that were ever told in more than one. */
  public synchronized List<Of> several() {
    for (Row row : fresh()) {
      heard = Math.max(heard, row.seq());
      if (row.unit() != null && !row.unit().isBlank()) {
        units.computeIfAbsent(row.of(), _ -> new TreeSet<>()).add(row.unit().strip());
      }
    }
    return units.entrySet().stream()
        .filter(each -> each.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  private List<Row> fresh() {
    return storage.read(rows ->
        rows.createQuery(
                """
                select metric, scope, unit, max(seq) from measurement
                where seq > :heard
                group by metric, scope, unit
                """)
            .bind("heard", heard)
            .map((row, _) ->
                new Row(
                    new Of(row.getString(1), row.getString(2)), row.getString(3), row.getLong(4)))
            .list());
  }
}
