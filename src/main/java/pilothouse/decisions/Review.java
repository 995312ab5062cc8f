package pilothouse.decisions;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import pilothouse.decisions.Turn.Kind;

/**
 * How a council looks at a decision.
 *
 * @param council its id
 * @param votes what each member said last, by the owner's id
 * @param verdict {@code passed} or {@code refused}; empty while too few voted, or as many for it as
 *     against it
 */
record Review(String council, Instant since, Map<String, Turn> votes, String verdict) {
  Review {
    votes = new LinkedHashMap<>(votes);
  }

  /** The newest one since the question was asked, or asked again; empty for none. */
  static Optional<Review> of(Decision one) {
    Optional<Turn> routed =
        one.since(Kind.REOPENED).filter(turn -> turn.kind() == Kind.ROUTED).reduce((_, b) -> b);
    return routed.map(turn -> {
      Map<String, Turn> votes = new LinkedHashMap<>();
      String verdict = "";
      for (Turn later : one.turns()) {
        if (later.number() > turn.number() && later.kind() == Kind.VOTED) {
          votes.put(later.about(), later);
        } else if (later.number() > turn.number() && later.kind() == Kind.REVIEWED) {
          verdict = later.words().startsWith("passed") ? "passed" : "refused";
        }
      }
      return new Review(turn.about(), turn.at(), votes, verdict);
    });
  }

  boolean isPassed() {
    return verdict.equals("passed");
  }

  long votes(boolean isFor) {
    return votes.values().stream().filter(vote -> isFor(vote) == isFor).count();
  }

  /** A vote is kept as {@code for} or {@code against}, then why. */
  static boolean isFor(Turn vote) {
    return vote.words().startsWith("for");
  }

  /** What the votes come to; empty where they do not decide it. */
  String counted(int quorum) {
    long yes = votes(true);
    long no = votes(false);
    return yes + no < quorum || yes == no ? "" : yes > no ? "passed" : "refused";
  }
}
