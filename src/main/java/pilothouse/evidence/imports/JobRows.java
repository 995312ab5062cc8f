package pilothouse.evidence.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.files.Kind;
import pilothouse.evidence.files.RefusedLine;
import pilothouse.storage.Instants;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rows of imports, and what is read from them. */
final class JobRows {
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

  private JobRows() {}

  /** The newest first. */
  static List<ImportJob> newest(Handle rows, int most) {
    return rows.createQuery(ALL + "order by begun_at desc, id limit :most")
        .bind("most", most)
        .map(JOB)
        .list();
  }

  /** An import under way, and which process works on it. */
  record Left(ImportJob job, String holder) {}

  /** Those that pages began and that are not over. */
  static List<Left> underWay(Handle rows) {
    return rows.createQuery(
            ALL.replace("options,", "options, holder,")
                + "where state in ('COMING', 'RUNNING') and origin <> 'command' order by begun_at, id")
        .map((row, context) -> new Left(JOB.map(row, context), row.getString("holder")))
        .list();
  }

  /** The one of this id, with the first lines that it refused. */
  static Optional<ImportJob> find(Handle rows, String id) {
    return rows.createQuery(ALL + "where id = :id")
        .bind("id", id)
        .map(JOB)
        .findOne()
        .map(job -> with(job, refused(rows, id)));
  }

  /** Writes how far it is. */
  static int counts(Handle rows, String id, ImportReceipt far) {
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

  private static List<String> notes(String options) {
    return JSON.readTree(options).path("notes").valueStream().map(JsonNode::asString).toList();
  }

  /** Keeps the notes beside what was declared. */
  static void note(Handle rows, String id, List<String> notes) {
    String options =
        rows.createQuery("select options from import_job where id = :id")
            .bind("id", id)
            .mapTo(String.class)
            .one();
    ObjectNode node = (ObjectNode) JSON.readTree(options);
    notes.forEach(node.putArray("notes")::add);
    rows.execute("update import_job set options = ? where id = ?", node.toString(), id);
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
            select file, line, field, why, mend, value from import_refusal
            where job = :job order by place
            """)
        .bind("job", id)
        .map((row, context) ->
            new RefusedLine(
                row.getString("file"),
                row.getLong("line"),
                row.getString("field"),
                row.getString("why"),
                row.getString("mend"),
                row.getString("value")))
        .list();
  }

  /** Keeps the first lines that were refused. */
  static void refused(Handle rows, String id, List<RefusedLine> lines) {
    int place = 0;
    for (RefusedLine line : lines) {
      rows.execute(
          """
          insert into import_refusal (job, place, file, line, field, why, mend, value)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          id,
          place++,
          line.file(),
          line.line(),
          line.field(),
          line.why(),
          line.mend(),
          line.value());
    }
  }

  private static @Nullable Instant instant(@Nullable String text) {
    return text == null ? null : Instants.parse(text);
  }
}
