package pilothouse.decisions;

import static pilothouse.decisions.DecisionFields.because;
import static pilothouse.decisions.DecisionFields.day;
import static pilothouse.decisions.DecisionFields.form;
import static pilothouse.decisions.DecisionFields.named;
import static pilothouse.decisions.DecisionFields.options;
import static pilothouse.decisions.DecisionFields.owners;
import static pilothouse.decisions.DecisionFields.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.web.Caller;

/** What one can do with a decision while nobody decided. */
record OpenForms(Docket docket, Caller caller) {

  List<Board.Form> of(Decision one) {
    List<Board.Form> forms = new ArrayList<>();
    if (!docket.principles().apply(one.place()).isEmpty()) {
      forms.add(weigh(one));
    }
    forms.addAll(new SizeForms(docket, caller).of(one));
    forms.add(decide(one));
    forms.add(because(one, "rejection", "reject"));
    forms.add(part(one));
    if (!one.parts().ending().isEmpty()) {
      forms.add(end(one));
    }
    forms.add(clock(one));
    forms.add(delegate(one));
    return forms;
  }

  private Board.Form weigh(Decision one) {
    List<String> ranked = docket.principles().apply(one.place());
    return form(
        one,
        "principles",
        "weigh",
        named("won", "decisions.field.won", ranked.stream()),
        named("lost", "decisions.field.lost", Stream.concat(Stream.of(""), ranked.stream())),
        Field.text("note", Texts.say("decisions.field.note")));
  }

  private static Board.Form decide(Decision one) {
    return form(
        one,
        "choice",
        "decide",
        named("option", "decisions.field.option", options(one)),
        Field.area("reasons", Texts.say("decisions.field.reasons")).must());
  }

  private Board.Form part(Decision one) {
    return form(
        one,
        "parts",
        "give-part",
        words(
            "part",
            "decisions.field.part",
            "decisions.part.",
            List.of("consulted", "agrees", "informed", "decides")),
        Field.owner("owner", Texts.say("decisions.field.owner")).must(),
        Field.text("why", Texts.say("decisions.field.why")));
  }

  private Board.Form end(Decision one) {
    List<Turn> parts = one.parts().ending();
    List<String> kinds = parts.stream().map(part -> part.kind().word()).distinct().toList();
    return form(
        one,
        "parts",
        "end-part",
        Field.hidden("part", "released"),
        Field.choice(
            "owner",
            Texts.say("decisions.field.owner"),
            owners(docket, parts.stream().map(Turn::about).toList())),
        words("ends", "decisions.field.ends", "decisions.part.", kinds),
        Field.text("why", Texts.say("decisions.field.why")).must());
  }

  private static Board.Form clock(Decision one) {
    return form(
        one,
        "clock",
        "clock",
        day("day", "decisions.field.by-day"),
        named("option", "decisions.field.otherwise", Stream.concat(Stream.of(""), options(one))));
  }

  private Board.Form delegate(Decision one) {
    return form(
        one,
        "delegations",
        "delegate",
        Field.owner("owner", Texts.say("decisions.field.owner")).must(),
        day("day", "decisions.field.until"),
        Field.text("limits", Texts.say("decisions.field.limits")).must());
  }
}
