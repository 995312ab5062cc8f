package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pilothouse.decisions.adr.LinkKind;
import pilothouse.decisions.adr.Status;
import pilothouse.text.Texts;
import pilothouse.views.Board.Cell;

/** How a decision stands, where its file says more of that than the words of this room do. */
record FileState(FileBoard board, DecisionShelf shelf, Decision one) {
  /** In short. */
  Cell cell() {
    Cell plain = DecisionStands.state(one);
    Filed file = file().orElse(null);
    if (file == null) {
      return plain;
    }
    if (one.state() == State.UNKNOWN && !file.status().isEmpty()) {
      return Cell.of(Texts.say("decisions.adr.status", file.status())).look("look");
    }
    return isPart(file) ? Cell.of(Texts.say("decisions.state.partly")).look("look") : plain;
  }

  /** By which other ones a part of it was superseded. */
  List<Cell> successors() {
    List<Cell> lines = new ArrayList<>();
    Filed file = file().filter(this::isPart).orElse(null);
    if (file == null) {
      return lines;
    }
    for (Filed.Neighbour link : file.links()) {
      if (link.kind() == LinkKind.SUPERSEDED_BY) {
        lines.add(
            other(file, link)
                .map(next ->
                    Cell.to(
                        Texts.say("decisions.partly-by", next.name(), next.title()),
                        next.address()))
                .orElseGet(() -> Cell.of(Texts.say("decisions.partly-by-other", link.label()))));
      }
    }
    return lines.isEmpty()
        ? List.of(Cell.of(Texts.say("decisions.partly-by-none")).look("look"))
        : lines;
  }

  /** The file that it was read from. */
  private Optional<Filed> file() {
    return board.read(one);
  }

  private boolean isPart(Filed file) {
    return file.stands() == Status.PARTLY && one.state() == State.ACCEPTED;
  }

  private Optional<Decision> other(Filed file, Filed.Neighbour link) {
    return board.known().folder(file.folder()).stream()
        .flatMap(read -> read.files().stream())
        .filter(each -> each.path().equals(link.path()))
        .findFirst()
        .flatMap(each -> shelf.find(board.docket().storage(), each.decision(), board.caller()));
  }
}
