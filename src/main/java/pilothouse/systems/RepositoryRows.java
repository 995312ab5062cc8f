package pilothouse.systems;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import pilothouse.storage.Instants;

/** The repositories, as rows. */
final class RepositoryRows {
  private static final RowMapper<Repository> REPOSITORY =
      (row, context) ->
          new Repository(
              row.getString("name"),
              row.getString("source"),
              Instants.parse(row.getString("added_at")),
              row.getString("added_by"));

  private RepositoryRows() {}

  /** All of them, by name. */
  static List<Repository> all(Handle rows) {
    return rows.createQuery("select name, source, added_at, added_by from repository order by name")
        .map(REPOSITORY)
        .list();
  }

  /** Whether there is one of that name. */
  static boolean has(Handle rows, String name) {
    return all(rows).stream().anyMatch(repository -> repository.name().equals(name));
  }

  /** The one that is read from there. */
  static Optional<Repository> bySource(Handle rows, String source) {
    return rows.createQuery(
            "select name, source, added_at, added_by from repository where source = :source")
        .bind("source", source)
        .map(REPOSITORY)
        .findOne();
  }
}
