package pilothouse.decisions;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import pilothouse.decisions.Turn.Kind;
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
    affected(now)
        .forEach((about, kind) ->
            DecisionRows.turn(
                rows, now.id(), kind, about.text(), "", null, Instants.text(at), who));
    return DecisionRows.one(rows, now.id());
  }

  /** What the file says it affects now, and no more. */
  private Map<Affected, Kind> affected(Decision now) {
    Set<Affected> was = AffectedLines.read(docket, before.draft().moreInformation());
    Set<Affected> is = AffectedLines.read(docket, after.draft().moreInformation());
    Set<Affected> known = Affected.of(now).keySet();
    Map<Affected, Kind> changed = new LinkedHashMap<>();
    was.stream()
        .filter(one -> !is.contains(one) && known.contains(one))
        .forEach(one -> changed.put(one, Kind.SPARED));
    is.stream()
        .filter(one -> !was.contains(one) && !known.contains(one))
        .limit(Math.max(0, Affected.MOST - known.size() + changed.size()))
        .forEach(one -> changed.put(one, Kind.AFFECTS));
    return changed;
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
