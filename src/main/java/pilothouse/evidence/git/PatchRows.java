package pilothouse.evidence.git;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import pilothouse.evidence.facts.Alikes;
import pilothouse.storage.Storage;

/** The content identities that were worked out: rows that are added and never changed. */
public final class PatchRows {
  private final Storage storage;

  public PatchRows(Storage storage) {
    this.storage = storage;
  }

  /** All that are known of the repository. */
  public List<Alikes.Known> of(String repository) {
    return storage.read(rows ->
        rows.createQuery(
                "select revision, base, identity from patch_id where repository = :repository")
            .bind("repository", repository)
            .map((row, context) ->
                new Alikes.Known(row.getString(1), row.getString(2), row.getString(3)))
            .list());
  }

  /** Adds some; those that another process added meanwhile are there already. */
  public void add(String repository, Collection<Alikes.Known> found) {
    if (found.isEmpty()) {
      return;
    }
    storage.write(rows -> {
      HistoryRevision.raise(rows);
      PreparedBatch batch =
          rows.prepareBatch(
              """
              insert into patch_id (repository, revision, base, identity)
              select name, :revision, :base, :identity from repository where name = :repository
              on conflict (repository, revision, base) do nothing
              """);
      for (Alikes.Known known : found) {
        batch
            .bind("repository", repository)
            .bind("revision", known.revision())
            .bind("base", known.base())
            .bind("identity", known.identity())
            .add();
      }
      return batch.execute();
    });
  }
}
