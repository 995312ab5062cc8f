package pilothouse.decisions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pilothouse.decisions.FileReceipt.Line;
import pilothouse.decisions.FileReceipt.What;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Writes all decisions into a folder; what was changed there since it was read is left alone. */
record Writeout(
    Docket docket, String folder, String prefix, Where place, Caller caller, FileTarget target) {

  FileReceipt write(Who who) {
    Set<String> there = new HashSet<>(target.paths());
    List<Outgoing> files =
        docket
            .storage()
            .read(rows -> new Exporting(docket, rows, caller, folder, prefix).all(there));
    Map<String, byte[]> wanted = new LinkedHashMap<>();
    List<FileRow> rows = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Outgoing file : files) {
      Line line = line(file, there.contains(file.path()));
      lines.add(line);
      if (line.what() == What.WRITTEN) {
        wanted.put(file.path(), file.bytes());
      }
      if (line.what() != What.REFUSED) {
        rows.add(target.isNow() ? file.row() : file.later());
      }
    }
    if (!wanted.isEmpty()) {
      target.write(wanted);
    }
    keep(rows, wanted.size(), who);
    return new FileReceipt(folder, lines);
  }

  private Line line(Outgoing file, boolean isThere) {
    if (isThere && target.isAs(file.path(), file.bytes())) {
      return Line.of(file.path(), What.SAME, file.decision());
    }
    boolean isOurs = !isThere || target.isAs(file.path(), file.before());
    return isOurs
        ? Line.of(file.path(), What.WRITTEN, file.decision())
        : new Line(
            file.path(),
            What.REFUSED,
            file.decision(),
            Texts.say("decisions.file.changed-there"),
            List.of());
  }

  private void keep(List<FileRow> files, int written, Who who) {
    docket
        .storage()
        .write(rows -> {
          Map<String, FileRow> before = FileRows.of(rows, folder);
          List<FileRow> news =
              files.stream().filter(file -> !file.equals(before.get(file.path()))).toList();
          if (!news.isEmpty()) {
            String head =
                FileRows.folders(rows).stream()
                    .filter(one -> one.name().equals(folder))
                    .map(FileRows.Folder::head)
                    .findFirst()
                    .orElse("");
            FileRows.touch(rows, new FileRows.Folder(folder, place, head, docket.now()));
            FileRows.keep(rows, news);
          }
          if (written > 0) {
            Journal.write(
                rows,
                Entry.of(
                        docket.now(),
                        who,
                        "files of decisions written",
                        Folders.subject(folder, place),
                        "")
                    .with(Map.of("written", Say.count(written))));
          }
          return true;
        });
  }
}
