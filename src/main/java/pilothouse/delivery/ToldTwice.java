package pilothouse.delivery;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.Doubled;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** Says which numbers may be too large because two senders told of the same deployments. */
final class ToldTwice {
  /** With more services than that one sentence speaks of all of them. */
  private static final int MOST = 3;

  private ToldTwice() {}

  /** Services of which two senders may have told the same deployments. */
  static List<String> notes(List<Line> lines, ZoneId zone) {
    List<String> notes = new ArrayList<>();
    for (Line line : lines) {
      if (!line.doubled().isEmpty()) {
        Doubled first = line.doubled().getFirst();
        notes.add(
            Texts.say(
                "delivery.told-twice.since-may-be-counted",
                line.system(),
                Say.counted(line.doubled().size(), "deployment"),
                Say.day(first.at(), zone),
                line.doubled().getLast().senders()));
      }
    }
    return notes.size() <= MOST
        ? notes
        : List.of(
            Texts.say(
                "delivery.told-twice.have-deployments-that-two",
                Say.counted(notes.size(), "service")));
  }
}
