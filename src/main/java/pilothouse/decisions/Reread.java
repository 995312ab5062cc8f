package pilothouse.decisions;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.FileReceipt.Line;
import pilothouse.decisions.FileReceipt.What;
import pilothouse.decisions.adr.Adr;
import pilothouse.decisions.adr.Conflict;
import pilothouse.decisions.adr.Merge;
import pilothouse.web.Caller;

/** Files whose decisions are known, read again: what both sides changed is brought together. */
final class Reread {
  private final Docket docket;
  private final Handle rows;
  private final String folder;
  private final Map<String, FileRow> files;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<FileRows.Open> open;
  private @Nullable OwnFiles own;

  Reread(Docket docket, Handle rows, String folder, Map<String, FileRow> files) {
    this.docket = docket;
    this.rows = rows;
    this.folder = folder;
    this.files = files;
    this.open = FileRows.open(rows).stream().filter(one -> one.folder().equals(folder)).toList();
    rows.createQuery("select id, number from decision")
        .map((row, _) -> numbers.put(row.getString("id"), row.getInt("number")))
        .list();
  }

  /** A file after it was read, and what is told of it. */
  record Done(FileRow row, Line line) {}

  /** A file of a commit that says nothing new. */
  Done same(FileRow known, String seen) {
    List<Conflict> conflicts = conflicts(known);
    What what = conflicts.isEmpty() ? What.SAME : What.CONFLICT;
    Integer number = numbers.get(String.valueOf(known.decision()));
    return new Done(known.back().seen(seen), new Line(known.path(), what, number, "", conflicts));
  }

  private List<Conflict> conflicts(FileRow known) {
    return open.stream()
        .filter(one -> one.path().equals(known.path()))
        .map(FileRows.Open::conflict)
        .toList();
  }

  Done of(Adr theirs, FileRow known, String successor) {
    if (Arrays.equals(known.theirs(), theirs.bytes())) {
      return same(known, known.back().seen());
    }
    List<Conflict> conflicts = conflicts(known);
    Decision now = own().decision(String.valueOf(known.decision()));
    Adr ours = Adr.read(known.path(), own().of(known, now));
    Merge merge = Merge.of(Adr.read(known.path(), known.theirs()), ours, theirs);
    Adr merged = Adr.read(known.path(), merge.bytes());
    Decision after =
        new FileChange(docket, rows, FileSaid.of(ours), FileSaid.of(merged), known.path())
            .into(now, successor, FileTurns.FILE);
    conflicts.stream()
        .filter(one -> Merge.agree(ours, theirs, one.part()))
        .forEach(one -> FileRows.close(rows, new FileRows.Open(folder, known.path(), one)));
    merge.conflicts().forEach(one -> FileRows.open(rows, folder, known.path(), one));
    boolean alone = Arrays.equals(ours.bytes(), known.theirs());
    What what = merge.isClean() ? alone ? What.CHANGED : What.MERGED : What.CONFLICT;
    return new Done(
        known.with(theirs.bytes(), merge.bytes(), after),
        new Line(known.path(), what, after.number(), "", merge.conflicts()));
  }

  private OwnFiles own() {
    OwnFiles there = own;
    if (there == null) {
      there = new OwnFiles(docket, rows, Caller.nobody(), DecisionRows.all(rows)).among(files);
      own = there;
    }
    return there;
  }
}
