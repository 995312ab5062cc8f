package pilothouse.voice;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import pilothouse.journal.Entry;
import pilothouse.journal.Subject;
import pilothouse.journal.Who;
import pilothouse.people.Teams;
import pilothouse.promises.Promises;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;
import pilothouse.text.Texts;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Where;
import pilothouse.web.Whereabouts;

/** What the room stands on, and what its pages say alike. */
public record Ear(
    Storage storage,
    InstantSource clock,
    ZoneId zone,
    Promises promises,
    Systems systems,
    Teams teams,
    Supplier<Gauges> gauges) {
  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** A change of something of this room. */
  Entry entry(Who who, String what, Subject about, String why) {
    return Entry.of(now(), who, what, about, why);
  }

  /** What something can belong to. */
  Whereabouts places() {
    return promises.places();
  }

  /** The same for what is not there and for what may not be seen. */
  static NotFound gone() {
    return new NotFound(Texts.say("voice.gone"), Texts.say("voice.look-at-the-list"));
  }

  /** Refuses whoever may look at it, and hides it from whoever may not. */
  static void mayChange(Caller caller, Where where) {
    if (!caller.sees(where)) {
      throw gone();
    }
    if (!caller.may(Permission.CHANGE, where)) {
      throw Refused.forbidden(
          Texts.say("web.sent.not-there", where.text()), Texts.say("web.sent.ask-for-a-role"));
    }
  }
}
