package pilothouse.evidence.imports;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.RefusedLine;
import pilothouse.storage.Instants;
import pilothouse.storage.Storage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Imports as rows: how far each is, and what became of it. */
public final class Jobs {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ALL =
      """
      select id, kind, file, origin, state, begun_at, ended_at, trouble, options,
        seen, added, unchanged, ignored, refused
      from import_job
      """;
  private static final RowMapper<ImportJob> JOB =
      (row, context) ->
          new ImportJob(
              row.getString("id"),
              Kind.of(row.getString("kind")).orElseThrow(),
              row.getString("file"),
              row.getString("origin"),
              ImportJob.State.valueOf(row.getString("state")),
              Instants.parse(row.getString("begun_at")),
              instant(row.getString("ended_at")),
              row.getString("trouble"),
              row.getString("options"),
              new ImportReceipt(
                  row.getLong("seen"),
                  row.getLong("added"),
                  row.getLong("unchanged"),
                  row.getLong("ignored"),
                  row.getLong("refused"),
                  List.of(),
                  true,
                  notes(row.getString("options"))));

  private final Storage storage;
  private final InstantSource clock;

  Jobs(Storage storage, InstantSource clock) {
    this.storage = storage;
    this.clock = clock;
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instants.parse(text);
  }

  private static List<String> notes(String options) {
    return JSON.readTree(options).path("notes").valueStream().map(JsonNode::asString).toList();
  }

  /** Keeps the notes beside what was declared. */
  private static void note(Handle rows, String id, List<String> notes) {
    String options =
        rows.createQuery("select options from import_job where id = :id")
            .bind("id", id)
            .mapTo(String.class)
            .one();
    ObjectNode node = (ObjectNode) JSON.readTree(options);
    notes.forEach(node.putArray("notes")::add);
    rows.execute("update import_job set options = ? where id = ?", node.toString(), id);
  }

  /** Begins one, and says its id. */
  public String begin(Kind kind, String file, String origin, ImportJob.State state) {
    String id = UUID.randomUUID().toString();
    String name = file.length() > 200 ? file.substring(0, 200) : file;
    storage.write(rows ->
        rows.execute(
            """
            insert into import_job (id, kind, file, origin, state, begun_at)
            values (?, ?, ?, ?, ?, ?)
            """,
            id,
            kind.word(),
            name,
            origin,
            state.name(),
            Instants.text(clock.instant())));
    return id;
  }

  /** The newest first. */
  public List<ImportJob> newest(int most) {
    return storage.read(rows ->
        rows.createQuery(ALL + "order by begun_at desc, id limit :most")
            .bind("most", most)
            .map(JOB)
            .list());
  }

  /** The one of this id, with the first lines that it refused. */
  public Optional<ImportJob> find(String id) {
    return storage.read(rows ->
        rows.createQuery(ALL + "where id = :id")
            .bind("id", id)
            .map(JOB)
            .findOne()
            .map(job -> with(job, refused(rows, id))));
  }

  private static ImportJob with(ImportJob job, List<RefusedLine> first) {
    ImportReceipt r = job.receipt();
    return new ImportJob(
        job.id(),
        job.kind(),
        job.file(),
        job.origin(),
        job.state(),
        job.begunAt(),
        job.endedAt(),
        job.trouble(),
        job.options(),
        new ImportReceipt(
            r.seen(), r.added(), r.unchanged(), r.ignored(), r.refused(), first, true, r.notes()));
  }

  private static List<RefusedLine> refused(Handle rows, String id) {
    return rows.createQuery(
            """
            select file, line, field, why, mend from import_refusal
            where job = :job order by place
            """)
        .bind("job", id)
        .map((row, context) ->
            new RefusedLine(
                row.getString("file"),
                row.getLong("line"),
                row.getString("field"),
                row.getString("why"),
                row.getString("mend")))
        .list();
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
  public boolean step(String id, ImportJob.State from, ImportJob.State to) {
    return storage.write(rows ->
        rows.execute(
            "update import_job set state = ? where id = ? and state = ?",
            to.name(),
            id,
            from.name()))
        > 0;
  }

  void count(String id, ImportReceipt far) {
    storage.write(rows -> counts(rows, id, far));
  }

  private static int counts(Handle rows, String id, ImportReceipt far) {
    return rows.execute(
        """
        update import_job set seen = ?, added = ?, unchanged = ?, ignored = ?, refused = ?
        where id = ?
        """,
        far.seen(),
        far.added(),
        far.unchanged(),
        far.ignored(),
        far.refused(),
        id);
  }

  void done(String id, ImportReceipt receipt) {
    storage.write(rows -> {
      counts(rows, id, receipt);
      note(rows, id, receipt.notes());
      int place = 0;
      for (RefusedLine line : receipt.first()) {
        rows.execute(
            """
            insert into import_refusal (job, place, file, line, field, why, mend)
            values (?, ?, ?, ?, ?, ?, ?)
            """,
            id,
            place++,
            line.file(),
            line.line(),
            line.field(),
            line.why(),
            line.mend());
      }
      return end(rows, id, ImportJob.State.DONE, null);
    });
  }

  /** It could not be done. */
  public void fail(String id, String why) {
    storage.write(rows -> end(rows, id, ImportJob.State.FAILED, why));
  }

  private int end(Handle rows, String id, ImportJob.State state, @Nullable String trouble) {
    return rows.execute(
        "update import_job set state = ?, ended_at = ?, trouble = ? where id = ?",
        state.name(),
        Instants.text(clock.instant()),
        trouble,
        id);
  }

  /** Forgets an import that stored nothing. */
  public void forget(String id) {
    storage.write(rows -> rows.execute("delete from import_job where id = ?", id));
  }

  /** Imports through pages that were under way when the program ended are told as broken off. */
  public void breakOff() {
    storage.write(rows ->
        rows.execute(
            """
            update import_job set state = 'FAILED', ended_at = ?, trouble = ?
            where state in ('COMING', 'RUNNING') and origin <> 'command'
            """,
            Instants.text(clock.instant()),
            "Pilothouse ended meanwhile; what was stored stays. Import the file again for the rest."));
  }
}
