package pilothouse.views;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.chart.Axis;
import pilothouse.metrics.Metric;
import pilothouse.metrics.Reading;
import pilothouse.metrics.Series;
import pilothouse.metrics.Window;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/**
 * What a gauge shows through a window: the reading with its course, and where its receipt is.
 *
 * @param unit as others told it behind the value; empty where the metric has one of its own
 * @param page the address of the number with its receipt; empty where there is none
 * @param newest when the newest fact was made that the number could hold; null where there is none
 * @param raw what a verdict judges, oldest first: each measurement as it was told, where the course
 *     has the last of a week alone
 * @param measured when the value was measured, where it is one measurement; null where it is worked
 *     out over the window
 */
public record Gauged(
    Gauge gauge,
    Reading reading,
    String unit,
    String page,
    @Nullable Instant newest,
    List<Series.Point> raw,
    @Nullable Instant measured) {
  public Gauged {
    raw = List.copyOf(raw);
  }

  /** One that is judged by its course. */
  public Gauged(Gauge gauge, Reading reading, String unit, String page, @Nullable Instant newest) {
    this(gauge, reading, unit, page, newest, reading.series().points(), null);
  }

  /** The value in words with its unit, or "unknown". */
  public String says() {
    Double value = reading.value();
    return value == null ? Texts.say("say.unknown") : says(value);
  }

  /** The value with its time: the day of its measurement, or the window it is worked out over. */
  public String saysWhen() {
    return Texts.say("views.gauged.when", says(), when());
  }

  /** Of when the value is: "on" the day of its measurement, or "from" the window's first day. */
  public String when() {
    Window window = reading.window();
    return measured == null
        ? Texts.say("views.gauged.from", Stretch.of(window).says())
        : Texts.say("views.gauged.on", Say.day(measured, window.zone()));
  }

  /** Another value of the same gauge in words. */
  public String says(double value) {
    String said = Shown.say(reading.metric().unit(), value);
    return reading.metric().unit() == Metric.Unit.OTHER && !unit.isEmpty()
        ? said + " " + unit
        : said;
  }

  /** What the number is called. */
  public String name() {
    return reading.metric().name();
  }

  /** The axis that its values are drawn on. */
  public Axis axis() {
    Metric.Unit of = reading.metric().unit();
    return of == Metric.Unit.OTHER ? new Axis(unit, false, Say::number) : Figure.axis(of);
  }

  /** What a limit is held against: what was told, or today's value alone where it has no course. */
  public List<Series.Point> held() {
    Double value = reading.value();
    return value == null || raw.stream().anyMatch(point -> point.value() != null)
        ? raw
        : List.of(new Series.Point(reading.window().to().minusMillis(1), value, reading.n()));
  }

  /** Its course, oldest first. */
  public List<Series.Point> points() {
    return reading.series().points();
  }
}
