package pilothouse.decisions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.FileReceipt.Line;
import pilothouse.decisions.FileReceipt.What;
import pilothouse.decisions.adr.Conflict;
import pilothouse.text.Texts;
import pilothouse.web.Where;

/**
 * What is to be written into a folder, and what is known of it.
 *
 * @param place of the folder
 * @param there the paths of its files
 * @param before what was read from there or written there last, by paths
 * @param open parts with two texts, by paths
 * @param others how many belong elsewhere and stay away
 */
record Leaving(
    Where place,
    Set<String> there,
    List<Outgoing> files,
    Map<String, FileRow> before,
    Map<String, List<Conflict>> open,
    int others,
    boolean isRestored) {

  static Leaving of(Handle rows, Writeout out, Set<String> there) {
    Where place =
        FileRows.folders(rows).stream()
            .filter(one -> one.name().equals(out.folder()))
            .map(FileRows.Folder::place)
            .findFirst()
            .orElse(out.place());
    Predicate<Decision> belongs = belongs(out, place);
    Exporting exporting =
        new Exporting(out.docket(), rows, out.caller(), out.folder(), out.prefix());
    Map<String, FileRow> before = FileRows.of(rows, out.folder());
    // A folder that is gone as a whole, and was only ever written, is made anew.
    boolean isNew = there.isEmpty() && before.values().stream().noneMatch(FileRow::isRead);
    return new Leaving(
        place,
        there,
        exporting.all(there, belongs),
        before,
        open(rows, out.folder()),
        exporting.others(belongs),
        isNew || out.wish().restore());
  }

  /** Whether a decision is the place's, or one of the systems' that live in it. */
  private static Predicate<Decision> belongs(Writeout out, Where place) {
    if (out.wish().all() || place.equals(Where.ORGANISATION)) {
      return _ -> true;
    }
    List<Where> own = out.docket().ground().systems(place).stream().map(Where::system).toList();
    return one -> one.place().equals(place) || own.contains(one.place());
  }

  private static Map<String, List<Conflict>> open(Handle rows, String folder) {
    Map<String, List<Conflict>> open = new HashMap<>();
    FileRows.open(rows).stream()
        .filter(one -> one.folder().equals(folder))
        .forEach(one ->
            open.computeIfAbsent(one.path(), _ -> new java.util.ArrayList<>()).add(one.conflict()));
    return open;
  }

  /** What becomes of a file. */
  Line line(Outgoing file, FileTarget target) {
    String path = file.path();
    boolean isThere = there.contains(path);
    if (isThere && target.isAs(path, file.bytes())) {
      return Line.of(path, What.SAME, file.decision());
    }
    List<Conflict> two = open.getOrDefault(path, List.of());
    if (!two.isEmpty()) {
      String why = Texts.say("decisions.file.two-texts-there");
      return new Line(path, What.CONFLICT, file.decision(), why, two);
    }
    if (!isThere && !isRestored && isTakenOut(before.get(path))) {
      return Line.of(path, What.TAKEN_OUT, file.decision());
    }
    boolean isOurs = !isThere || target.isAs(path, file.before());
    return isOurs
        ? Line.of(path, What.WRITTEN, file.decision())
        : new Line(
            path,
            What.REFUSED,
            file.decision(),
            Texts.say("decisions.file.changed-there"),
            List.of());
  }

  /** It was there once, and does not wait on a branch. */
  private static boolean isTakenOut(@Nullable FileRow row) {
    return row != null && row.decision() != null && row.branch().isEmpty();
  }
}
