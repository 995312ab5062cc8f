package pilothouse.delivery;

import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Say;

/** Says which numbers may be too large because two senders told of the same deployments. */
final class ToldTwice {
  /** With more services than that one sentence speaks of all of them. */
  private static final int MOST = 3;

  private ToldTwice() {}

  /** Services of which two senders may have told the same deployments. */
  static List<String> notes(Ground ground) {
    List<String> notes = new ArrayList<>();
    ground
        .services()
        .doubled()
        .forEach((system, doubled) ->
            notes.add(
                "%s: since %s %s may be counted twice, for two senders told of one (%s). Let one of them tell."
                    .formatted(
                        system,
                        Say.day(doubled.getFirst().at(), ground.zone()),
                        Say.counted(doubled.size(), "deployment"),
                        doubled.getLast().senders())));
    return notes.size() <= MOST
        ? notes
        : List.of(
            "%s have deployments that two senders told and that may be counted twice; the receipt of each one's deployment frequency says how many."
                .formatted(Say.counted(notes.size(), "service")));
  }
}
