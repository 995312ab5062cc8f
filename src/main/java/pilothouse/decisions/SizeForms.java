package pilothouse.decisions;

import static pilothouse.decisions.DecisionFields.form;
import static pilothouse.decisions.DecisionFields.named;
import static pilothouse.decisions.DecisionFields.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.views.Field.Option;
import pilothouse.web.Caller;

/** The rubrics to answer, and what a council is asked and says. */
record SizeForms(Docket docket, Caller caller) {
  /** A form for each rubric; that which was answered comes with its answers. */
  List<Board.Form> of(Decision one) {
    List<Board.Form> forms = new ArrayList<>();
    Map<String, Map<String, Boolean>> answers =
        new Sizing(docket, one)
            .sized().stream()
                .collect(Collectors.toMap(sized -> sized.sheet().id(), s -> s.rating().answers()));
    for (Sheet sheet : new Sheets(docket).all().values()) {
      forms.add(rating(one, sheet, answers.getOrDefault(sheet.id(), Map.of())));
    }
    List<Option> councils =
        new CouncilDesk(docket)
            .seen(caller)
            .map(each -> new Option(each.id(), each.title()))
            .toList();
    if (!councils.isEmpty()) {
      forms.add(
          form(
              one,
              "review",
              "route",
              Field.choice("council", Texts.say("decisions.head.council"), councils),
              Field.text("why", Texts.say("decisions.field.why"))));
    }
    return forms;
  }

  private static Board.Form rating(Decision one, Sheet sheet, Map<String, Boolean> answers) {
    List<Field> fields = new ArrayList<>();
    fields.add(Field.hidden("rubric", sheet.id()));
    for (Question question : sheet.questions()) {
      if (!question.key().equals(Question.IRREVERSIBLE)) {
        Boolean answer = answers.get(question.key());
        Field field =
            Field.choice(
                "answer." + question.key(),
                question.says(),
                List.of(
                    new Option("", Texts.say("decisions.rubric.open")),
                    new Option("yes", Texts.say("decisions.rubric.yes")),
                    new Option("no", Texts.say("decisions.rubric.no"))));
        fields.add(answer == null ? field : field.filled(answer ? "yes" : "no"));
      }
    }
    return new Board.Form(
        "rate-" + sheet.id(),
        Texts.say("decisions.do.rate", sheet.title()),
        Texts.say("decisions.how.rate"),
        one.address() + "/rating",
        fields,
        Texts.say("decisions.send.rate"));
  }

  /** What a member of its council says; none where no council looks at it. */
  List<Board.Form> votes(Decision one) {
    if (!one.state().isOpen()) {
      return List.of();
    }
    return Review.of(one)
        .flatMap(review -> new CouncilDesk(docket).find(review.council()))
        .map(council ->
            form(
                one,
                "votes",
                "vote",
                words("vote", "decisions.field.vote", "decisions.vote.", List.of("for", "against")),
                named(
                    "owner",
                    "decisions.field.owner",
                    docket.promises().owners().names(council.members()).values().stream()),
                Field.area("why", Texts.say("decisions.field.why"))))
        .stream()
        .toList();
  }
}
