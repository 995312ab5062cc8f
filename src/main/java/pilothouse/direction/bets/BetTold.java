package pilothouse.direction.bets;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.journal.Named;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * A bet as its page and programs see it.
 *
 * @param owner as people call whoever it is
 * @param outcome what it is for; null where nobody said, or it may not be seen
 * @param warnings what is missing, a sentence each
 * @param turns what happened to it, the newest first
 */
public record BetTold(
    Bet bet,
    String owner,
    Outcomes.@Nullable Outcome outcome,
    List<String> warnings,
    List<Happened> turns,
    List<Scored> scores,
    List<ProbeTold> probes,
    List<Foretelling.Foretold> predictions) {
  public BetTold {
    warnings = List.copyOf(warnings);
    turns = List.copyOf(turns);
    scores = List.copyOf(scores);
    probes = List.copyOf(probes);
    predictions = List.copyOf(predictions);
  }

  /** What happened to something, when, by whom and why. */
  public record Happened(String kind, String about, String words, String at, String by) {
    /** A turn of what belongs to a place, as a caller is told it. */
    public static Happened of(Turn turn, Around around, Where place, Caller caller) {
      return new Happened(
          turn.kind(),
          turn.about(),
          turn.words(),
          around.time(turn.at()),
          Named.by(caller, place, turn.byId(), turn.byName()));
    }
  }

  /** All bets that somebody sees. */
  public record All(List<Line> bets) {
    public All {
      bets = List.copyOf(bets);
    }
  }

  /** A bet in a list. */
  public record Line(Bet bet, String owner, int warnings) {}
}
