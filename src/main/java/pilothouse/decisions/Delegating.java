package pilothouse.decisions;

import java.util.Map;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;

/** Writes down who may decide, and that somebody may not any more. */
record Delegating(Docket docket, Who who) {
  void make(Delegation one) {
    docket
        .storage()
        .write(rows -> {
          DelegationRows.add(rows, one, Instants.text(docket.now()), who);
          Journal.write(rows, entry("delegation made", one, "").with(fields(one)));
          return true;
        });
  }

  void end(Delegation one, String why) {
    docket
        .storage()
        .write(rows -> {
          DelegationRows.end(rows, one.id(), Instants.text(docket.now()), who, why);
          Journal.write(rows, entry("delegation ended", one, why).changing(fields(one), Map.of()));
          return true;
        });
  }

  private Map<String, String> fields(Delegation one) {
    return Map.of(
        "owner", docket.promises().owners().name(one.owner()),
        "limits", one.limits(),
        "way back", one.wayBack(),
        "until", one.until().toString());
  }

  private Entry entry(String what, Delegation one, String why) {
    String name = docket.promises().owners().name(one.owner());
    return Entry.of(docket.now(), who, what, one.subject(name), why);
  }
}
