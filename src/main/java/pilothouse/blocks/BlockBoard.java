package pilothouse.blocks;

import java.util.ArrayList;
import java.util.List;
import pilothouse.journal.Named;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;

/** One block: what it says, and what it said before. */
record BlockBoard(Shelf shelf, Caller caller, Block block) {
  Answer page() {
    List<Board.Part> parts = new ArrayList<>();
    parts.add(stands());
    if (caller.may(Permission.CHANGE, block.place())) {
      BlockForms forms = new BlockForms(shelf.yard(), caller);
      parts.add(forms.reword(block));
      forms.end(block).ifPresent(parts::add);
    }
    parts.add(history());
    return new Board(
            block.words().purpose(),
            block.words().says(),
            new Board.Link(
                Texts.say("blocks.of-team", shelf.yard().title(block.team())), block.page()),
            parts)
        .page();
  }

  private Board.Lines stands() {
    Words words = block.words();
    List<Cell> lines = new ArrayList<>();
    lines.add(Cell.of(words.ends()));
    lines.add(
        words.owner().isEmpty()
            ? Cell.of(Texts.say("blocks.nobody"))
            : Cell.of(Texts.say("blocks.owned", shelf.yard().owners().name(words.owner()))));
    words
        .pauses()
        .forEach(pause ->
            lines.add(
                Cell.of(
                    Texts.say("blocks.paused", Say.day(pause.first()), Say.day(pause.last())))));
    return new Board.Lines("stands", Texts.say("blocks.stands-title"), "", lines);
  }

  private Board.Table history() {
    return new Board.Table(
        "history",
        Texts.say("blocks.history"),
        "",
        Texts.all("blocks.head.version", "blocks.head.when", "blocks.head.who", "allocation.why"),
        block.versions().reversed().stream().map(this::row).toList());
  }

  private Row row(Block.Version one) {
    return Row.of(
        Cell.of(Texts.say("blocks.version", one.number()))
            .note(Say.time(one.at(), shelf.yard().zone())),
        Cell.of(one.words().purpose() + ": " + one.words().says()).note(one.words().ends()),
        Cell.of(Named.by(caller, block.place(), one.whoId(), one.whoName())),
        Cell.of(one.why()));
  }
}
