package pilothouse.evidence.git;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;

/** The last reading of each repository: one row, replaced as a whole when the reading differs. */
public final class Scans {
  private final Storage storage;
  private final InstantSource clock;

  public Scans(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * A reading as it is stored.
   *
   * @param revision how often it was replaced; rises only when it differs
   */
  public record Stored(int revision, Reading reading) {}

  /** What is stored; empty when there is nothing, or nothing that this program can read. */
  public Optional<Stored> load(String repository) {
    Row row = row(repository);
    if (row == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Stored(row.revision, ScanCodec.decode(row.columns)));
    } catch (DamagedScan e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps the reading, and writes nothing when the same one is there.
   *
   * @param before what was loaded before, so that an unchanged reading need not be compared
   */
  public Stored keep(String repository, Reading reading, @Nullable Stored before) {
    if (before != null && before.reading().equals(reading)) {
      return before;
    }
    byte[] columns = ScanCodec.encode(reading);
    Row there = row(repository);
    if (there != null && Arrays.equals(there.columns, columns)) {
      return new Stored(there.revision, reading);
    }
    int revision =
        storage.write(rows ->
            rows.createQuery(
                    """
                    insert into scan (repository, revision, read_at, columns)
                    values (:repository, 1, :at, :columns)
                    on conflict (repository) do update
                    set revision = scan.revision + 1,
                        read_at = excluded.read_at,
                        columns = excluded.columns
                    returning revision
                    """)
                .bind("repository", repository)
                .bind("at", Instants.text(clock.instant()))
                .bind("columns", columns)
                .map((row, context) -> row.getInt("revision"))
                .one());
    return new Stored(revision, reading);
  }

  /** When what is stored of the repository was written; empty when nothing is. */
  public Optional<Instant> storedAt(String repository) {
    return storage.read(rows ->
        rows.createQuery("select read_at from scan where repository = :name")
            .bind("name", repository)
            .map((row, context) -> Instants.parse(row.getString("read_at")))
            .findOne());
  }

  private record Row(int revision, byte[] columns) {}

  private @Nullable Row row(String repository) {
    return storage
        .read(rows ->
            rows.createQuery("select revision, columns from scan where repository = :name")
                .bind("name", repository)
                .map((row, context) -> new Row(row.getInt("revision"), row.getBytes("columns")))
                .findOne())
        .orElse(null);
  }
}
