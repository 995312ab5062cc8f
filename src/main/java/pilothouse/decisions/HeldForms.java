package pilothouse.decisions;

import static pilothouse.decisions.DecisionFields.because;
import static pilothouse.decisions.DecisionFields.day;
import static pilothouse.decisions.DecisionFields.form;
import static pilothouse.decisions.DecisionFields.gauge;
import static pilothouse.decisions.DecisionFields.words;

import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.web.Caller;

/** What one can do with a decision once it is decided. */
record HeldForms(Docket docket, Caller caller) {

  List<Board.Form> of(Decision one) {
    List<Board.Form> forms = new ArrayList<>();
    if (one.state().isInForce()) {
      forms.add(wake(one));
      forms.add(limit(one));
      if (one.state() == State.WOKEN) {
        forms.add(because(one, "affirm", "affirm"));
      }
      forms.addAll(new BoundForms(docket, caller).of(one));
      forms.add(successor(one));
    }
    forms.add(because(one, "reopen", "reopen"));
    return forms;
  }

  private static Board.Form wake(Decision one) {
    return form(one, "wakes", "wake-day", day("day", "decisions.field.day"));
  }

  private Board.Form limit(Decision one) {
    return form(
        one,
        "wakes",
        "wake-limit",
        gauge(docket, caller),
        words("side", "decisions.field.side", "decisions.side.", List.of("above", "below")),
        Field.text("value", Texts.say("decisions.field.value")).must(),
        Field.number("points", Texts.say("decisions.field.points"), 8));
  }

  private static Board.Form successor(Decision one) {
    return form(
        one,
        "successor",
        "supersede",
        Field.text("by", Texts.say("decisions.field.by")).must(),
        Field.area("why", Texts.say("decisions.field.why")).must());
  }
}
