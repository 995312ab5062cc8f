package pilothouse.decisions;

import static pilothouse.decisions.DecisionFields.words;

import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Field;
import pilothouse.web.Caller;

/** What the page of a large rewrite says of its spikes, and what says whether it is one. */
record RewriteBoard(Docket docket, Caller caller) {
  static final List<String> WORDS = List.of("yes", "no");

  /** Nothing where it is none. */
  List<Board.Part> parts(Decision one) {
    return Rewrite.of(docket, one).map(this::lines).stream().toList();
  }

  private Board.Part lines(Rewrite of) {
    List<Cell> lines = new ArrayList<>();
    lines.add(
        of.isUntried()
            ? Cell.to(Texts.say("decisions.rewrite.untried"), "/spikes")
                .look("look")
                .note(of.says() + ". " + Texts.say("decisions.rewrite.mend", of.decision().name()))
            : Cell.of(Texts.say("decisions.rewrite.tried")).note(of.says()));
    of.spikes().stream()
        .filter(spike -> caller.sees(spike.place()))
        .map(spike ->
            Cell.to(spike.question(), spike.page())
                .note(
                    spike.isAnswered()
                        ? spike.answer()
                        : Texts.say("decisions.until", Say.day(spike.due()))))
        .forEach(lines::add);
    return new Board.Lines("spikes", Texts.say("decisions.rewrite"), "", lines);
  }

  static Board.Form form(Decision one) {
    return DecisionFields.form(
        one,
        "rewrite",
        "rewrite",
        words("rewrite", "decisions.field.rewrite", "decisions.rewrite.is.", WORDS),
        Field.text("why", Texts.say("decisions.field.why")).must());
  }
}
