package pilothouse.evidence.inbox;

import java.util.List;
import pilothouse.evidence.facts.Fact;

/** What a source understood of a delivery. */
public sealed interface Parsed {

  /** Facts, of one thing or of many. */
  record Facts(List<Fact> facts) implements Parsed {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** Nothing that anybody here wants to know; counted, with the reason. */
  record Ignored(String why) implements Parsed {}

  /** Facts as a delivery of the source tells them. */
  static Parsed of(Fact... facts) {
    return new Facts(List.of(facts));
  }
}
