package pilothouse.decisions;

import static pilothouse.decisions.DecisionFields.day;
import static pilothouse.decisions.DecisionFields.form;
import static pilothouse.decisions.DecisionFields.gauge;
import static pilothouse.decisions.DecisionFields.named;
import static pilothouse.decisions.DecisionFields.words;

import java.util.ArrayList;
import java.util.List;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.web.Caller;
import pilothouse.web.Permission;

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
            Field.asking("question", Texts.say("decisions.field.question"), "/decisions/like")
                .must(),
            Field.area("options", Texts.say("decisions.field.options"))
                .hinting(Texts.say("decisions.field.options-hint")),
            Field.place(),
            Field.owner("decider", Texts.say("decisions.field.decider"))
                .hinting(Texts.say("decisions.field.decider-hint")),
            words("way_back", "decisions.field.way-back", "decisions.way-back.", Words.ASKED),
            Field.area("affects", Texts.say("decisions.field.affects"))
                .hinting(Texts.say("decisions.field.affects-hint"))),
        Texts.say("decisions.new.ask"));
  }

  /** Those that make sense now, the most usual first. */
  List<Board.Form> of(Decision one) {
    List<Board.Form> forms = new ArrayList<>();
    boolean isOpen = one.state().isOpen();
    if (caller.may(Permission.SAY, one.place())) {
      forms.add(voice(one));
      if (isOpen && !one.having(Kind.AGREES).isEmpty()) {
        forms.add(consent(one));
      }
      forms.addAll(new SizeForms(docket, caller).votes(one));
    }
    if (caller.may(Permission.CHANGE, one.place())) {
      forms.addAll(
          isOpen ? new OpenForms(docket, caller).of(one) : new HeldForms(docket, caller).of(one));
      forms.add(RewriteBoard.form(one));
      forms.add(new AffectedForm(docket, caller).of(one));
      forms.add(predict(one));
      forms.add(reword(one));
    }
    return forms;
  }

  private Board.Form voice(Decision one) {
    List<Field> fields = new ArrayList<>();
    fields.add(
        words("kind", "decisions.field.kind", "decisions.kind.", List.of("advice", "dissent")));
    List<String> names = new Speaking(docket, one, caller).offered();
    if (!names.isEmpty()) {
      fields.add(names(names));
    }
    fields.add(Field.area("words", Texts.say("decisions.field.words")).must());
    return form(one, "voices", "say", fields.toArray(Field[]::new));
  }

  /** In whose name it is said: one's own, where nobody is chosen. */
  private Field names(List<String> owners) {
    List<Field.Option> options = new ArrayList<>();
    options.add(new Field.Option("", Texts.say("decisions.voice.myself")));
    options.addAll(DecisionFields.owners(docket, owners));
    return Field.choice("owner", Texts.say("decisions.field.in-name"), options);
  }

  private Board.Form consent(Decision one) {
    return form(
        one,
        "consent",
        "consent",
        words(
            "answer", "decisions.field.answer", "decisions.answer.", List.of("agreed", "objected")),
        named(
            "owner",
            "decisions.field.owner",
            one.having(Kind.AGREES).stream().map(docket.promises().owners()::name)),
        Field.area("words", Texts.say("decisions.field.words")));
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
        words("way_back", "decisions.field.way-back", "decisions.way-back.", Words.ASKED)
            .filled(now.wayBack()),
        one.state().isOpen() ? why : why.must());
  }
}
