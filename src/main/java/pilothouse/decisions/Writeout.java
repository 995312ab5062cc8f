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
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Writes decisions into a folder; what is not ours to change there is left as it is. */
record Writeout(
    Docket docket,
    String folder,
    String prefix,
    Where place,
    Caller caller,
    FileTarget target,
    WriteWish wish) {

  FileReceipt write(Who who) {
    Set<String> there = new HashSet<>(target.paths());
    Leaving leaving = docket.storage().read(rows -> Leaving.of(rows, this, there));
    Map<String, byte[]> wanted = new LinkedHashMap<>();
    List<FileRow> rows = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (Outgoing file : leaving.files()) {
      Line line = leaving.line(file, target);
      lines.add(line);
      if (line.what() == What.WRITTEN) {
        wanted.put(file.path(), file.bytes());
      }
      if (line.what() == What.WRITTEN || line.what() == What.SAME) {
        rows.add(target.branch().isEmpty() ? file.row() : file.later(target.branch()));
      }
    }
    if (!wanted.isEmpty()) {
      target.write(wanted);
    }
    keep(rows, leaving.place(), wanted.size(), who);
    return new FileReceipt(folder, lines, true, leaving.others());
  }

  private void keep(List<FileRow> files, Where where, int written, Who who) {
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
            FileRows.touch(rows, new FileRows.Folder(folder, where, head, docket.now()));
            FileRows.keep(rows, news);
          }
          if (written > 0) {
            Journal.write(
                rows,
                Entry.of(
                        docket.now(),
                        who,
                        "files of decisions written",
                        Folders.subject(folder, where),
                        "")
                    .with(Map.of("written", Say.count(written))));
          }
          return true;
        });
  }
}
