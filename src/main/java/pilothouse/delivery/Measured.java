package pilothouse.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Measurement;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Notes;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Receipt;
import pilothouse.metrics.Receipt.Cell;
import pilothouse.metrics.Scope;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Shown;

/**
 * A number that others measured, read as any metric is: its course, its limits, its receipt.
 *
 * @param unit as it was told; empty for a bare number
 * @param last the newest of the period; null where there is none
 * @param each one of the period by itself, by time, where the course may have one a week
 */
record Measured(Reading reading, String unit, @Nullable Measurement last, List<Series.Point> each) {
  /** Those that the catalogue reads already. */
  private static final Set<String> READ = Set.of("coverage-lines", "coverage-branches");

  private static final Set<String> SHARES = Set.of("share", "ratio", "fraction");

  /** The names of what was measured, by name; without what stands on pages as a metric. */
  static List<String> names(List<Measurement> all) {
    return all(all).stream().filter(name -> !READ.contains(name)).toList();
  }

  /** The names of all that was measured. */
  static List<String> all(List<Measurement> all) {
    Set<String> names = new TreeSet<>();
    all.forEach(one -> names.add(one.metric()));
    return List.copyOf(names);
  }

  /**
   * Reads one.
   *
   * @param all what was told of the scope, of any name, by time
   * @param better as it was declared
   */
  static Measured of(
      String name, String scope, List<Measurement> all, Window window, Metric.Better better) {
    Notes notes = new Notes();
    List<Measurement> named = all.stream().filter(one -> one.metric().equals(name)).toList();
    List<Measurement> in =
        named.stream().filter(one -> window.holds(one.at().getEpochSecond())).toList();
    if (in.isEmpty()) {
      String unit = named.isEmpty() ? "" : unit(named.getLast());
      String why = silence(name, scope, named, window);
      return new Measured(
          unknown(metric(name, unit, named, better), scope, window, why), unit, null, List.of());
    }
    Measurement newest = newest(scope, in);
    List<Measurement> own = in.stream().filter(one -> one.scope().equals(newest.scope())).toList();
    notes.leave(
        Texts.say("delivery.measured.measurements-of-other-parts", newest.scope()),
        in.size() - own.size());
    String unit = unit(newest);
    List<Measurement> alike = own.stream().filter(one -> unit(one).equals(unit)).toList();
    notes.leave(
        Texts.say("delivery.measured.measurements-in-another-unit"), own.size() - alike.size());
    Metric metric = metric(name, unit, alike, better);
    Reading reading =
        new Reading(
            metric,
            Scope.all(scope),
            window,
            newest.value(),
            null,
            alike.size(),
            MeasuredCourse.of(metric, alike, window),
            receipt(metric, unit, alike, window),
            notes.ledger());
    List<Series.Point> each =
        alike.stream().map(one -> new Series.Point(one.at(), one.value(), 1)).toList();
    return new Measured(reading, unit, newest, each);
  }

  /** The last of the scope itself, else of what lies in it. */
  private static Measurement newest(String scope, List<Measurement> in) {
    return in.stream()
        .max(
            Comparator.comparing((Measurement one) -> one.scope().equalsIgnoreCase(scope))
                .thenComparing(one -> one.scope().startsWith("system:"))
                .thenComparing(Measurement::at)
                .thenComparing(Measurement::scope))
        .orElseThrow();
  }

  private static String unit(Measurement one) {
    String unit = one.unit();
    return unit == null ? "" : unit.strip();
  }

  /** The kind of unit that a name was measured in last; among what was told of its scope. */
  static Metric.Unit kind(String name, List<Measurement> all) {
    List<Measurement> named = all.stream().filter(one -> one.metric().equals(name)).toList();
    return named.isEmpty() ? Metric.Unit.OTHER : unit(unit(named.getLast()), named);
  }

  /** The unit that a name was measured in last, as it was told. */
  static String word(String name, List<Measurement> all) {
    return all.stream()
        .filter(one -> one.metric().equals(name))
        .reduce((_, next) -> next)
        .map(Measured::unit)
        .orElse("");
  }

  private static Metric.Unit unit(String unit, List<Measurement> all) {
    boolean share =
        SHARES.contains(unit) && all.stream().allMatch(one -> one.value() >= 0 && one.value() <= 1);
    return share
        ? Metric.Unit.RATIO
        : unit.equals("seconds") || unit.equals("s") ? Metric.Unit.SECONDS : Metric.Unit.OTHER;
  }

  private static Metric metric(
      String name, String unit, List<Measurement> all, Metric.Better better) {
    return new Metric(
        name,
        new Metric.Own(
            Say.sentence(name.replace('-', ' ')),
            Texts.say("delivery.measured.question", name),
            Texts.say("delivery.measured.formula"),
            Texts.say("delivery.measured.needs", name),
            Texts.say("delivery.measured.caveat")),
        unit(unit, all),
        better,
        "");
  }

  private static String silence(String name, String scope, List<Measurement> named, Window window) {
    return named.isEmpty()
        ? Texts.say("delivery.measured.nobody-told-of-a", name, scope)
        : Texts.say(
            "delivery.measured.nobody-measured-it-in",
            Say.day(named.getLast().at(), window.zone()));
  }

  private static Reading unknown(Metric metric, String scope, Window window, String why) {
    Receipt receipt = new Receipt(why, List.of(), 0, row -> List.of());
    return new Reading(
        metric,
        Scope.all(scope),
        window,
        null,
        why,
        0,
        Series.none(),
        receipt,
        new Notes().ledger());
  }

  private static Receipt receipt(Metric metric, String unit, List<Measurement> own, Window window) {
    int n = own.size();
    String says =
        Texts.say(
            n <= MeasuredCourse.MANY
                ? "delivery.measured.each-of-them"
                : "delivery.measured.the-last-of-each",
            Say.counted(n, "measurement"));
    return new Receipt(
        says,
        Texts.all("column.measured", "column.value", "column.of"),
        n,
        row -> {
          Measurement one = own.get(n - 1 - row);
          return List.of(
              Cell.of(Say.time(one.at(), window.zone())),
              Cell.of(say(metric, unit, one.value())),
              Cell.of(one.scope()));
        });
  }

  /** The value with its unit, or unknown. */
  String says() {
    Double value = reading.value();
    return value == null ? Texts.say("say.unknown") : say(reading.metric(), unit, value);
  }

  private static String say(Metric metric, String unit, double value) {
    String said = Shown.say(metric.unit(), value);
    return metric.unit() == Metric.Unit.OTHER && !unit.isEmpty() ? said + " " + unit : said;
  }
}
