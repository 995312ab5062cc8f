package pilothouse.direction.bets;

import pilothouse.journal.Subject;
import pilothouse.promises.Kind;
import pilothouse.web.Where;

/**
 * A question with a last day: a spike, or the test of something that a bet takes for granted.
 *
 * @param kind {@code spike} or {@code assumption}
 * @param bet its id; empty where it belongs to none
 * @param decision the address or name of the decision that waits for it; empty for none
 * @param question what is to be found out; of an assumption: what is believed
 * @param test how it is found out
 * @param due the end of its timebox
 * @param promise the id of the promise to answer it
 * @param verdict empty while it is open; {@code held}, {@code broke} or {@code unclear} of an
 *     assumption
 */
public record Probe(
    String id,
    String kind,
    String place,
    String bet,
    String decision,
    String question,
    String test,
    String due,
    String owner,
    String promise,
    String madeAt,
    String verdict,
    String answer,
    String endedAt)
    implements Owed {
  static final String SPIKE = "spike";
  static final String ASSUMPTION = "assumption";
  static final Kind SPIKES = Kind.of(SPIKE, false).endedAtHome();
  static final Kind ASSUMPTIONS = Kind.of(ASSUMPTION, false).endedAtHome();

  /** The same, owed by that promise. */
  Probe owed(String by) {
    return new Probe(
        id, kind, place, bet, decision, question, test, due, owner, by, madeAt, verdict, answer,
        endedAt);
  }

  @Override
  public Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  public boolean isSpike() {
    return kind.equals(SPIKE);
  }

  public boolean isOpen() {
    return verdict.isEmpty();
  }

  /** Where it is shown: with its bet, or among the spikes. */
  @Override
  public String page() {
    return bet.isEmpty() ? "/spikes" : "/bets/" + bet;
  }

  @Override
  public String subject() {
    return kind + ":" + id;
  }

  Subject told() {
    return Subject.of(kind, question, page()).in(where());
  }
}
