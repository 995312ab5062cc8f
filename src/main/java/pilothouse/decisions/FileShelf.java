package pilothouse.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.adr.Adr;
import pilothouse.decisions.adr.AdrFolder;
import pilothouse.decisions.adr.AdrFolder.Problem;
import pilothouse.storage.Storage;
import pilothouse.web.Caller;

/** All folders of files with what they say, kept in memory until one of them changes. */
final class FileShelf {
  private volatile @Nullable Known kept;

  /** All of them as they are now. */
  record Known(long version, List<Read> all, Map<String, List<Filed>> byDecision) {
    /** The files of a decision, those that were read first. */
    List<Filed> of(Decision decision) {
      return byDecision.getOrDefault(decision.id(), List.of());
    }

    /** What the file of a decision calls it, where whoever may see that sees the folder. */
    String named(Decision decision) {
      return of(decision).stream()
          .filter(Filed::isRead)
          .filter(one -> folder(one.folder()).stream().anyMatch(read -> read.isOf(decision)))
          .findFirst()
          .map(Filed::named)
          .orElse("");
    }

    /** Those that the caller may see. */
    Stream<Read> seen(Caller caller) {
      return all.stream().filter(one -> caller.sees(one.folder().place()));
    }

    Optional<Read> folder(String name) {
      return all.stream().filter(one -> one.folder().name().equals(name)).findFirst();
    }
  }

  /**
   * A folder.
   *
   * @param leftOut why files were left out, by their paths
   */
  record Read(
      FileRows.Folder folder,
      List<Filed> files,
      SortedMap<String, String> leftOut,
      List<Problem> problems,
      List<FileRows.Open> open,
      BinaryOperator<String> targets) {
    /** How many files with decisions are there now. */
    long size() {
      return files.stream().filter(Filed::isThere).count();
    }

    private boolean isOf(Decision decision) {
      return folder.place().equals(decision.place());
    }
  }

  /** What is known now. */
  Known now(Storage storage) {
    return storage.read(rows -> {
      long version = FileRows.version(rows);
      Known before = kept;
      if (before == null || before.version() != version) {
        before = read(rows, version);
        kept = before;
      }
      return before;
    });
  }

  private static Known read(Handle rows, long version) {
    Map<String, List<FileRow>> files = new HashMap<>();
    FileRows.all(rows)
        .forEach(row -> files.computeIfAbsent(row.folder(), _ -> new ArrayList<>()).add(row));
    List<FileRows.Open> open = FileRows.open(rows);
    List<Read> all = new ArrayList<>();
    Map<String, List<Filed>> byDecision = new LinkedHashMap<>();
    for (FileRows.Folder folder : FileRows.folders(rows)) {
      Read read =
          read(
              folder,
              files.getOrDefault(folder.name(), List.of()),
              open.stream().filter(one -> one.folder().equals(folder.name())).toList());
      all.add(read);
      read.files()
          .forEach(file ->
              byDecision.computeIfAbsent(file.decision(), _ -> new ArrayList<>()).add(file));
    }
    byDecision
        .values()
        .forEach(list -> list.sort(java.util.Comparator.comparing(file -> !file.isRead())));
    return new Known(version, List.copyOf(all), byDecision);
  }

  private static Read read(FileRows.Folder folder, List<FileRow> rows, List<FileRows.Open> open) {
    Map<String, byte[]> there = new HashMap<>();
    Map<String, byte[]> all = new HashMap<>();
    SortedMap<String, String> leftOut = new TreeMap<>();
    Map<String, FileRow> byPath = new HashMap<>();
    for (FileRow row : rows) {
      byPath.put(row.path(), row);
      if (!row.leftOut().isEmpty()) {
        leftOut.put(row.path(), row.leftOut());
      }
      boolean isRecord = row.decision() != null && row.leftOut().isEmpty();
      byte[] bytes = isRecord ? row.theirs() : new byte[0];
      if (row.isThere()) {
        there.put(row.path(), bytes);
      }
      if (row.isThere() || isRecord) {
        all.put(row.path(), bytes);
      }
    }
    // What is not there, or not yet, cannot be wrong.
    AdrFolder now = AdrFolder.of(there);
    AdrFolder read = all.size() == there.size() ? now : AdrFolder.of(all);
    List<Filed> files = new ArrayList<>();
    for (Adr adr : read.records()) {
      FileRow row = byPath.get(adr.fileName());
      if (row != null && row.decision() != null) {
        files.add(Filed.of(row, adr, read));
      }
    }
    return new Read(folder, List.copyOf(files), leftOut, now.problems(), open, read.targets());
  }
}
