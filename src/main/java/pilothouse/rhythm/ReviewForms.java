package pilothouse.rhythm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.web.Caller;

/** What can be done at an occasion that is open. */
record ReviewForms(Deck deck, Caller caller) {
  List<Board.Part> of(Forum forum, Occasion occasion, Minutes minutes) {
    Words words = new Words(deck, caller);
    List<Board.Part> forms = new ArrayList<>();
    if (!forum.functions().isEmpty()) {
      forms.add(present(occasion, minutes));
    }
    forms.add(line(forum, occasion, words));
    boolean quiet = ReviewPages.quiet(forum, minutes);
    Board.Form cancel = cancel(occasion, quiet);
    Board.Form held = held(occasion);
    forms.addAll(quiet ? List.of(cancel, held) : List.of(held, cancel));
    forms.add(move(occasion, words.deck().today()));
    return forms;
  }

  private static Board.Form move(Occasion occasion, LocalDate today) {
    LocalDate day = occasion.heldOn().isAfter(today) ? today : today.plusDays(7);
    return new Board.Form(
        "move",
        Texts.say("rhythm.occasion.move"),
        Texts.say("rhythm.occasion.move-means"),
        occasion.page() + "/move",
        List.of(
            Field.day("day", Texts.say("rhythm.field.day"), day.toString()),
            Field.text("why", Texts.say("rhythm.field.why"))),
        Texts.say("rhythm.occasion.move"));
  }

  /** None is chosen for the reader. */
  private static List<Field.Option> tones() {
    List<Field.Option> tones = new ArrayList<>();
    tones.add(new Field.Option("", Texts.say("rhythm.line.tone-none")));
    for (String tone : List.of("wish", "praise", "complaint")) {
      tones.add(new Field.Option(tone, Texts.say("voice.tone." + tone)));
    }
    return tones;
  }

  private static Board.Form line(Forum forum, Occasion occasion, Words words) {
    List<String> kinds =
        forum.kind().equals("demo")
            ? List.of("feedback", "decision")
            : List.of("decision", "feedback");
    return new Board.Form(
        "say",
        Texts.say("rhythm.line.new"),
        Texts.say("rhythm.line.how"),
        occasion.page() + "/lines",
        List.of(
            Field.area("says", Texts.say("rhythm.line.says")).must(),
            Field.choice(
                "kind", Texts.say("rhythm.head.kind"), Words.options("rhythm.line.kind.", kinds)),
            Field.choice(
                "becomes",
                Texts.say("rhythm.line.becomes"),
                Words.options("rhythm.line.becomes.", List.of("nothing", "action", "note"))),
            Field.choice("tone", Texts.say("rhythm.line.tone"), tones()),
            words.owner(Texts.say("rhythm.line.owner")),
            Field.day(
                "due",
                Texts.say("rhythm.line.due"),
                words.deck().today().plusDays(forum.days()).toString())),
        Texts.say("rhythm.line.keep"));
  }

  private static Board.Form present(Occasion occasion, Minutes minutes) {
    return new Board.Form(
        "present",
        Texts.say("rhythm.function.note"),
        Texts.say("rhythm.function.no-names"),
        occasion.page() + "/present",
        List.of(
            Field.list(
                    "function",
                    Texts.say("rhythm.function.function"),
                    minutes.missing().stream().map(one -> new Field.Option(one, one)).toList())
                .must()),
        Texts.say("rhythm.function.was-there"));
  }

  private static Board.Form cancel(Occasion occasion, boolean quiet) {
    return new Board.Form(
        "cancel",
        Texts.say(quiet ? "rhythm.occasion.cancel-quiet" : "rhythm.occasion.cancel"),
        quiet ? Texts.say("rhythm.occasion.cancel-offer") : "",
        occasion.page() + "/cancel",
        List.of(
            Field.text("why", Texts.say("rhythm.field.why"))
                .must()
                .filled(quiet ? Texts.say("rhythm.agenda.nothing") : "")),
        Texts.say("rhythm.occasion.cancel"));
  }

  private static Board.Form held(Occasion occasion) {
    return new Board.Form(
        "held",
        Texts.say("rhythm.occasion.hold"),
        Texts.say("rhythm.occasion.hold-means"),
        occasion.page() + "/held",
        List.of(
            Field.text("why", Texts.say("rhythm.occasion.why-none"))
                .hinting(Texts.say("rhythm.occasion.why-none-hint"))),
        Texts.say("rhythm.occasion.hold"));
  }
}
