package pilothouse.rhythm;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Services;
import pilothouse.findings.Finding;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.metrics.Window;
import pilothouse.people.Teams;
import pilothouse.promises.Promises;
import pilothouse.storage.Storage;
import pilothouse.systems.Systems;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * What the room stands on.
 *
 * @param gauges all numbers, asked for when one is needed
 * @param findings all that stands now, of all doors
 * @param notes keeps what a customer said
 * @param objectives what a quarter may be opened with
 * @param stands how far an objective has come by its numbers
 * @param sheets what others publish: a mission, a vision, a strategy
 */
public record Deck(
    Storage storage,
    InstantSource clock,
    ZoneId zone,
    Journal journal,
    Promises promises,
    Systems systems,
    Teams teams,
    Services services,
    Supplier<Gauges> gauges,
    Supplier<List<Finding>> findings,
    Notes notes,
    Supplier<List<Objective>> objectives,
    Stands stands,
    Supplier<List<Story>> sheets) {
  private static final int WEEKS = 26;

  /** Keeps what a customer said in the transaction of whatever it was said at. */
  @FunctionalInterface
  public interface Notes {
    /** Gives the address of the note. */
    String keep(
        Handle rows, Where place, LocalDate day, String says, String tone, String source, Who who);
  }

  /** How far an objective has come by its numbers, from 0 to 1; null where nobody can tell. */
  @FunctionalInterface
  public interface Stands {
    @Nullable Double of(String page, Caller caller);
  }

  /** An objective that somebody else keeps. */
  public record Objective(String subject, String says, String page, Where place) {}

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** A number as it is now. */
  Gauged read(Gauge gauge) {
    return of(gauge, today());
  }

  /** A number as of a day: its last measurement, else what whole weeks of half a year give. */
  Gauged of(Gauge gauge, LocalDate day) {
    LocalDate last = day.isAfter(today()) ? today() : day;
    Gauged read = read(gauge, day.plusDays(1), last.plusDays(1));
    return read.measured() == null ? whole(gauge, day) : read;
  }

  /**
   * What the rules of the chart look at, over weeks that are over: a week that has just begun looks
   * like a fall.
   *
   * @param day of which it is told: half a year before it stays the same, whenever one looks
   */
  Gauged whole(Gauge gauge, LocalDate day) {
    LocalDate now = monday(today());
    return read(gauge, monday(day), monday(day).isAfter(now) ? now : monday(day));
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private Gauged read(Gauge gauge, LocalDate day, LocalDate end) {
    Window window =
        new Window(
            day.minusWeeks(WEEKS).atStartOfDay(zone).toInstant(),
            end.atStartOfDay(zone).toInstant(),
            zone);
    return gauges.get().read(gauge, window);
  }
}
