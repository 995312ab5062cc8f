package pilothouse.decisions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import pilothouse.web.Caller;

/** Decisions as files, as far as a caller may see them. */
final class Exporting {
  private final Handle rows;
  private final Caller caller;
  private final List<Decision> all;
  private final OwnFiles own;
  private final String folder;
  private final String prefix;

  /** Whose file is in the folder. */
  private final Map<String, FileRow> here = new HashMap<>();

  /** Whose file was read from another one. */
  private final Map<String, FileRow> elsewhere = new HashMap<>();

  /**
   * Into a folder.
   *
   * @param folder by which it is known; empty for none
   * @param prefix of the paths in it; empty where it is the whole
   */
  Exporting(Docket docket, Handle rows, Caller caller, String folder, String prefix) {
    this.rows = rows;
    this.prefix = prefix;
    this.caller = caller;
    this.folder = folder;
    this.all = DecisionRows.all(rows).reversed();
    this.own = new OwnFiles(docket, rows, caller, all);
    for (FileRow file : FileRows.all(rows)) {
      if (file.decision() != null && file.leftOut().isEmpty()) {
        boolean isHere = file.folder().equals(folder) && file.path().startsWith(prefix);
        if (isHere || file.isRead()) {
          (isHere ? here : elsewhere).putIfAbsent(file.decision(), file);
        }
      }
    }
  }

  /** One decision: the file that it was read from as it would be now, else a new one. */
  Outgoing one(Decision one) {
    FileRow there = elsewhere.get(one.id());
    if (there == null) {
      String path = new FileNames(rows, List.of(), "").next(one, true);
      return Outgoing.fresh(folder, path, own.fresh(path, one), one);
    }
    elsewhere.values().stream()
        .filter(file -> file.folder().equals(there.folder()))
        .forEach(file -> own.at(file.path(), String.valueOf(file.decision())));
    return Outgoing.known(there, own.of(there, one), one);
  }

  /**
   * All: those whose files are in the folder, those that were made here and, where no files were
   * read from the folder, all others below the names of where they are from.
   *
   * @param taken paths of the folder that are in use
   * @param belongs whether one that has no file there belongs there
   */
  List<Outgoing> all(Collection<String> taken, Predicate<Decision> belongs) {
    Map<Decision, String> paths = paths(taken, belongs);
    paths.forEach((one, path) -> own.at(path, one.id()));
    List<Outgoing> files = new ArrayList<>();
    paths.forEach((one, path) -> files.add(file(one, path)));
    return files;
  }

  /** How many have no file in the folder, and do not belong there either. */
  int others(Predicate<Decision> belongs) {
    return (int)
        all.stream()
            .filter(one -> caller.sees(one.place()) && !here.containsKey(one.id()))
            .filter(one -> !elsewhere.containsKey(one.id()) && !belongs.test(one))
            .count();
  }

  private Map<Decision, String> paths(Collection<String> taken, Predicate<Decision> belongs) {
    boolean isSource = here.values().stream().anyMatch(FileRow::isRead);
    Set<String> used = new HashSet<>(taken);
    here.values().forEach(file -> used.add(file.path()));
    FileNames names = new FileNames(rows, used, prefix);
    Map<Decision, String> paths = new LinkedHashMap<>();
    for (Decision one : all) {
      FileRow there = here.get(one.id());
      FileRow other = elsewhere.get(one.id());
      boolean isOthers = there == null && other != null;
      boolean isBeside = there == null && other != null && other.folder().equals(folder);
      boolean isWanted =
          there != null || (!(isOthers && isSource) && !isBeside && belongs.test(one));
      if (caller.sees(one.place()) && isWanted) {
        paths.put(
            one,
            there != null
                ? there.path()
                : other != null ? names.below(other) : names.next(one, !isSource));
      }
    }
    return paths;
  }

  private Outgoing file(Decision one, String path) {
    FileRow there = here.get(one.id());
    FileRow other = elsewhere.get(one.id());
    return there != null
        ? Outgoing.known(there, own.of(there, one), one)
        : Outgoing.fresh(
            folder, path, other != null ? own.of(other, one) : own.fresh(path, one), one);
  }
}
