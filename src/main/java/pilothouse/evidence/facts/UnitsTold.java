package pilothouse.evidence.facts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  private record Row(Of of, String unit) {}

  /** The numbers that were ever told in more than one. */
  public synchronized List<Of> several() {
    for (Row row : fresh()) {
      if (!row.unit().isBlank()) {
        units.computeIfAbsent(row.of(), _ -> new TreeSet<>()).add(row.unit().strip());
      }
    }
    return units.entrySet().stream()
        .filter(each -> each.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those since then; bare numbers, which are most, are passed over where they are kept. */
  private List<Row> fresh() {
    return storage.read(rows -> {
      long newest =
          rows.createQuery("select coalesce(max(seq), 0) from measurement").mapTo(Long.class).one();
      List<Row> fresh =
          rows.createQuery(
                  """
                  select distinct metric, scope, unit from measurement
                  where seq > :heard and seq <= :newest and unit is not null
                  """)
              .bind("heard", heard)
              .bind("newest", newest)
              .map(
                  (row, _) -> new Row(new Of(row.getString(1), row.getString(2)), row.getString(3)))
              .list();
      heard = newest;
      return fresh;
    });
  }
}
