package pilothouse.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.adr.Status;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Answer;
import pilothouse.web.Caller;

/** Pages of folders with files of decisions. */
record FolderBoard(Docket docket, DecisionShelf shelf, Caller caller) {
  private static final int SHOWN = 500;

  /** All folders; or the one of a name. */
  Answer all(@Nullable String name) {
    if (name != null) {
      return one(
          shelf
              .files()
              .now(docket.storage())
              .folder(name)
              .filter(one -> caller.sees(one.folder().place()))
              .orElseThrow(Docket::gone));
    }
    Board.Table table =
        new Board.Table(
            "folders",
            Texts.say("decisions.file.folders"),
            Texts.say("decisions.file.no-folders"),
            Texts.all(
                "decisions.file.head.folder",
                "decisions.file.head.files",
                "decisions.file.head.left-out",
                "decisions.file.head.problems",
                "web.place"),
            shelf.files().now(docket.storage()).seen(caller).map(this::row).toList());
    return new Board(
            Texts.say("decisions.file.folders"),
            Texts.say("decisions.file.intro"),
            new Board.Link(Texts.say("entry.decisions"), "/decisions"),
            List.of(table, form(), downloads()))
        .page();
  }

  private Row row(FileShelf.Read one) {
    FileRows.Folder folder = one.folder();
    int problems = one.problems().size() + one.open().size();
    Cell cell = Cell.num(Say.count(problems));
    return Row.of(
        Cell.to(Folders.called(folder.name()), Folders.address(folder.name())),
        Cell.num(Say.count(one.size())),
        Cell.num(Say.count(one.leftOut().size())),
        cell,
        Cell.of(docket.places().name(folder.place())));
  }

  private static Board.Form form() {
    return new Board.Form(
        "take",
        Texts.say("decisions.file.take"),
        Texts.say("decisions.file.take.how"),
        "/decisions/by/folder",
        List.of(
            Field.text("path", Texts.say("decisions.file.field.path")).must(),
            Field.area("text", Texts.say("decisions.file.field.text")).must(),
            Field.place()),
        Texts.say("decisions.file.take.send"));
  }

  private static Board.Lines downloads() {
    return new Board.Lines(
        "download",
        Texts.say("decisions.file.download"),
        "",
        List.of(Cell.to(Texts.say("decisions.file.archive"), "/decisions/by/folder/files.zip")));
  }

  /** One folder. */
  Answer one(FileShelf.Read read) {
    FileRows.Folder folder = read.folder();
    List<Board.Part> parts = new ArrayList<>();
    parts.add(problems(read));
    parts.add(table(read));
    parts.add(leftOut(read));
    String called = Folders.called(folder.name());
    String read_ = Say.time(folder.at(), docket.zone());
    return new Board(
            Texts.say("decisions.file.of", called),
            folder.head().isEmpty()
                ? Texts.say("decisions.file.read", read_)
                : Texts.say("decisions.file.read-at", read_, folder.head().substring(0, 12)),
            new Board.Link(Texts.say("decisions.file.folders"), "/decisions/by/folder"),
            parts)
        .page();
  }

  /** One of a repository where nothing was found. */
  static Answer none(String name) {
    return new Board(
            Texts.say("decisions.file.of", name),
            Texts.say("decisions.file.no-folders"),
            new Board.Link(Texts.say("decisions.file.folders"), "/decisions/by/folder"),
            List.of())
        .page();
  }

  private Board.Table table(FileShelf.Read read) {
    Map<String, Decision> known = known();
    Map<String, String> addresses = addresses(read, known);
    return new Board.Table(
        "files",
        Texts.say("decisions.file.files"),
        Texts.say("decisions.file.no-files"),
        Texts.all(
            "decisions.file.head.file",
            "decisions.file.head.number",
            "decisions.file.head.status",
            "decisions.file.head.date",
            "decisions.file.head.links"),
        read.files().stream()
            .filter(file -> known.containsKey(file.decision()))
            .limit(SHOWN)
            .map(file ->
                Row.of(
                    Cell.to(file.title(), addresses.getOrDefault(file.path(), ""))
                        .note(file.isThere() ? file.path() : away(file)),
                    Cell.num(file.number() == null ? "" : String.valueOf(file.number())),
                    status(file),
                    Cell.of(file.date()),
                    Cell.of(links(file))))
            .toList());
  }

  private static String away(Filed file) {
    return file.branch().isEmpty()
        ? Texts.say("decisions.file.not-there", file.path())
        : Texts.say("decisions.file.on-branch", file.path(), file.branch());
  }

  private static Cell status(Filed file) {
    return file.status().isEmpty()
        ? Cell.of(Texts.say("decisions.state.unknown")).look("look")
        : Cell.of(file.status()).look(file.stands() == Status.UNKNOWN ? "look" : "");
  }

  private static String links(Filed file) {
    return file.links().stream().map(file::says).collect(Collectors.joining("; "));
  }

  private Map<String, Decision> known() {
    Map<String, Decision> known = new HashMap<>();
    shelf.seen(docket.storage(), caller).forEach(one -> known.put(one.id(), one));
    return known;
  }

  private static Map<String, String> addresses(FileShelf.Read read, Map<String, Decision> known) {
    Map<String, String> addresses = new HashMap<>();
    for (Filed file : read.files()) {
      Decision one = known.get(file.decision());
      if (one != null) {
        addresses.put(file.path(), one.address());
      }
    }
    return addresses;
  }

  private Board.Table problems(FileShelf.Read read) {
    Map<String, String> addresses = addresses(read, known());
    List<Row> rows = new ArrayList<>();
    for (FileRows.Open one : read.open()) {
      String says = Texts.say("decisions.file.two-texts", one.conflict().heading());
      rows.add(
          Row.of(
              Cell.to(one.path(), addresses.getOrDefault(one.path(), "")),
              Cell.of(says).look("look")));
    }
    read.problems().stream()
        .limit(SHOWN)
        .forEach(one ->
            rows.add(
                Row.of(
                    Cell.to(one.file(), addresses.getOrDefault(one.file(), "")),
                    Cell.of(one.words()).look("look"))));
    return new Board.Table(
        "problems",
        Texts.say("decisions.file.problems"),
        Texts.say("decisions.file.no-problems"),
        Texts.all("decisions.file.head.file", "decisions.file.head.problem"),
        rows);
  }

  private static Board.Table leftOut(FileShelf.Read read) {
    return new Board.Table(
        "left-out",
        Texts.say("decisions.file.left-out"),
        Texts.say("decisions.file.none-left-out"),
        Texts.all("decisions.file.head.file", "decisions.file.head.why"),
        read.leftOut().entrySet().stream()
            .limit(SHOWN)
            .map(one -> Row.of(Cell.of(one.getKey()), Cell.of(one.getValue())))
            .toList());
  }
}
