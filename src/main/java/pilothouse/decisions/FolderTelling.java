package pilothouse.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pilothouse.web.Caller;

/** Tells programs of folders with files of decisions. */
record FolderTelling(Docket docket, DecisionShelf shelf, Caller caller) {
  /** All folders. */
  List<FolderTold> all() {
    return shelf.files().now(docket.storage()).seen(caller).map(this::told).toList();
  }

  FolderTold told(FileShelf.Read read) {
    Map<String, Decision> known = new HashMap<>();
    shelf.seen(docket.storage(), caller).forEach(one -> known.put(one.id(), one));
    FileRows.Folder folder = read.folder();
    List<FolderTold.File> all = new ArrayList<>();
    for (Filed file : read.files()) {
      Decision one = known.get(file.decision());
      if (one != null) {
        all.add(told(file, one));
      }
    }
    return new FolderTold(
        folder.name(),
        folder.place().text(),
        folder.head().isEmpty() ? null : folder.head(),
        folder.at(),
        all,
        read.leftOut().entrySet().stream()
            .map(one -> new FolderTold.LeftOut(one.getKey(), one.getValue()))
            .toList(),
        read.problems().stream()
            .map(one ->
                new FolderTold.Problem(
                    one.kind().name().toLowerCase(Locale.ROOT), one.file(), one.words()))
            .toList(),
        Folders.address(folder.name()));
  }

  private static FolderTold.File told(Filed file, Decision one) {
    return new FolderTold.File(
        file.path(),
        file.number(),
        file.title(),
        file.status(),
        file.date(),
        file.isThere(),
        file.branch().isEmpty() ? null : file.branch(),
        one.number(),
        file.links().stream()
            .map(link ->
                new FolderTold.Link(
                    link.kind().name().toLowerCase(Locale.ROOT),
                    link.label(),
                    link.path().isEmpty() ? null : link.path()))
            .toList());
  }
}
