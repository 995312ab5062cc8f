package pilothouse.blocks;

import java.time.ZoneId;
import java.util.List;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;

/** Which days of a team's calendar were told, and what was left out. */
final class ToldTable {
  private static final int UPLOADS = 10;

  private ToldTable() {}

  static Board.Table of(List<Upload> uploads, ZoneId zone) {
    return new Board.Table(
        "told",
        Texts.say("blocks.told"),
        Texts.say("blocks.told.none"),
        Texts.all("blocks.head.days", "blocks.head.events", "blocks.head.left-out"),
        uploads.stream()
            .limit(UPLOADS)
            .map(one ->
                Row.of(
                    Cell.of(Texts.say("blocks.from-to", Say.day(one.first()), Say.day(one.last())))
                        .note(Texts.say("blocks.told-at", Say.time(one.at(), zone))),
                    Cell.num(Say.count(one.events())),
                    Cell.of(Skip.kept(one.skipped()))))
            .toList());
  }
}
