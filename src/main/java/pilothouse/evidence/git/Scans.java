package pilothouse.evidence.git;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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
   * @param revision another one whenever it differs, and never the same again
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
        storage.write(rows -> {
          int next = Math.toIntExact(HistoryRevision.raise(rows));
          rows.execute(
              """
              insert into scan (repository, revision, read_at, columns) values (?, ?, ?, ?)
              on conflict (repository) do update
              set revision = excluded.revision,
                  read_at = excluded.read_at,
                  columns = excluded.columns
              """,
              repository,
              next,
              Instants.text(clock.instant()),
              columns);
          return next;
        });
    return new Stored(revision, reading);
  }

  /** Rises whenever anything that was read differs, by whichever process. */
  public long version() {
    return storage.read(HistoryRevision::read);
  }

  /** Something else that was read is there, or gone. */
  public void raise() {
    storage.write(HistoryRevision::raise);
  }

  /** The revision of what is stored of each repository. */
  public Map<String, Integer> revisions() {
    return storage.read(rows ->
        rows.createQuery("select repository, revision from scan")
            .reduceRows(
                new HashMap<>(),
                (all, row) -> {
                  all.put(row.getColumn(1, String.class), row.getColumn(2, Integer.class));
                  return all;
                }));
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
