package pilothouse.delivery;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.Doubled;
import pilothouse.text.Say;

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
            "%s: since %s %s may be counted twice, for two senders told of one (%s). Let one of them tell."
                .formatted(
                    line.system(),
                    Say.day(first.at(), zone),
                    Say.counted(line.doubled().size(), "deployment"),
                    line.doubled().getLast().senders()));
      }
    }
    return notes.size() <= MOST
        ? notes
        : List.of(
            "%s have deployments that two senders told and that may be counted twice; the receipt of each one's deployment frequency says how many."
                .formatted(Say.counted(notes.size(), "service")));
  }
}
