package pilothouse.rhythm;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pilothouse.promises.Promise;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Answer;
import pilothouse.web.Caller;

/** How the map of whom one works with looks, and one of them. */
record StakeholderBoard(Deck deck, Caller caller) {
  Answer all() {
    Words words = new Words(deck, caller);
    List<Row> rows =
        new Stakeholders(deck).seen(caller).stream().map(one -> row(words, one)).toList();
    Board.Table table =
        new Board.Table(
            "stakeholders",
            Texts.say("entry.stakeholders"),
            Texts.say("rhythm.stakeholder.none"),
            Texts.all(
                "rhythm.head.stakeholder",
                "rhythm.head.function",
                "rhythm.head.place",
                "rhythm.head.contact",
                "rhythm.head.owed"),
            rows);
    Board.Form form =
        new Board.Form(
            "new",
            Texts.say("rhythm.stakeholder.new"),
            Texts.say("rhythm.stakeholder.how"),
            "/stakeholders",
            List.of(
                Field.text("title", Texts.say("rhythm.stakeholder.title")).must(),
                Field.text("function", Texts.say("rhythm.function.function")),
                Field.place(),
                Field.number("days", Texts.say("rhythm.stakeholder.days"), 31),
                Field.area("wants", Texts.say("rhythm.stakeholder.wants"))),
            Texts.say("rhythm.stakeholder.add"));
    return Board.of(
            Texts.say("entry.stakeholders"),
            Texts.say("rhythm.stakeholder.intro"),
            List.of(table, form))
        .page();
  }

  private Row row(Words words, Stakeholder one) {
    List<Promise> owed = new Stakeholders(deck).owed(one);
    int late = new Stakeholders(deck).overdue(owed);
    Cell owes = Cell.of(Texts.counted("rhythm.stakeholder.owed", owed.size()));
    return Row.of(
        Cell.to(one.title(), one.page()),
        Cell.of(one.function()),
        Cell.of(words.place(one.place())),
        contact(one),
        late == 0 ? owes : Cell.of(Texts.counted("rhythm.stakeholder.overdue", late)).look("act"));
  }

  private Cell contact(Stakeholder one) {
    LocalDate met = one.met();
    String says = met == null ? Texts.say("rhythm.stakeholder.never") : Words.day(met);
    return one.due().isBefore(deck.today()) ? Cell.of(says).look("look") : Cell.of(says);
  }

  Answer one(Stakeholder one) {
    Words words = new Words(deck, caller);
    List<Board.Part> parts = new ArrayList<>();
    parts.add(owing(one));
    parts.add(
        new Board.Table(
            "contacts",
            Texts.say("rhythm.stakeholder.contacts"),
            Texts.say("rhythm.stakeholder.no-contacts"),
            Texts.all("rhythm.head.day", "rhythm.head.says"),
            new Stakeholders(deck)
                .contacts(one, caller).stream()
                    .map(met ->
                        Row.of(Cell.of(Words.day(LocalDate.parse(met.day()))), Cell.of(met.says())))
                    .toList()));
    if (words.may(one.where())) {
      parts.addAll(forms(one, words));
    }
    String intro =
        Texts.say("rhythm.stakeholder.is", one.function(), words.place(one.place()), one.wants());
    return new Board(
            one.title(),
            intro,
            new Board.Link(Texts.say("entry.stakeholders"), "/stakeholders"),
            parts)
        .page();
  }

  private Board.Table owing(Stakeholder one) {
    return new Board.Table(
        "owed",
        Texts.say("rhythm.head.owed"),
        Texts.say("rhythm.stakeholder.nothing-owed"),
        Texts.all("rhythm.head.what", "rhythm.head.due"),
        new Stakeholders(deck)
            .owed(one).stream()
                .map(owes ->
                    Row.of(
                        Cell.to(owes.what(), owes.address()),
                        owes.due().isBefore(deck.today())
                            ? Cell.of(Texts.say("rhythm.overdue", Words.day(owes.due())))
                                .look("act")
                            : Cell.of(Words.day(owes.due()))))
                .toList());
  }

  private static List<Board.Form> forms(Stakeholder one, Words words) {
    return List.of(
        new Board.Form(
            "met",
            Texts.say("rhythm.stakeholder.met"),
            "",
            one.page() + "/contacts",
            List.of(
                words.today("day", Texts.say("rhythm.field.day")),
                Field.area("says", Texts.say("rhythm.stakeholder.what-was-said"))),
            Texts.say("rhythm.stakeholder.keep")),
        new Board.Form(
            "promise",
            Texts.say("rhythm.stakeholder.promise"),
            "",
            one.page() + "/promises",
            List.of(
                Field.text("what", Texts.say("rhythm.head.what")).must(),
                words.owner(Texts.say("rhythm.line.owner")).must(),
                Field.day(
                    "due",
                    Texts.say("rhythm.head.due"),
                    words.deck().today().plusDays(14).toString())),
            Texts.say("rhythm.stakeholder.promise")),
        new Board.Form(
            "end",
            Texts.say("rhythm.stakeholder.end"),
            "",
            one.page() + "/end",
            List.of(),
            Texts.say("rhythm.stakeholder.end")));
  }
}
