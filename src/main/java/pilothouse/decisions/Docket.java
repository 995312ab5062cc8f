package pilothouse.decisions;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import pilothouse.journal.Entry;
import pilothouse.journal.Who;
import pilothouse.promises.Promises;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.verdicts.Verdicts;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Where;
import pilothouse.web.Whereabouts;

/**
 * What the room stands on.
 *
 * @param principles those that hold at a place, the first in rank first
 * @param ground what lies in a place
 * @param burden what debt costs there
 * @param spikes what was tried before
 */
public record Docket(
    Storage storage,
    InstantSource clock,
    ZoneId zone,
    Promises promises,
    Supplier<Gauges> gauges,
    Verdicts verdicts,
    Function<Where, List<String>> principles,
    Ground ground,
    Burden burden,
    Spikes spikes) {
  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  Whereabouts places() {
    return promises.places();
  }

  /** Something that was done to a decision. */
  Entry entry(Who who, String what, Decision about, String why) {
    return Entry.of(now(), who, what, about.subject(), why);
  }

  /** The same for what is not there and for what may not be seen. */
  static NotFound gone() {
    return new NotFound(Texts.say("decisions.gone"), Texts.say("decisions.look-at-the-list"));
  }

  static void mayChange(Caller caller, Where where) {
    if (!caller.sees(where)) {
      throw gone();
    }
    caller.must(Permission.CHANGE, where);
  }
}
