package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;

/** Who has which part in a decision, and who may decide in the decider's place. */
record PeopleBoard(Docket docket, Decision decision) {
  Board.Table table() {
    List<Turn> all = all();
    Map<String, String> names =
        docket.promises().owners().names(all.stream().map(Turn::about).toList());
    List<Row> rows = new ArrayList<>();
    for (Turn turn : all) {
      String owner = turn.about();
      Cell part = Cell.of(Texts.say("decisions.part." + turn.kind().word()));
      rows.add(Row.of(Cell.of(names.getOrDefault(owner, owner)), noted(part, turn)));
    }
    return new Board.Table(
        "people",
        Texts.say("decisions.people"),
        Texts.say("decisions.no-people"),
        Texts.all("decisions.head.who", "decisions.head.part"),
        rows);
  }

  /** The parts, then the delegations that run. */
  private List<Turn> all() {
    Stream<Turn> delegates =
        decision.state().isOpen() ? decision.delegates(docket.today()).stream() : Stream.of();
    return Stream.concat(decision.parts().all().stream(), delegates).toList();
  }

  private Cell noted(Cell part, Turn turn) {
    return switch (turn.kind()) {
      case AGREES ->
          decision.disagreeing().contains(turn.about())
              ? part.look("look").note(Texts.say("decisions.part.not-yet"))
              : part.note(Texts.say("decisions.part.agreed"));
      case CONSULTED ->
          given(turn)
              .map(day -> part.note(Texts.say("decisions.part.given", Say.day(day))))
              .orElseGet(() -> part.note(isSettled(turn) ? notGiven() : until(turn)));
      case DELEGATED ->
          part.note(Texts.say("decisions.part.limits", Say.day(Standing.day(turn)), turn.words()));
      default -> part;
    };
  }

  /** Whether it was decided since, so that nobody waits for it. */
  private boolean isSettled(Turn asked) {
    return decision.turns().stream()
        .anyMatch(
            turn -> turn.number() > asked.number() && Deciding.SETTLING.contains(turn.kind()));
  }

  private static String notGiven() {
    return Texts.say("decisions.part.not-given");
  }

  private static String until(Turn turn) {
    return turn.day() == null ? "" : Texts.say("decisions.until", Say.day(turn.day()));
  }

  /** On which day advice was given in that name, since it was asked for last. */
  private Optional<LocalDate> given(Turn asked) {
    return decision.turns().stream()
        .filter(turn -> turn.number() > asked.number())
        .filter(turn -> turn.kind() == Kind.ADVICE || turn.kind() == Kind.DISSENT)
        .filter(turn -> turn.about().lines().anyMatch(asked.about()::equals))
        .findFirst()
        .map(turn -> LocalDate.ofInstant(turn.at(), docket.zone()));
  }
}
