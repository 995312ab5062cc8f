package pilothouse.debt;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.interest.Meters;
import pilothouse.evidence.History;
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
 * What the register stands on.
 *
 * @param outcomes those that a caller may choose from
 * @param histories what git tells of a repository; null where it was not read
 * @param folders of the systems that are declared to live in a repository
 * @param incidents whether any source tells of an incident, by its number or address
 * @param issues pieces of work that sources tell of
 * @param lapses what became debt by itself
 * @param meters measures what changes cost more
 * @param teams who answers for what today
 */
public record Ledger(
    Storage storage,
    InstantSource clock,
    ZoneId zone,
    Promises promises,
    Function<Caller, List<Aimed>> outcomes,
    Function<String, @Nullable History> histories,
    Function<String, List<String>> folders,
    Predicate<String> incidents,
    Supplier<Issues> issues,
    Supplier<List<Lapse>> lapses,
    Meters meters,
    Supplier<Teams> teams) {

  /** An outcome that somebody aims at. */
  public record Aimed(String id, String title, String address) {}

  /**
   * Pieces of work, as sources tell of them.
   *
   * @param version rises with whatever is told
   * @param all of them, asked only where something new was told
   */
  public record Issues(long version, Supplier<List<Issue>> all) {}

  /**
   * A piece of work that somebody wrote down elsewhere.
   *
   * @param name as people write it: {@code #12}
   * @param open whether it is still to be done
   */
  public record Issue(
      String key,
      String name,
      String title,
      String address,
      List<String> labels,
      Where place,
      boolean open) {
    public Issue {
      labels = List.copyOf(labels);
    }
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  Whereabouts places() {
    return promises.places();
  }

  /** Something that was done to an item. */
  Entry entry(Who who, String what, Item about, String why) {
    return Entry.of(now(), who, what, about.subject(), why);
  }

  /** The same for what is not there and for what may not be seen. */
  static NotFound gone() {
    return new NotFound(Texts.say("debt.gone"), Texts.say("debt.look-at-the-list"));
  }

  static void mayChange(Caller caller, Where where) {
    if (!caller.sees(where)) {
      throw gone();
    }
    caller.must(Permission.CHANGE, where);
  }
}
