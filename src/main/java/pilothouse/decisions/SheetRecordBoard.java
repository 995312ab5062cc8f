package pilothouse.decisions;

import java.util.List;
import pilothouse.decisions.SheetRecord.Classed;
import pilothouse.decisions.SheetRecord.Out;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.verdicts.Came;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;

/** How decisions came out that a rubric classed, on its page. */
record SheetRecordBoard(SheetRecord of) {
  private static final int SHOWN = 200;

  List<Board.Part> parts() {
    return List.of(sum(), classes(), decisions());
  }

  private Board.Lines sum() {
    List<Classed> all = of.all();
    long judged = SheetRecord.judged(all);
    Double share = SheetRecord.share(all);
    String says =
        Texts.counted(
            "decisions.record.came-out",
            judged,
            Texts.counted("decisions.record.decisions-of", all.size()),
            Say.count(SheetRecord.count(all, Out.CAME_TRUE)));
    Cell cell =
        Cell.of(says)
            .note(
                share == null
                    ? Texts.say("decisions.record.too-few", Came.ENOUGH)
                    : Texts.say("decisions.record.share", Say.percent(share), Say.count(judged)));
    return new Board.Lines(
        "record",
        Texts.say("decisions.rubric.record"),
        "",
        List.of(cell, Cell.to(Texts.say("decisions.rubric.record-at"), "/verdicts")));
  }

  private Board.Table classes() {
    return new Board.Table(
        "by-class",
        Texts.say("decisions.record.by-class"),
        "",
        Texts.all(
            "decisions.head.class",
            "decisions.record.decisions",
            "decisions.record.out.came_true",
            "decisions.record.out.did_not",
            "decisions.record.out.open",
            "decisions.record.out.unpredicted",
            "decisions.record.reopened"),
        of.classes().entrySet().stream().map(one -> row(one.getKey(), one.getValue())).toList());
  }

  private Row row(String grade, List<Classed> its) {
    return Row.of(
        Cell.of(grade),
        number(its.size()),
        number(SheetRecord.count(its, Out.CAME_TRUE)),
        number(SheetRecord.count(its, Out.DID_NOT)),
        number(SheetRecord.count(its, Out.OPEN)),
        number(SheetRecord.count(its, Out.UNPREDICTED)),
        number(SheetRecord.reopened(its)));
  }

  private Cell number(long count) {
    return count == 0
        ? Cell.num("0")
        : Cell.to(Say.count(count), "/decisions/rubrics/" + of.sheet().id() + "#classed")
            .look("num");
  }

  private Board.Table decisions() {
    int more = of.all().size() - SHOWN;
    return new Board.Table(
        "classed",
        more > 0
            ? Texts.say("decisions.record.newest", SHOWN, Say.count(of.all().size()))
            : Texts.say("decisions.record.classed"),
        Texts.say("decisions.record.none"),
        Texts.all(
            "decisions.head.decision",
            "decisions.head.class",
            "decisions.head.version",
            "decisions.head.outcome-of",
            "decisions.record.reopened"),
        of.all().stream().limit(SHOWN).map(SheetRecordBoard::row).toList());
  }

  private static Row row(Classed one) {
    Decision decision = one.decision();
    return Row.of(
        Cell.to(decision.name() + " " + decision.title(), decision.address()),
        Cell.of(one.grade()),
        Cell.num(String.valueOf(one.version())),
        Cell.of(Texts.say("decisions.record.out." + one.out().word())),
        Cell.of(Texts.say(one.isReopened() ? "decisions.rubric.yes" : "decisions.rubric.no")));
  }
}
