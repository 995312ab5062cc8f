package pilothouse.metrics.delivery;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Once;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Series;
import pilothouse.metrics.Weeks;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** One service's facts seen through a window; what several formulas need is worked out once. */
final class Dossier {
  static final long DAY = 86_400_000;

  final ServiceFacts facts;
  private final ServiceFacts told;
  final Window window;
  final Definition definition;
  final long suggestWithin;
  final long from;
  final long to;
  private final Once made = new Once();

  /**
   * One service.
   *
   * @param suggestWithin so many milliseconds before an incident a deployment is suggested as cause
   */
  Dossier(ServiceFacts facts, Window window, Definition definition, long suggestWithin) {
    this.facts = definition == Definition.MERGES ? MergesAsDeployments.of(facts) : facts;
    this.told = facts;
    this.suggestWithin = suggestWithin;
    this.window = window;
    this.definition = definition;
    this.from = window.from().toEpochMilli();
    this.to = window.to().toEpochMilli();
  }

  /** The same service by another definition. */
  Dossier by(Definition other) {
    return new Dossier(told, window, other, suggestWithin);
  }

  /** What {@code make} makes of this dossier, made once. */
  <T> T once(Class<T> type, Function<Dossier, T> make) {
    return made.of(type, () -> make.apply(this));
  }

  /** Whether an epoch millisecond lies in the window. */
  boolean holds(long millis) {
    return millis >= from && millis < to;
  }

  /**
   * The millisecond to which what is open is counted: the window's end or, where the last that was
   * heard lies at most two days before it, that, for a window of whole days ends at a midnight to
   * come.
   */
  long now() {
    long heard = once(Heard.class, Heard::of).last();
    return heard < to && to - heard <= 2 * DAY ? heard : to;
  }

  /** When somebody last said something that lies before the window's end. */
  private record Heard(long last) {
    static Heard of(Dossier dossier) {
      ServiceFacts facts = dossier.facts;
      long last = Long.MIN_VALUE / 2;
      for (List<? extends Fact> said :
          List.of(facts.deployments(), facts.changes(), facts.incidents(), facts.builds())) {
        for (Fact fact : said) {
          long at = fact.saidAt().toEpochMilli();
          last = at < dossier.to ? Math.max(last, at) : last;
        }
      }
      return new Heard(last);
    }
  }

  /** The whole weeks of the window from the Monday on at which deployments begin to be known. */
  Weeks weeks() {
    return once(Weeks.class, dossier -> dossier.weeks(once(Rollouts.class, Rollouts::of).begin()));
  }

  /** The whole weeks of the window from the Monday before a second on. */
  Weeks weeks(long begin) {
    return Weeks.of(window, window.weekOf(Instant.ofEpochSecond(begin)).getEpochSecond());
  }

  Scope scope() {
    return Scope.all(facts.system());
  }

  Reading known(Metric metric, double value, long n, Series series, Receipt receipt, Notes notes) {
    return new Reading(metric, scope(), window, value, null, n, series, receipt, notes.ledger());
  }

  Reading unknown(Metric metric, String why, Notes notes) {
    return unknown(metric, why, 0, new Receipt(why, List.of(), 0, row -> List.of()), notes);
  }

  /** No value, though there are facts: too many of them are open to tell. */
  Reading unknown(Metric metric, String why, long n, Receipt receipt, Notes notes) {
    return new Reading(
        metric, scope(), window, null, why, n, Series.none(), receipt, notes.ledger());
  }

  /** A day and a minute in the organisation's zone. */
  Cell time(long millis) {
    return Cell.of(Say.time(Instant.ofEpochMilli(millis), window.zone()));
  }

  String day(long millis) {
    return Say.day(Instant.ofEpochMilli(millis), window.zone());
  }

  /** "from 1 Jan 2026 to 31 Mar 2026". */
  String span() {
    return Texts.say("metrics.dossier.from-to", day(from), day(to - 1));
  }

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  static Cell hours(double seconds) {
    return Cell.of(Math.round(seconds / 36) / 100.0);
  }

  static Series.Point point(Weeks weeks, int week, @Nullable Double value, long n) {
    return new Series.Point(Instant.ofEpochSecond(weeks.starts()[week]), value, n);
  }
}
