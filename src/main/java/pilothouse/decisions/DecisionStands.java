package pilothouse.decisions;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Markdown;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.web.Caller;

/** How a decision stands, in a few lines. */
record DecisionStands(Docket docket, DecisionShelf shelf, Caller caller) {

  static Cell state(Decision one) {
    State state = one.state();
    Turn clock = one.clock();
    String look =
        state == State.WOKEN || state == State.UNKNOWN ? "look" : state.isInForce() ? "" : "gone";
    Cell cell = Cell.of(Texts.say("decisions.state." + state.word()));
    return state == State.PROPOSED
        ? clock == null || clock.day() == null
            ? cell.look("look")
            : cell.look("look").note(Texts.say("decisions.until", Say.day(clock.day())))
        : cell.look(look);
  }

  Board.Lines of(Decision one) {
    List<Cell> lines = new ArrayList<>();
    FileState file = new FileState(new FileBoard(docket, shelf, caller), shelf, one);
    lines.add(file.cell());
    lines.addAll(file.successors());
    one.chosen()
        .filter(turn -> !turn.about().isEmpty() || turn.kind() == Kind.REJECTED)
        .ifPresent(turn ->
            lines.add(
                Cell.of(
                    turn.about().isEmpty()
                        ? Texts.say("decisions.none-chosen")
                        : Texts.say("decisions.chosen", Markdown.plain(turn.about())))));
    one.chosen().ifPresent(turn -> lines.add(Cell.of(how(one, turn))));
    if (one.state() == State.WOKEN) {
      one.last(Kind.WOKEN)
          .ifPresent(turn -> lines.add(Cell.of(Texts.anew(turn.words())).look("look")));
    }
    principle(one).ifPresent(lines::add);
    successor(one).ifPresent(lines::add);
    Turn clock = one.clock();
    if (one.state() == State.PROPOSED && clock != null && clock.day() != null) {
      lines.add(clock(one, clock.about(), Say.day(clock.day())));
    }
    lines.add(Cell.of(Texts.say("decisions.way-back." + one.words().wayBack())));
    return new Board.Lines(
        "stands", Texts.say("decisions.stands"), Texts.say("decisions.none"), lines);
  }

  /** By when it is to be decided, and whether something holds by itself from then on. */
  private Cell clock(Decision one, String option, String day) {
    if (option.isEmpty()) {
      return Cell.of(Texts.say("decisions.until", day));
    }
    if (one.overdue().isPresent()) {
      Turn turn = one.overdue().get();
      return Cell.of(Texts.say("decisions.overdue", day, option)).look("look").note(turn.words());
    }
    return new Hurdles(docket, one)
        .first()
        .map(why ->
            Cell.of(Texts.say("decisions.otherwise-not", day, option))
                .look("look")
                .note(String.valueOf(why.getMessage())))
        .orElse(Cell.of(Texts.say("decisions.otherwise", day, option)));
  }

  private String how(Decision one, Turn turn) {
    if (FileTurns.isOfFile(turn)) {
      boolean isDated = turn.at().atZone(docket.zone()).toLocalTime().equals(LocalTime.MIDNIGHT);
      return isDated
          ? Texts.say("decisions.file.decided-on", Say.day(turn.at(), docket.zone()))
          : Texts.say("decisions.file.decided");
    }
    String day = Say.time(turn.at(), docket.zone());
    return turn.kind() == Kind.DEFAULTED
        ? Texts.say("decisions.by-default", day)
        : Texts.say("decisions.by", day, new DecisionTelling(docket, shelf, caller).by(one, turn));
  }

  private Optional<Cell> principle(Decision one) {
    Weighed weighed = one.weighed();
    if (weighed == null) {
      return Optional.empty();
    }
    String says =
        weighed.lost().isEmpty()
            ? Texts.say("decisions.weighed.won", weighed.won())
            : Texts.say("decisions.weighed.both", weighed.won(), weighed.lost());
    Cell cell = Cell.of(says).note(weighed.note());
    return Optional.of(
        Ranked.isUnexplained(docket, one)
            ? cell.look("look").note(Texts.say("decisions.weighed.unexplained"))
            : cell);
  }

  private Optional<Cell> successor(Decision one) {
    return one.state() != State.SUPERSEDED
        ? Optional.empty()
        : one.last(Kind.SUPERSEDED)
            .flatMap(turn -> shelf.find(docket.storage(), turn.about(), caller))
            .map(next ->
                Cell.to(
                    Texts.say("decisions.superseded-by", next.name(), next.title()),
                    next.address()));
  }
}
