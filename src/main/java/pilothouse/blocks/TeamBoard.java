package pilothouse.blocks;

import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** One team: its blocks, and what meetings ate of them. */
record TeamBoard(Shelf shelf, Caller caller, String team) {
  Answer page() {
    Shelf.Kept kept = shelf.now();
    boolean may = caller.may(Permission.CHANGE, Where.team(team));
    List<Board.Part> parts = new ArrayList<>();
    parts.add(stands(kept, may));
    parts.add(blocks(kept.of(team)));
    parts.add(new WeekTable(shelf, kept.weeks(team)).table());
    parts.add(DayTable.of(kept.weeks(team)));
    parts.add(ToldTable.of(kept.uploads(team), shelf.yard().zone()));
    BlockForms forms = new BlockForms(shelf.yard(), caller);
    if (may) {
      parts.add(
          forms.proposal(
              forms.teams().stream().filter(one -> one.aim().name().equals(team)).toList()));
    }
    return new Board(
            Texts.say("blocks.of-team", shelf.yard().title(team)),
            Texts.say("blocks.of-team.intro"),
            new Board.Link(Texts.say("entry.focus-time"), "/focus-time"),
            parts)
        .page();
  }

  private Board.Lines stands(Shelf.Kept kept, boolean may) {
    Week.Sum sum = kept.judged(team);
    List<Cell> lines = new ArrayList<>();
    Double share = sum.share();
    lines.add(
        share == null
            ? Cell.of(Texts.say("blocks.stands.unknown", sum.of())).look("look")
            : Cell.of(
                    Texts.say(
                        "blocks.stands",
                        Hours.of(sum.eaten()),
                        Hours.of(sum.blocked()),
                        Say.percent(share),
                        sum.weeks(),
                        sum.of(),
                        Say.percent(EatenFindings.LIMIT)))
                .look(EatenFindings.isBeyond(sum) ? "look" : "know"));
    lines.add(
        Cell.to(Texts.say("blocks.feed"), "/focus-time/" + team + "/focus.ics")
            .note(Texts.say("blocks.feed.note")));
    if (may) {
      lines.add(
          Cell.to(Texts.say("blocks.tell"), "/focus-time/" + team + "/meetings")
              .note(Texts.say("blocks.tell.note")));
    }
    return new Board.Lines("stands", Texts.say("blocks.last-weeks", Shelf.JUDGED), "", lines);
  }

  private Board.Table blocks(List<Block> blocks) {
    return new Board.Table(
        "blocks",
        Texts.say("blocks.head.blocks"),
        Texts.say("blocks.none.here"),
        Texts.all(
            "blocks.field.purpose", "blocks.head.when", "blocks.head.ends", "blocks.field.owner"),
        blocks.stream()
            .map(block ->
                Row.of(
                    Cell.to(block.words().purpose(), block.address()),
                    Cell.of(block.words().says()),
                    Cell.of(block.words().ends()),
                    Cell.of(
                        block.words().owner().isEmpty()
                            ? Texts.say("blocks.nobody")
                            : shelf.yard().owners().name(block.words().owner()))))
            .toList());
  }
}
