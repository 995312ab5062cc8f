package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** The pages of rubrics. */
record SheetBoard(Docket docket, DecisionShelf shelf, Caller caller) {
  private boolean mayChange() {
    return caller.may(Permission.CHANGE, Where.ORGANISATION);
  }

  Answer all() {
    List<Board.Part> parts = new ArrayList<>();
    parts.add(
        new Board.Table(
            "rubrics",
            Texts.say("entry.decision-rubrics"),
            "",
            Texts.all("decisions.head.rubric", "decisions.head.classes", "decisions.head.version"),
            new Sheets(docket)
                .all().values().stream()
                    .map(one ->
                        Row.of(
                            Cell.to(one.title(), "/decisions/rubrics/" + one.id()),
                            Cell.of(
                                one.grades().stream()
                                    .map(Grade::name)
                                    .collect(Collectors.joining(", "))),
                            Cell.num(String.valueOf(one.version()))))
                    .toList()));
    if (mayChange()) {
      parts.add(form("/decisions/rubrics", "rubric-new", null));
    }
    return Board.of(
            Texts.say("entry.decision-rubrics"), Texts.say("decisions.rubrics.intro"), parts)
        .page();
  }

  Answer one(Sheet sheet) {
    List<Board.Part> parts = new ArrayList<>();
    parts.add(questions(sheet));
    parts.add(classes(sheet));
    parts.addAll(new SheetRecordBoard(SheetRecord.of(docket, shelf, caller, sheet)).parts());
    if (mayChange()) {
      parts.add(form("/decisions/rubrics/" + sheet.id(), "rubric-change", sheet));
    }
    return new Board(
            sheet.title(),
            Texts.say("decisions.rubric.version", sheet.version()),
            new Board.Link(Texts.say("entry.decision-rubrics"), "/decisions/rubrics"),
            parts)
        .page();
  }

  private static Board.Table questions(Sheet sheet) {
    return new Board.Table(
        "questions",
        Texts.say("decisions.rubric.questions"),
        "",
        Texts.all("decisions.head.question", "decisions.head.points", "decisions.head.only-if"),
        sheet.questions().stream()
            .map(one ->
                Row.of(
                    Cell.of(one.says()),
                    Cell.num(String.valueOf(one.weight())),
                    Cell.of(sheet.question(one.onlyIf()).map(Question::says).orElse(""))))
            .toList());
  }

  private static Board.Table classes(Sheet sheet) {
    return new Board.Table(
        "classes",
        Texts.say("decisions.rubric.grades"),
        "",
        Texts.all(
            "decisions.head.class",
            "decisions.head.from",
            "decisions.head.signs",
            "decisions.head.review"),
        sheet.grades().stream().map(SheetBoard::row).toList());
  }

  private static Row row(Grade one) {
    return Row.of(
        Cell.of(one.name()),
        Cell.num(String.valueOf(one.from())),
        Cell.of(one.signs()),
        Cell.of(
            one.reviewed()
                .map(topic -> Texts.say("decisions.topic." + topic))
                .orElse(Texts.say("decisions.rubric.no-review"))));
  }

  private static Board.Form form(
      String action, String act, @org.jspecify.annotations.Nullable Sheet sheet) {
    Field title = Field.text("title", Texts.say("decisions.field.title")).must();
    Field questions =
        Field.area("questions", Texts.say("decisions.rubric.questions"))
            .must()
            .hinting(Texts.say("decisions.rubric.write-question"));
    Field grades =
        Field.area("grades", Texts.say("decisions.rubric.grades"))
            .must()
            .hinting(Texts.say("decisions.rubric.write-grade", String.join(", ", Council.TOPICS)));
    List<Field> fields =
        sheet == null
            ? List.of(title, questions, grades)
            : List.of(
                title.filled(sheet.title()),
                questions.filled(typed(sheet.questions().stream().map(Question::typed).toList())),
                grades.filled(typed(sheet.grades().stream().map(Grade::typed).toList())),
                Field.text("why", Texts.say("decisions.field.why")).must());
    return DecisionFields.form(action, act, fields);
  }

  private static String typed(List<String> lines) {
    return String.join("\n", lines);
  }
}
