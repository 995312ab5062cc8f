package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;

/** How large a decision is, who signs it, and what its council says: in a few lines. */
record DecisionSize(Docket docket, Decision decision) {
  Board.Lines lines() {
    List<Cell> lines = new ArrayList<>();
    new Sizing(docket, decision).sized().forEach(one -> lines.add(says(one.sheet(), one.rating())));
    Review.of(decision)
        .ifPresent(review ->
            new CouncilDesk(docket)
                .find(review.council())
                .ifPresent(council -> lines.add(says(review, council))));
    decision
        .since(Kind.REOPENED)
        .filter(turn -> turn.kind() == Kind.ESCALATED)
        .map(turn -> Cell.of(Texts.say("decisions.escalated", turn.words())).look("look"))
        .forEach(lines::add);
    return new Board.Lines(
        "size", Texts.say("decisions.size"), Texts.say("decisions.size.none"), lines);
  }

  private static Cell says(Sheet sheet, Rating rating) {
    if (rating.isSure()) {
      Grade grade = rating.most();
      return Cell.to(
              Texts.say("decisions.size.is", grade.name(), grade.signs()),
              "/decisions/rubrics/" + sheet.id())
          .note(Texts.say("decisions.size.by", sheet.title(), sheet.version(), rating.low()));
    }
    String open =
        sheet.open(rating.answers()).stream().map(Question::says).collect(Collectors.joining("; "));
    return Cell.of(Texts.say("decisions.size.between", rating.least().name(), rating.most().name()))
        .look("look")
        .note(open);
  }

  private static Cell says(Review review, Council council) {
    String stands = review.verdict().isEmpty() ? "open" : review.verdict();
    return Cell.to(Texts.say("decisions.review." + stands, council.title()), council.address())
        .note(
            Texts.say(
                "decisions.review.votes",
                review.votes(true),
                review.votes(false),
                council.quorum()));
  }
}
