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

  /** Whether the catalogue reads those of that name, in whatever unit they are told. */
  static boolean isRead(String name) {
    return READ.contains(name);
  }

  /** The names of what was measured, by name; without what stands on pages as a metric. */
  static List<String> names(List<Measurement> all) {
    return all(all).stream().filter(name -> !isRead(name)).toList();
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
      String unit = unitOf(scope, named);
      List<Measurement> alike = named.stream().filter(one -> isIn(unit, one)).toList();
      String why = silence(name, scope, alike, window);
      return unknown(metric(name, unit, alike, better), unit, scope, window, why, notes);
    }
    String of = newest(scope, in).scope();
    List<Measurement> own = in.stream().filter(one -> one.scope().equals(of)).toList();
    notes.leave(
        Texts.say("delivery.measured.measurements-of-other-parts", of), in.size() - own.size());
    String unit = unit(named.stream().filter(one -> one.scope().equals(of)).toList());
    List<Measurement> alike = own.stream().filter(one -> isIn(unit, one)).toList();
    notes.leave(
        Texts.say("delivery.measured.measurements-in-another-unit", unit),
        own.size() - alike.size());
    Metric metric = metric(name, unit, alike, better);
    return alike.isEmpty()
        ? unknown(
            metric,
            unit,
            scope,
            window,
            Texts.say("delivery.measured.in-another-unit-alone", unit),
            notes)
        : known(metric, unit, scope, alike, window, notes);
  }

  private static Measured known(
      Metric metric,
      String unit,
      String scope,
      List<Measurement> alike,
      Window window,
      Notes notes) {
    Measurement newest = alike.getLast();
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

  /**
   * The unit of a number: the one that its oldest measurement with any has. What is told of it
   * later in another one changes no word of what was said of it before.
   *
   * @param named what was told under its name, by time
   */
  private static String unitOf(String scope, List<Measurement> named) {
    if (named.isEmpty()) {
      return "";
    }
    String of = newest(scope, named).scope();
    return unit(named.stream().filter(one -> one.scope().equals(of)).toList());
  }

  /** The same of one scope alone; empty for bare numbers. */
  static String unit(List<Measurement> own) {
    return own.stream().map(Measured::told).filter(one -> !one.isEmpty()).findFirst().orElse("");
  }

  /** What names no unit is in the number's own. */
  static boolean isIn(String unit, Measurement one) {
    String told = told(one);
    return told.isEmpty() || told.equals(unit);
  }

  /** The unit that one was told in; empty for a bare number. */
  static String told(Measurement one) {
    String unit = one.unit();
    return unit == null ? "" : unit.strip();
  }

  /** The kind of unit that a number of a scope is measured in; among what was told there. */
  static Metric.Unit kind(String name, String scope, List<Measurement> all) {
    List<Measurement> named = all.stream().filter(one -> one.metric().equals(name)).toList();
    String unit = unitOf(scope, named);
    return unit(unit, named.stream().filter(one -> isIn(unit, one)).toList());
  }

  /** The unit of a number of a scope as it was told; empty for bare numbers. */
  static String word(String name, String scope, List<Measurement> all) {
    return unitOf(scope, all.stream().filter(one -> one.metric().equals(name)).toList());
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

  private static Measured unknown(
      Metric metric, String unit, String scope, Window window, String why, Notes notes) {
    Receipt receipt = new Receipt(why, List.of(), 0, row -> List.of());
    Reading reading =
        new Reading(
            metric, Scope.all(scope), window, null, why, 0, Series.none(), receipt, notes.ledger());
    return new Measured(reading, unit, null, List.of());
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
