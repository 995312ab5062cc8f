package pilothouse.flags;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import pilothouse.journal.Entry;
import pilothouse.journal.Who;
import pilothouse.promises.Promises;
import pilothouse.storage.Storage;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Permission;
import pilothouse.web.Where;
import pilothouse.web.Whereabouts;

/**
 * Where flags are kept, as on ships, and what they stand on.
 *
 * @param code what stands in the repositories that are read
 * @param debts the item of debt that a flag became, by the flag's id
 */
public record Locker(
    Storage storage,
    InstantSource clock,
    ZoneId zone,
    Promises promises,
    Code code,
    Function<String, Optional<Owed>> debts) {

  /**
   * An item of debt: what it is called, its page, and whose it is.
   *
   * @param ended how it ended; empty while it is owed
   */
  public record Owed(String says, String page, Where place, String ended) {}

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  Whereabouts places() {
    return promises.places();
  }

  /** Something that was done to a flag. */
  Entry entry(Who who, String what, Flag about, String why) {
    return Entry.of(now(), who, what, about.subject(), why);
  }

  /** What an owner is called; empty for nobody. */
  String owner(String id) {
    return id.isEmpty() ? "" : promises.owners().name(id);
  }

  /** The same for what is not there and for what may not be seen. */
  static NotFound gone() {
    return new NotFound(Texts.say("flags.gone"), Texts.say("flags.look-at-the-list"));
  }

  static void mayChange(Caller caller, Where where) {
    if (!caller.sees(where)) {
      throw gone();
    }
    caller.must(Permission.CHANGE, where);
  }
}
