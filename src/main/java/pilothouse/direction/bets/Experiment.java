package pilothouse.direction.bets;

import pilothouse.journal.Subject;
import pilothouse.promises.Kind;
import pilothouse.web.Where;

/**
 * Something that is tried to learn whether it helps.
 *
 * @param gauge the metric, said beforehand; empty while nobody did
 * @param guardrail what must not get worse
 * @param change the address of the change that is tried; empty for none
 * @param due when there is a result
 * @param ending {@code supported}, {@code failed} or {@code unclear}; empty while it runs
 * @param guarded whether the guardrail held: {@code yes}, {@code no} or {@code unknown}
 */
public record Experiment(
    String id,
    String place,
    String bet,
    String hypothesis,
    String gauge,
    String expect,
    String guardrail,
    String change,
    String due,
    String owner,
    String promise,
    String madeAt,
    String ending,
    String guarded,
    String result,
    String endedAt)
    implements Owed {
  static final Kind KIND = Kind.of("experiment", false).endedAtHome();

  /** The same, owed by that promise. */
  Experiment owed(String by) {
    return new Experiment(
        id,
        place,
        bet,
        hypothesis,
        gauge,
        expect,
        guardrail,
        change,
        due,
        owner,
        by,
        madeAt,
        ending,
        guarded,
        result,
        endedAt);
  }

  @Override
  public Where where() {
    return Where.parse(place).orElse(Where.ORGANISATION);
  }

  /** Whether another one says the same at the same place, and is open. */
  boolean isTwice(Experiment other) {
    return other.isOpen()
        && other.place().equals(place)
        && other.hypothesis().equalsIgnoreCase(hypothesis);
  }

  public boolean isOpen() {
    return ending.isEmpty();
  }

  @Override
  public String page() {
    return "/experiments/" + id;
  }

  @Override
  public String subject() {
    return "experiment:" + id;
  }

  Subject told() {
    return Subject.of("experiment", hypothesis, page()).in(where());
  }
}
