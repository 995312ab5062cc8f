package pilothouse.intake;

import pilothouse.evidence.inbox.State;
import pilothouse.evidence.inbox.Tally;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * One source on the page of what comes in.
 *
 * @param address that it delivers to
 * @param secured whether a secret is set, so that deliveries must prove that they know it
 * @param last when something came in last, in words
 * @param silent whether something came in once, but nothing for a week
 * @param day what came in within 24 hours
 * @param week what came in within seven days
 * @param waiting how many wait to be understood
 * @param parked how many could not be understood
 * @param steps how to connect it, a sentence
 * @param command one line that delivers something; empty where only the sender can
 */
public record SourceRow(
    String name,
    String title,
    String address,
    boolean secured,
    String last,
    boolean silent,
    Tally day,
    Tally week,
    long waiting,
    long parked,
    String steps,
    String command) {

  /** How its sender proves that it knows the secret, where one is set. */
  public String proof() {
    return Connecting.proof(name);
  }

  /** What became of what came in within seven days. */
  public String split() {
    return week.total() == 0
        ? ""
        : Texts.say(
            "intake.source-row.done-ignored-parked",
            Say.count(week.of(State.DONE)),
            Say.count(week.of(State.IGNORED)),
            Say.count(week.of(State.PARKED)));
  }
}
