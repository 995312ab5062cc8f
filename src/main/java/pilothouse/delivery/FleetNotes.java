package pilothouse.delivery;

import java.util.ArrayList;
import java.util.List;
import pilothouse.evidence.facts.Unplaced;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** What is to be said of the numbers of all services before they are read. */
final class FleetNotes {
  private FleetNotes() {}

  static List<String> of(Lookout look, List<Line> lines, Ground ground, Caller caller) {
    List<String> notes = new ArrayList<>();
    if (!look.isUsual()) {
      notes.add(look.definition().title() + ": " + look.definition().says());
    }
    long instead = lines.stream().filter(line -> !line.instead().isEmpty()).count();
    if (instead > 0) {
      notes.add(Texts.counted("delivery.fleet-notes.instead", instead));
    }
    notes.addAll(ToldTwice.notes(lines, ground.zone()));
    List<Unplaced.Kind> unplaced =
        caller.sees(Where.ORGANISATION) ? ground.services().unplaced().kinds() : List.of();
    for (Unplaced.Kind kind : unplaced) {
      notes.add(
          Texts.counted(
              "delivery.fleet-notes.no-service",
              kind.count(),
              Say.counted(kind.count(), kind.what()),
              kind.why()));
    }
    return notes;
  }
}
