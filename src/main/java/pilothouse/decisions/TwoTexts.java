package pilothouse.decisions;

import java.util.List;
import java.util.Map;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Caller;
import pilothouse.web.Permission;

/** Parts of a file that were changed in it and here, with a button for each text. */
record TwoTexts(Decision decision, List<FileRows.Open> open, Caller caller) {
  Board.Table table() {
    boolean may = caller.may(Permission.CHANGE, decision.place());
    return new Board.Table(
        "conflicts",
        Texts.say("decisions.file.conflicts"),
        "",
        Texts.all(
            "decisions.file.head.part",
            "decisions.file.head.ours",
            "decisions.file.head.theirs",
            "decisions.file.head.keep",
            "decisions.file.head.take"),
        open.stream()
            .map(each ->
                Row.of(
                    Cell.of(each.conflict().heading()).look("look"),
                    Cell.of(each.conflict().ours().strip()),
                    Cell.of(each.conflict().theirs().strip()),
                    act(each, may, "ours"),
                    act(each, may, "theirs")))
            .toList());
  }

  private Cell act(FileRows.Open each, boolean may, String take) {
    return may
        ? Cell.act(
            new Board.Act(
                decision.address() + "/conflicts/" + Settling.id(each),
                Map.of("take", take),
                Texts.say("decisions.file.text." + take),
                each.conflict().heading()))
        : Cell.of("");
  }
}
