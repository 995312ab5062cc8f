package pilothouse.decisions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilothouse.decisions.adr.Adr;
import pilothouse.text.Markdown;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.web.Caller;

/** What the page of a decision says of its files. */
record FileBoard(Docket docket, DecisionShelf shelf, FileShelf.Known known, Caller caller) {
  FileBoard(Docket docket, DecisionShelf shelf, Caller caller) {
    this(docket, shelf, shelf.files().now(docket.storage()), caller);
  }

  /** Its files in folders that the caller may see. */
  private List<Filed> files(Decision one) {
    return known.of(one).stream()
        .filter(file -> known.folder(file.folder()).map(this::isSeen).orElse(false))
        .toList();
  }

  private boolean isSeen(FileShelf.Read read) {
    return caller.sees(read.folder().place());
  }

  /** Where it came from, for lists: the folder of its first file, or here. */
  Cell origin(Decision one) {
    for (Filed file : files(one)) {
      if (file.isRead()) {
        return Cell.to(Folders.called(file.folder()), Folders.address(file.folder()));
      }
    }
    return Cell.of(Texts.say("decisions.file.here"));
  }

  /** What its file calls it, with the day that it says; empty where it says none. */
  String number(Decision one) {
    return read(one)
        .filter(file -> file.number() != null)
        .map(file -> Stream.of(file.called(), file.date()))
        .orElse(Stream.of())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What stands on its page. */
  List<Board.Part> parts(Decision one) {
    List<Board.Part> parts = new ArrayList<>();
    List<FileRows.Open> open = open(one);
    if (!open.isEmpty()) {
      parts.add(new TwoTexts(one, open, caller).table());
    }
    parts.add(file(one));
    read(one).ifPresent(file -> parts.addAll(texts(file).parts()));
    return parts;
  }

  /** What its file says was decided, while nobody here knows whether that holds. */
  List<Board.Part> outcome(Decision one) {
    return one.state().isOpen()
        ? read(one).map(file -> texts(file).outcome()).orElse(List.of())
        : List.of();
  }

  /** As programs are told it. */
  List<FileTold> told(Decision one) {
    List<FileRows.Open> open = open(one);
    return files(one).stream()
        .map(file ->
            new FileTold(
                file.folder(),
                file.path(),
                file.status(),
                file.date(),
                file.deciders(),
                file.isThere(),
                isChanged(one, file),
                open.stream()
                    .filter(each -> each.path().equals(file.path()))
                    .filter(each -> each.folder().equals(file.folder()))
                    .map(FileTold::of)
                    .toList(),
                Folders.address(file.folder())))
        .toList();
  }

  private List<FileRows.Open> open(Decision one) {
    List<FileRows.Open> open = new ArrayList<>();
    for (Filed file : files(one)) {
      known
          .folder(file.folder())
          .ifPresent(folder ->
              folder.open().stream()
                  .filter(each -> each.path().equals(file.path()))
                  .forEach(open::add));
    }
    return open;
  }

  private Board.Lines file(Decision one) {
    List<Cell> all = new ArrayList<>();
    FileLines lines = new FileLines(this);
    for (Filed file : files(one)) {
      all.addAll(lines.of(file, isChanged(one, file)));
    }
    all.add(Cell.to(Texts.say("decisions.file.download-one"), one.address() + "/file"));
    return new Board.Lines("file", Texts.say("decisions.file.its"), "", all);
  }

  /** The pages of the decisions of a folder, by the paths of their files. */
  Map<String, String> addresses(String folder) {
    Map<String, String> addresses = new HashMap<>();
    Map<String, String> byId = new HashMap<>();
    shelf.seen(docket.storage(), caller).forEach(one -> byId.put(one.id(), one.address()));
    known.folder(folder).stream()
        .flatMap(read -> read.files().stream())
        .forEach(each -> addresses.put(each.path(), byId.getOrDefault(each.decision(), "")));
    return addresses;
  }

  /** Whether our version of it says anything else. */
  private boolean isChanged(Decision one, Filed file) {
    if (file.isMerged() || file.words() != one.now().number()) {
      return true;
    }
    Drafted drafted = new Drafted(docket, caller, id -> id);
    return file.turns() != one.turns().size()
        && !drafted.of(one.at(one.now(), file.turns())).equals(drafted.of(one));
  }

  /** The file that it was read from. */
  Optional<Filed> read(Decision one) {
    return files(one).stream().filter(Filed::isRead).findFirst();
  }

  private FileTexts texts(Filed file) {
    byte[] bytes = docket.storage().read(rows -> FileRows.bytes(rows, file.folder(), file.path()));
    return new FileTexts(Adr.read(file.path(), bytes), ways(file));
  }

  /** Where links of the file that it was read from lead here. */
  UnaryOperator<String> ways(Decision one) {
    return read(one).map(this::ways).orElse(Markdown::outside);
  }

  private UnaryOperator<String> ways(Filed file) {
    Map<String, String> addresses = addresses(file.folder());
    BinaryOperator<String> targets =
        known.folder(file.folder()).map(FileShelf.Read::targets).orElse(null);
    return link -> {
      String out = Markdown.outside(link);
      String path = out.isEmpty() && targets != null ? targets.apply(file.path(), link) : "";
      return path.isEmpty() ? out : addresses.getOrDefault(path, "");
    };
  }
}
