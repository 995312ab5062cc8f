package pilothouse.decisions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import pilothouse.decisions.FileReceipt.Line;
import pilothouse.decisions.FileReceipt.What;
import pilothouse.decisions.adr.Adr;
import pilothouse.decisions.adr.AdrFolder;
import pilothouse.decisions.adr.Link;
import pilothouse.decisions.adr.LinkKind;

/** Takes the files of one folder in one transaction. */
final class Reception {
  private final Docket docket;
  private final Handle rows;
  private final Shipment from;
  private final AdrFolder folder;
  private final Map<String, FileRow> before;
  private final Map<String, String> ids = new HashMap<>();
  private final Set<String> moved = new TreeSet<>();
  private final List<FileRow> kept = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private boolean isNews;

  Reception(Docket docket, Handle rows, Shipment from, AdrFolder folder) {
    this.docket = docket;
    this.rows = rows;
    this.from = from;
    this.folder = folder;
    this.before = new LinkedHashMap<>(FileRows.of(rows, from.folder()));
  }

  /** What became of each file, in the order of their paths. */
  List<Line> taken() {
    if (!from.part()) {
      moved();
    }
    List<Adr> fresh = new ArrayList<>();
    List<Adr> known = new ArrayList<>();
    for (Adr adr : folder.records()) {
      FileRow row = before.get(adr.fileName());
      String id = row == null ? null : row.decision();
      ids.put(adr.fileName(), id == null ? UUID.randomUUID().toString() : id);
      (id == null ? fresh : known).add(adr);
    }
    before.values().stream()
        .filter(row -> row.decision() != null)
        .forEach(row -> ids.putIfAbsent(row.path(), row.decision()));
    begin(fresh);
    Reread reread = new Reread(docket, rows, from.folder(), before);
    known.forEach(adr -> again(reread, adr));
    folder.leftOut().forEach(one -> without(one.file(), What.LEFT_OUT, one.why()));
    from.refused().forEach((path, why) -> without(path, What.REFUSED, why));
    gone();
    FileRows.keep(rows, kept);
    Map<String, List<String>> warnings = folder.warnings();
    lines.replaceAll(line -> line.warned(warnings.getOrDefault(line.path(), List.of())));
    lines.sort(Comparator.comparing(Line::path));
    return lines;
  }

  /** Whether anything is other than before. */
  boolean isNews() {
    return isNews || !kept.isEmpty();
  }

  /** A file that is as another one was that is not there any more. */
  private void moved() {
    List<FileRow> lost =
        before.values().stream()
            .filter(row -> row.decision() != null && !from.files().containsKey(row.path()))
            .toList();
    for (Adr adr : lost.isEmpty() ? List.<Adr>of() : folder.records()) {
      if (!before.containsKey(adr.fileName())) {
        byte[] bytes = adr.bytes();
        lost.stream()
            .filter(row -> before.containsKey(row.path()) && Arrays.equals(row.theirs(), bytes))
            .findFirst()
            .ifPresent(row -> move(row, adr.fileName()));
      }
    }
  }

  private void move(FileRow row, String path) {
    FileRow there = row.at(path);
    FileRows.keep(rows, List.of(there));
    FileRows.open(rows).stream()
        .filter(one -> one.folder().equals(row.folder()) && one.path().equals(row.path()))
        .forEach(one -> FileRows.open(rows, row.folder(), path, one.conflict()));
    FileRows.drop(rows, row);
    before.remove(row.path());
    before.put(path, there);
    moved.add(path);
    isNews = true;
  }

  private void begin(List<Adr> fresh) {
    if (fresh.isEmpty()) {
      return;
    }
    DecisionBatch batch = new DecisionBatch(rows, docket.now());
    for (Adr adr : fresh) {
      FileTurns told = new FileTurns(docket, FileSaid.of(adr), successor(adr));
      Decision made =
          told.begun(String.valueOf(ids.get(adr.fileName())), batch.number(), from.place());
      batch.add(made);
      byte[] bytes = adr.bytes();
      kept.add(
          FileRow.leftOut(from.folder(), adr.fileName(), "")
              .with(bytes, bytes, made)
              .seen(from.seen(adr.fileName())));
      lines.add(Line.of(adr.fileName(), What.NEW, made.number()));
    }
    batch.write();
  }

  private void again(Reread reread, Adr adr) {
    FileRow row = FileRow.known(before.get(adr.fileName()));
    String seen = from.seen(adr.fileName());
    boolean isOld =
        !seen.isEmpty() && (seen.equals(row.seen()) || (row.isRead() && row.seen().isEmpty()));
    Reread.Done done =
        isOld
            ? reread.same(row, seen)
            : reread.of(adr, row.seen(seen.isEmpty() ? row.seen() : seen), successor(adr));
    if (!done.row().equals(row)) {
      kept.add(done.row());
    }
    lines.add(
        done.line().what() == What.SAME && moved.contains(row.path())
            ? Line.of(row.path(), What.MOVED, done.line().decision())
            : done.line());
  }

  /** The decision that holds in its place, as its file says; empty for none that is known. */
  private String successor(Adr adr) {
    for (Link link : adr.head().links()) {
      String path = folder.target(adr.fileName(), link);
      if (link.kind() == LinkKind.SUPERSEDED_BY && !path.equals(adr.fileName())) {
        return ids.getOrDefault(path, "");
      }
    }
    return "";
  }

  /** What is no decision; where it was one, the decision stays. */
  private void without(String path, What what, String why) {
    FileRow row = before.get(path);
    FileRow now =
        row == null || row.decision() == null
            ? FileRow.leftOut(from.folder(), path, why)
            : row.gone(why);
    if (!now.equals(row)) {
      kept.add(now);
    }
    lines.add(Line.without(path, what, why));
  }

  private void gone() {
    for (FileRow row : from.part() ? List.<FileRow>of() : before.values()) {
      boolean there =
          from.files().containsKey(row.path()) || from.refused().containsKey(row.path());
      if (!there && row.isThere()) {
        kept.add(row.gone(""));
        lines.add(Line.without(row.path(), What.GONE, ""));
      }
    }
  }
}
