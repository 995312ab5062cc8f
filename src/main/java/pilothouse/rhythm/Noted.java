package pilothouse.rhythm;

import java.time.Instant;
import pilothouse.journal.Entry;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.web.Where;

/** What a change of this room is about, as the journal has it. */
record Noted(String kind, String name, String page, Where place) {
  Entry entry(Instant at, Who who, String what, String why) {
    return Entry.of(at, who, what, Subject.of(kind, name, page).in(place), why);
  }
}
