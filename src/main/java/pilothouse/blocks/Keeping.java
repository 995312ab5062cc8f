package pilothouse.blocks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Refused;

/** Writes blocks down, each time as a version more. */
record Keeping(Shelf shelf, Who who) {
  private static final int MOST = 40;

  Block open(String team, Words words, String why) {
    if (shelf.now().of(team).size() >= MOST) {
      throw Refused.conflict(Texts.say("blocks.too-many", MOST), Texts.say("blocks.too-many.mend"));
    }
    Instant now = shelf.yard().clock().instant();
    Block block =
        new Block(UUID.randomUUID().toString(), team, List.of(version(1, words, now, why)));
    return shelf
        .storage()
        .write(rows -> {
          BlockRows.open(rows, block);
          Journal.write(
              rows,
              Entry.of(now, who, "focus block set", block.subject(), why).with(words.fields()));
          return block;
        });
  }

  /** What is said again unchanged changes nothing. */
  Block reword(Block block, Words words, String why) {
    if (words.equals(block.words())) {
      return block;
    }
    Instant now = shelf.yard().clock().instant();
    List<Block.Version> versions = new ArrayList<>(block.versions());
    versions.add(version(block.newest().number() + 1, words, now, why));
    Block after = new Block(block.id(), block.team(), versions);
    Map<String, String> before = block.words().fields();
    return shelf
        .storage()
        .write(rows -> {
          BlockRows.add(rows, after);
          Journal.write(
              rows,
              Entry.of(now, who, "focus block changed", after.subject(), why)
                  .changing(before, words.fields()));
          return after;
        });
  }

  private Block.Version version(int number, Words words, Instant at, String why) {
    return new Block.Version(number, words, at, who.id(), who.name(), why);
  }
}
