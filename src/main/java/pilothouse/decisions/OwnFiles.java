package pilothouse.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import pilothouse.decisions.Turn.Kind;
import pilothouse.decisions.adr.Adr;
import pilothouse.decisions.adr.LinkKind;
import pilothouse.web.Caller;

/** Our versions of the files of a folder: as they were read, with what changed here since. */
final class OwnFiles {
  private final Docket docket;
  private final Handle rows;
  private final Caller caller;
  private final Map<String, Decision> all = new HashMap<>();
  private final Map<String, String> paths = new HashMap<>();
  private final Map<String, List<Decision>> superseded = new HashMap<>();

  /**
   * Of a folder.
   *
   * @param caller who is told who said what
   * @param all all decisions
   */
  OwnFiles(Docket docket, Handle rows, Caller caller, List<Decision> all) {
    this.docket = docket;
    this.rows = rows;
    this.caller = caller;
    for (Decision one : all) {
      this.all.put(one.id(), one);
      if (one.state() == State.SUPERSEDED) {
        one.last(Kind.SUPERSEDED)
            .filter(turn -> !turn.about().isEmpty() && !FileTurns.isOfFile(turn))
            .ifPresent(
                turn -> superseded.computeIfAbsent(turn.about(), _ -> new ArrayList<>()).add(one));
      }
    }
  }

  /** Says where a decision lies in the folder. */
  OwnFiles at(String path, String decision) {
    paths.putIfAbsent(decision, path);
    return this;
  }

  /** Says the same of all files that are known. */
  OwnFiles among(Map<String, FileRow> files) {
    files.values().stream()
        .filter(file -> file.decision() != null)
        .forEach(file -> at(file.path(), String.valueOf(file.decision())));
    return this;
  }

  Decision decision(String id) {
    return Objects.requireNonNull(all.get(id));
  }

  /** A file that was read, as we would write it now. */
  byte[] of(FileRow file, Decision now) {
    boolean isSame = file.words() == now.now().number() && file.turns() == now.turns().size();
    if (isSame && !superseded.containsKey(now.id())) {
      return file.own();
    }
    Version words =
        DecisionRows.versions(rows, now.id()).stream()
            .filter(one -> one.number() == file.words())
            .findFirst()
            .orElse(now.now());
    Drafted drafted = new Drafted(docket, caller, id -> link(file.path(), id));
    Adr adr =
        Adr.read(file.path(), file.own())
            .with(drafted.of(now.at(words, file.turns())), drafted.of(now));
    return symmetric(adr, now).bytes();
  }

  /** A file for one that has none yet. */
  byte[] fresh(String path, Decision now) {
    Drafted drafted = new Drafted(docket, caller, id -> link(path, id));
    return symmetric(drafted.whole(now).written(path), now).bytes();
  }

  /** With those of which somebody said here that it holds in their place. */
  private Adr symmetric(Adr adr, Decision now) {
    List<String> missing = new ArrayList<>();
    for (Decision old : superseded.getOrDefault(now.id(), List.of())) {
      String link = link(adr.fileName(), old.id());
      String target = paths.getOrDefault(old.id(), link);
      boolean known =
          adr.targets(LinkKind.SUPERSEDES).stream()
              .anyMatch(one -> target.endsWith(one.replaceFirst("^\\./", "")));
      if (!known) {
        missing.add(link);
      }
    }
    return adr.superseding(missing);
  }

  /** How one file calls another decision. */
  private String link(String from, String id) {
    Decision other = all.get(id);
    if (other == null || !caller.sees(other.place())) {
      return "";
    }
    String to = paths.get(id);
    String title = other.title().replaceAll("[\\[\\]()\\s]+", " ").strip();
    return to == null ? other.name() + " " + title : "[" + title + "](" + relative(from, to) + ")";
  }

  /** The way from one file to another one of the same folder. */
  static String relative(String from, String to) {
    String[] here = from.split("/", -1);
    String[] there = to.split("/", -1);
    int same = 0;
    while (same < Math.min(here.length, there.length) - 1 && here[same].equals(there[same])) {
      same++;
    }
    StringBuilder way = new StringBuilder("../".repeat(here.length - 1 - same));
    for (int i = same; i < there.length; i++) {
      way.append(i > same ? "/" : "").append(there[i]);
    }
    return way.toString().replace(" ", "%20");
  }
}
