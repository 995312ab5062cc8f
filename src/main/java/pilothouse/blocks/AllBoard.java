package pilothouse.blocks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Aim;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** All teams with what they block, by name and in no other order. */
record AllBoard(Shelf shelf, Caller caller) {
  Answer page() {
    Shelf.Kept kept = shelf.now();
    List<Board.Part> parts = new ArrayList<>();
    parts.add(
        new Board.Table(
            "teams",
            Texts.say("entry.teams"),
            Texts.say("blocks.none"),
            Texts.all(
                "allocation.team", "blocks.head.blocks", "blocks.head.eaten", "blocks.head.share"),
            seen(kept).stream().map(team -> row(kept, team)).toList()));
    BlockForms forms = new BlockForms(shelf.yard(), caller);
    List<Aim.Named> teams = forms.teams();
    if (!teams.isEmpty()) {
      parts.add(forms.proposal(teams));
    } else if (shelf.yard().scopes().get().teams().isEmpty()) {
      Cell first = Cell.to(Texts.say("rhythm.first.declare"), "/teams#new");
      parts.add(new Board.Lines("first", Texts.say("rhythm.first"), "", List.of(first)));
    }
    String intro =
        Texts.say(
            "blocks.intro", Say.percent(EatenFindings.LIMIT), Texts.counted("blocks.weeks", 4));
    return Board.of(Texts.say("entry.focus-time"), intro, parts).page();
  }

  /** The teams that have a block and that the caller sees, by title. */
  List<Aim.Named> seen(Shelf.Kept kept) {
    return shelf.yard().scopes().get().teams().stream()
        .filter(team -> caller.sees(Where.team(team.aim().name())))
        .filter(team -> !kept.of(team.aim().name()).isEmpty())
        .toList();
  }

  private static Row row(Shelf.Kept kept, Aim.Named team) {
    String name = team.aim().name();
    String blocks =
        kept.of(name).stream()
            .map(block -> block.words().purpose() + ": " + block.words().says())
            .collect(Collectors.joining(" · "));
    Week.Sum sum = kept.judged(name);
    return Row.of(
        Cell.to(team.title(), "/focus-time/" + name), Cell.of(blocks), eaten(sum), share(sum));
  }

  static Cell eaten(Week.Sum sum) {
    return sum.weeks() == 0
        ? Cell.of(Texts.say("blocks.unknown"))
        : Cell.of(Texts.say("blocks.of", Hours.of(sum.eaten()), Hours.of(sum.blocked())));
  }

  static Cell share(Week.Sum sum) {
    Double share = sum.share();
    Cell cell =
        share == null
            ? Cell.of(Texts.say("blocks.unknown"))
            : Cell.of(Say.percent(share)).look(EatenFindings.isBeyond(sum) ? "look" : "");
    return cell.note(Texts.say("blocks.known-of", sum.weeks(), sum.of()));
  }
}
