package pilothouse.decisions;

import java.time.Instant;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Brings what changed in a file into its decision: words follow words, and turns come. */
record FileChange(Docket docket, Handle rows, FileSaid before, FileSaid after, String path) {

  /**
   * The decision as it is then.
   *
   * @param successor the id of the one that the file names in its place; empty for none
   * @param who says so
   */
  Decision into(Decision now, String successor, Who who) {
    Words words = words(now.words());
    Instant at = docket.now();
    if (!words.equals(now.words())) {
      DecisionRows.say(rows, now.id(), words, Instants.text(at), who, path);
    }
    FileTurns told = new FileTurns(docket, after, successor);
    boolean dated = after.day().isPresent() && !after.day().equals(before.day());
    String then = Instants.text(dated ? told.at() : at);
    for (FileTurns.Next one : told.since(before, now)) {
      DecisionRows.turn(rows, now.id(), one.kind(), one.about(), one.words(), null, then, who);
    }
    return DecisionRows.one(rows, now.id());
  }

  /** The words that hold, with those of the file where they differ from what it said. */
  private Words words(Words now) {
    Words was = before.words();
    Words is = after.words();
    return new Words(
        either(Words::title, was, is, now),
        either(Words::question, was, is, now),
        either(Words::drivers, was, is, now),
        either(Words::options, was, is, now),
        either(Words::consequences, was, is, now),
        either(Words::confirmation, was, is, now),
        now.wayBack());
  }

  private static <T> T either(Function<Words, T> part, Words was, Words is, Words now) {
    return part.apply(was).equals(part.apply(is)) ? part.apply(now) : part.apply(is);
  }
}
