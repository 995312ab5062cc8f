package pilothouse.evidence.imports;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;

/** Imports as rows: how far each is, and what became of it. */
public final class Jobs {
  private static final String HALF = "Pilothouse ended while it came in. Send the file again.";
  private static final String GONE =
      "Pilothouse ended meanwhile, and the file is not here; what was stored stays. Import the file"
          + " again for the rest.";

  private final Storage storage;
  private final InstantSource clock;
  private final String holder;

  /** Who began those that are under way here. */
  private final Map<String, Who> begun = new ConcurrentHashMap<>();

  /**
   * Imports of that storage.
   *
   * @param holder this process, as {@link pilothouse.storage.Leases#holder} calls it
   */
  Jobs(Storage storage, InstantSource clock, String holder) {
    this.storage = storage;
    this.clock = clock;
    this.holder = holder;
  }

  /** Begins one for somebody, and says its id. */
  public String begin(Kind kind, String file, String origin, ImportJob.State state, Who who) {
    String id = UUID.randomUUID().toString();
    String name = file.length() > 200 ? file.substring(0, 200) : file;
    Instant at = clock.instant();
    begun.put(id, who);
    storage.write(rows -> {
      rows.execute(
          """
          insert into import_job (id, kind, file, origin, state, begun_at, holder)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          id,
          kind.word(),
          name,
          origin,
          state.name(),
          Instants.text(at),
          holder);
      if (state == ImportJob.State.COMING) {
        JobEntries.write(rows, at, who, "file uploaded", id);
      }
      return true;
    });
    return id;
  }

  /** The newest first. */
  public List<ImportJob> newest(int most) {
    return storage.read(rows -> JobRows.newest(rows, most));
  }

  /** The one of this id, with the first lines that it refused. */
  public Optional<ImportJob> find(String id) {
    return storage.read(rows -> JobRows.find(rows, id));
  }

  /** The import has come in, or its kind is known now; it goes on in that state. */
  public void move(String id, Kind kind, ImportJob.State state, String options) {
    storage.write(rows ->
        rows.execute(
            "update import_job set kind = ?, state = ?, options = ? where id = ?",
            kind.word(),
            state.name(),
            options,
            id));
  }

  /**
   * Goes from one state to the other; false when it was in another one: somebody else was faster.
   */
  public boolean step(String id, ImportJob.State from, ImportJob.State to, Who who) {
    Instant at = clock.instant();
    boolean first =
        storage.write(rows -> {
          int stepped =
              rows.execute(
                  "update import_job set state = ?, holder = ? where id = ? and state = ?",
                  to.name(),
                  holder,
                  id,
                  from.name());
          if (stepped > 0) {
            JobEntries.write(rows, at, who, "import started", id);
          }
          return stepped > 0;
        });
    if (first) {
      begun.put(id, who);
    }
    return first;
  }

  void count(String id, ImportReceipt far) {
    storage.write(rows -> isOurs(rows, id) ? JobRows.counts(rows, id, far) : 0);
  }

  /** Whether nobody took it over; nobody does until the transaction ends. */
  private boolean isOurs(Handle rows, String id) {
    return rows.execute(
            "update import_job set holder = holder where id = ? and holder = ?", id, holder)
        == 1;
  }

  void done(String id, ImportReceipt receipt) {
    storage.write(rows -> {
      if (!isOurs(rows, id)) {
        return 0;
      }
      JobRows.counts(rows, id, receipt);
      JobRows.note(rows, id, receipt.notes());
      JobRows.refused(rows, id, receipt.first());
      return end(rows, id, ImportJob.State.DONE, null, "import done");
    });
  }

  /** It could not be done. */
  public void fail(String id, String why) {
    storage.write(
        rows -> isOurs(rows, id) ? end(rows, id, ImportJob.State.FAILED, why, "import failed") : 0);
  }

  private int end(
      Handle rows, String id, ImportJob.State state, @Nullable String trouble, String what) {
    Instant at = clock.instant();
    int ended =
        rows.execute(
            "update import_job set state = ?, ended_at = ?, trouble = ? where id = ?",
            state.name(),
            Instants.text(at),
            trouble,
            id);
    Who who = begun.remove(id);
    JobEntries.write(rows, at, who == null ? Who.program() : who, what, id);
    return ended;
  }

  /** Forgets an import that stored nothing. */
  public void forget(String id, Who who) {
    storage.write(rows -> {
      JobEntries.write(rows, clock.instant(), who, "import discarded", id);
      return rows.execute("delete from import_job where id = ?", id);
    });
  }

  /** Forgets the refused lines of an import; the counts stay. */
  void forgetRefused(String id, Who who) {
    storage.write(rows -> {
      int lines = rows.execute("delete from import_refusal where job = ?", id);
      JobEntries.write(rows, clock.instant(), who, "refused lines forgotten", id);
      return lines;
    });
  }

  /** Forgets the refused lines of all imports that began before. */
  void forgetRefused(Instant before) {
    storage.write(rows ->
        rows.execute(
            """
            delete from import_refusal
            where job in (select id from import_job where begun_at < ?)
            """,
            Instants.text(before)));
  }

  /**
   * Takes over imports through pages of processes that are not there any more; those that are ours
   * now. What had not wholly come in is told as broken off.
   *
   * @param alive the processes that are there
   * @param isHere whether the upload can be read here
   */
  List<ImportJob> takeOver(Set<String> alive, Predicate<String> isHere) {
    List<ImportJob> ours = new ArrayList<>();
    for (JobRows.Left left : storage.read(JobRows::underWay)) {
      if (alive.contains(left.holder())) {
        continue;
      }
      boolean isRunning = left.job().state() == ImportJob.State.RUNNING;
      if (isRunning && isHere.test(left.job().id())) {
        if (isTaken(left, "import taken over")) {
          ours.add(left.job());
        }
      } else if (isTaken(left, "")) {
        fail(left.job().id(), isRunning ? GONE : HALF);
      }
    }
    return ours;
  }

  private boolean isTaken(JobRows.Left left, String told) {
    String id = left.job().id();
    Instant at = clock.instant();
    return storage.write(rows -> {
      boolean taken =
          rows.execute(
                  "update import_job set holder = ? where id = ? and holder = ? and state = ?",
                  holder,
                  id,
                  left.holder(),
                  left.job().state().name())
              == 1;
      if (taken && !told.isEmpty()) {
        JobEntries.write(rows, at, Who.program(), told, id);
      }
      return taken;
    });
  }
}
