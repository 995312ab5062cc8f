package pilothouse.storage;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What became of backups. */
public final class BackupRuns {
  private final Storage storage;

  public BackupRuns(Storage storage) {
    this.storage = storage;
  }

  /**
   * One backup.
   *
   * @param trouble why there is none; empty when all went well
   */
  public record Run(
      Instant begunAt, Instant endedAt, String file, long rows, long bytes, String trouble) {
    /** Whether there is a backup. */
    public boolean isGood() {
      return trouble.isEmpty();
    }
  }

  /** Writes down how one ended. */
  public void note(Run run) {
    var _ =
        storage.write(rows ->
            rows.execute(
                """
                insert into backup_run (id, begun_at, ended_at, file, row_count, bytes, trouble)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                UUID.randomUUID().toString(),
                Instants.text(run.begunAt()),
                Instants.text(run.endedAt()),
                run.file(),
                run.rows(),
                run.bytes(),
                run.trouble()));
  }

  /** The last one into this folder, however it ended; into any for an empty text. */
  public Optional<Run> newest(String folder) {
    return newest(folder, "trouble is not null");
  }

  /** The last one that went well. */
  public Optional<Run> newestGood(String folder) {
    return newest(folder, "trouble = ''");
  }

  private Optional<Run> newest(String folder, String which) {
    return storage.read(rows ->
        rows.createQuery(
                """
                select begun_at, ended_at, file, row_count, bytes, trouble
                from backup_run
                where %s and substr(file, 1, length(cast(:folder as text))) = :folder
                order by begun_at desc, id limit 1
                """
                    .formatted(which))
            .bind("folder", folder)
            .map((row, context) ->
                new Run(
                    Instants.parse(row.getString(1)),
                    Instants.parse(row.getString(2)),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5),
                    row.getString(6)))
            .findOne());
  }
}
