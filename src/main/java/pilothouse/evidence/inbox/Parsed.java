package pilothouse.evidence.inbox;

import java.util.List;
import pilothouse.evidence.facts.Fact;

/** What a source understood of a delivery. */
public sealed interface Parsed {

  /**
   * Facts, of one thing or of many.
   *
   * @param left what else was in the delivery and gave no fact
   */
  record Facts(List<Fact> facts, Left left) implements Parsed {
    public Facts {
      facts = List.copyOf(facts);
    }

    public Facts(List<Fact> facts) {
      this(facts, Left.NOTHING);
    }
  }

  /** Nothing that anybody here wants to know; counted, with the reason. */
  record Ignored(String why) implements Parsed {}

  /**
   * The part of a batch that gave no fact. What was good in the batch is kept all the same.
   *
   * @param ignored how many nobody here wants to know
   * @param refused how many could not be understood
   * @param why the reasons, each once; of very many the first
   */
  record Left(int ignored, int refused, List<String> why) {
    public static final Left NOTHING = new Left(0, 0, List.of());

    public Left {
      why = List.copyOf(why);
    }
  }

  /** Facts as a delivery of the source tells them. */
  static Parsed of(Fact... facts) {
    return new Facts(List.of(facts));
  }
}
