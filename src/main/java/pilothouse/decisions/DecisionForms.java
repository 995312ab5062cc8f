package pilothouse.decisions;

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

/** What one can do with decisions. */
record DecisionForms(Docket docket, Caller caller) {
  Board.Form proposal() {
    return new Board.Form(
        "new",
        Texts.say("decisions.new"),
        Texts.say("decisions.new.how"),
        "/decisions",
        List.of(
            Field.text("title", Texts.say("decisions.field.title")).must(),
            Field.area("question", Texts.say("decisions.field.question")).must(),
            Field.area("options", Texts.say("decisions.field.options"))
                .hinting(Texts.say("decisions.field.options-hint")),
            Field.place(),
            Field.owner("decider", Texts.say("decisions.field.decider"))
                .hinting(Texts.say("decisions.field.decider-hint")),
            words("way_back", "decisions.field.way-back", "decisions.way-back.", Words.WAYS_BACK)),
        Texts.say("decisions.new.ask"));
  }

  /** Those that make sense now, the most usual first. */
  List<Board.Form> of(Decision one) {
    List<Board.Form> forms = new ArrayList<>();
    boolean isOpen = one.state().isOpen();
    forms.add(voice(one));
    if (isOpen) {
      forms.addAll(new OpenForms(docket).of(one));
    } else {
      forms.addAll(new HeldForms(docket, caller).of(one));
    }
    forms.add(predict(one));
    forms.add(reword(one));
    return forms;
  }

  private static Board.Form voice(Decision one) {
    return form(
        one,
        "voices",
        "say",
        words("kind", "decisions.field.kind", "decisions.kind.", List.of("advice", "dissent")),
        Field.area("words", Texts.say("decisions.field.words")).must());
  }

  private Board.Form predict(Decision one) {
    return form(
        one,
        "predictions",
        "predict",
        Field.text("says", Texts.say("decisions.field.says")),
        gauge(docket, caller),
        words("expect", "decisions.field.expect", "verdicts.expect.", List.of("down", "up")),
        Field.text("size", Texts.say("decisions.field.size")),
        Field.day("effect", Texts.say("decisions.field.effect"), docket.today().toString()),
        day("judged_on", "decisions.field.judged-on"),
        Field.text("probability", Texts.say("decisions.field.probability")));
  }

  private static Board.Form reword(Decision one) {
    Words now = one.words();
    Field why = Field.text("why", Texts.say("decisions.field.why"));
    return form(
        one,
        "words",
        "reword",
        Field.text("title", Texts.say("decisions.field.title")).must().filled(now.title()),
        Field.area("question", Texts.say("decisions.field.question")).must().filled(now.question()),
        Field.area("drivers", Texts.say("decisions.field.drivers"))
            .filled(String.join("\n", now.drivers())),
        Field.area("options", Texts.say("decisions.field.options"))
            .filled(Choice.text(now.options()))
            .hinting(Texts.say("decisions.field.options-hint")),
        Field.area("consequences", Texts.say("decisions.field.consequences"))
            .filled(now.consequences()),
        Field.area("confirmation", Texts.say("decisions.field.confirmation"))
            .filled(now.confirmation()),
        words("way_back", "decisions.field.way-back", "decisions.way-back.", Words.WAYS_BACK)
            .filled(now.wayBack()),
        one.state() == State.PROPOSED ? why : why.must());
  }
}
