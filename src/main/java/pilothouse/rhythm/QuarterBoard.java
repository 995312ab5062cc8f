package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Answer;
import pilothouse.web.Caller;

/** How quarters look: all, and one with its objectives. */
record QuarterBoard(Deck deck, Caller caller) {
  Answer all(List<Quarter> quarters) {
    Words words = new Words(deck, caller);
    List<Row> rows =
        quarters.stream()
            .map(one ->
                Row.of(
                    Cell.to(one.name(), one.page()),
                    Cell.of(words.place(one.place())),
                    Cell.num(Say.count(one.objectives().size()))
                        .note(
                            one.objectives().stream()
                                .map(Quarter.Objective::says)
                                .collect(Collectors.joining(" · "))),
                    state(one)))
            .toList();
    Board.Table table =
        new Board.Table(
            "quarters",
            Texts.say("entry.quarters"),
            Texts.say("rhythm.quarter.none"),
            Texts.all(
                "rhythm.head.quarter",
                "rhythm.head.place",
                "rhythm.head.objectives",
                "rhythm.head.state"),
            rows);
    return Board.of(
            Texts.say("entry.quarters"), Texts.say("rhythm.quarter.intro"), List.of(table, fresh()))
        .page();
  }

  private String offered() {
    return deck.objectives().get().stream()
        .filter(one -> caller.sees(one.place()))
        .limit(QuarterPages.OBJECTIVES)
        .map(Deck.Objective::says)
        .collect(Collectors.joining("\n"));
  }

  private static Cell state(Quarter one) {
    if (one.closedAt() != null) {
      return Cell.of(
          one.closedWhy().isEmpty()
              ? Texts.say("rhythm.quarter.closed")
              : Texts.say("rhythm.quarter.closed-early", one.closedWhy()));
    }
    int left = one.unscored().size();
    return Cell.of(
        left == 0 ? Texts.say("rhythm.quarter.ready") : Texts.counted("rhythm.quarter.left", left));
  }

  Answer one(Quarter quarter) {
    Words words = new Words(deck, caller);
    List<Board.Part> parts = new ArrayList<>();
    parts.add(objectives(quarter));
    if (quarter.closedAt() == null && words.may(quarter.where())) {
      if (quarter.unscored().isEmpty()) {
        parts.add(
            new Board.Form(
                "close",
                Texts.say("rhythm.quarter.close"),
                Texts.say("rhythm.quarter.close-means"),
                quarter.page() + "/close",
                quarter.early(deck.today())
                    ? List.of(Field.area("why", Texts.say("rhythm.quarter.why-early")).must())
                    : List.of(),
                Texts.say("rhythm.quarter.close")));
      } else {
        parts.addAll(forms(quarter));
      }
    }
    return new Board(
            quarter.name(),
            words.place(quarter.place()) + " · " + state(quarter).says(),
            new Board.Link(Texts.say("entry.quarters"), "/quarters"),
            parts)
        .page();
  }

  private Board.Table objectives(Quarter quarter) {
    return new Board.Table(
        "objectives",
        Texts.say("rhythm.head.objectives"),
        Texts.say("rhythm.quarter.no-objectives"),
        Texts.all(
            "rhythm.head.objective",
            "rhythm.head.score",
            "rhythm.head.cause",
            "rhythm.head.becomes"),
        quarter.objectives().stream()
            .map(one -> {
              Double score = one.score();
              return Row.of(
                  Cell.to(one.says(), one.page()),
                  Cell.num(score == null ? Texts.say("say.unknown") : Say.percent(score))
                      .note(score == null ? numbers(one) : ""),
                  Cell.of(one.cause()),
                  Cell.of(Texts.say("rhythm.fate." + (one.scored() ? one.fate() : "none"))));
            })
            .toList());
  }

  /** What an outcome's own numbers say, beside the score that people give. */
  private String numbers(Quarter.Objective one) {
    Double stands = stands(one);
    return stands == null ? "" : Texts.say("rhythm.quarter.numbers-say", Say.percent(stands));
  }

  private @Nullable Double stands(Quarter.Objective one) {
    return one.page().isEmpty() ? null : deck.stands().of(one.page(), caller);
  }

  /** One for each objective whose numbers say a score, and one for all others. */
  private List<Board.Form> forms(Quarter quarter) {
    List<Board.Form> forms = new ArrayList<>();
    List<Field.Option> others = new ArrayList<>();
    for (Quarter.Objective one : quarter.unscored()) {
      Double stands = stands(one);
      if (stands == null) {
        others.add(new Field.Option(one.id(), one.says()));
      } else {
        String title = Texts.say("rhythm.quarter.score-of", one.says());
        Field which = Field.hidden("objective", one.id());
        String score = String.valueOf(Math.round(stands * 100));
        forms.add(form(quarter, "score-" + one.id(), title, which, score));
      }
    }
    if (!others.isEmpty()) {
      Field which = Field.choice("objective", Texts.say("rhythm.head.objective"), others);
      forms.add(form(quarter, "score", Texts.say("rhythm.quarter.score"), which, ""));
    }
    return forms;
  }

  private static Board.Form form(
      Quarter quarter, String id, String title, Field which, String score) {
    return new Board.Form(
        id,
        title,
        Texts.say("rhythm.quarter.score-means"),
        quarter.page() + "/scores",
        List.of(
            which,
            Field.number("score", Texts.say("rhythm.quarter.score-percent"), 0)
                .filled(score)
                .hinting(
                    score.isEmpty() ? "" : Texts.say("rhythm.quarter.score-of-numbers", score)),
            Field.choice(
                "fate",
                Texts.say("rhythm.head.becomes"),
                Words.options("rhythm.fate.", Quarter.FATES)),
            Field.area("cause", Texts.say("rhythm.quarter.cause")).must()),
        Texts.say("rhythm.quarter.keep-score"));
  }

  private Board.Form fresh() {
    return new Board.Form(
        "new",
        Texts.say("rhythm.quarter.new"),
        Texts.say("rhythm.quarter.how"),
        "/quarters",
        List.of(
            Field.place(),
            Field.text("name", Texts.say("rhythm.head.quarter"))
                .must()
                .filled(Quarter.of(deck.today())),
            Field.area("objectives", Texts.say("rhythm.quarter.objectives"))
                .filled(offered())
                .hinting(Texts.say("rhythm.quarter.objectives-hint"))),
        Texts.say("rhythm.quarter.open"));
  }
}
