package pilothouse.rhythm;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
      return Cell.of(Texts.say("rhythm.quarter.closed"));
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
                List.of(),
                Texts.say("rhythm.quarter.close")));
      } else {
        parts.add(form(quarter));
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
    String stands = one.page().isEmpty() ? "" : deck.stands().of(one.page(), caller);
    return stands.isEmpty() ? "" : Texts.say("rhythm.quarter.numbers-say", stands);
  }

  private static Board.Form form(Quarter quarter) {
    return new Board.Form(
        "score",
        Texts.say("rhythm.quarter.score"),
        Texts.say("rhythm.quarter.score-means"),
        quarter.page() + "/scores",
        List.of(
            Field.choice(
                "objective",
                Texts.say("rhythm.head.objective"),
                quarter.unscored().stream()
                    .map(one -> new Field.Option(one.id(), one.says()))
                    .toList()),
            Field.number("score", Texts.say("rhythm.quarter.score-percent"), 0),
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
