package pilothouse.rhythm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.metrics.Series;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauged;
import pilothouse.web.Caller;

/** The two numbers of a forum of leaders, and what the rules of the chart say of each. */
record Pinned(Deck deck) {
  /**
   * Each of them.
   *
   * @param day of the meeting: its limits stay the same, whenever one looks at it
   */
  List<Minutes.Pin> of(Forum forum, Instant since, LocalDate day) {
    return forum.pins().stream()
        .flatMap(pin -> Gauge.parse(pin).stream())
        .map(gauge -> pin(deck.of(gauge, day), deck.whole(gauge, day), since))
        .toList();
  }

  /** The same minutes without what stands of numbers that the caller may not see. */
  static Minutes seen(Minutes minutes, Caller caller) {
    return new Minutes(
        minutes.agenda(),
        seen(minutes.pins(), caller),
        minutes.present(),
        minutes.missing(),
        minutes.lines(),
        minutes.seen());
  }

  static List<Minutes.Pin> seen(List<Minutes.Pin> pins, Caller caller) {
    return pins.stream().map(pin -> isFor(pin, caller) ? pin : hidden(pin)).toList();
  }

  private static boolean isFor(Minutes.Pin pin, Caller caller) {
    return Gauge.parse(pin.gauge()).filter(gauge -> caller.sees(gauge.where())).isPresent();
  }

  private static Minutes.Pin hidden(Minutes.Pin pin) {
    return new Minutes.Pin(
        pin.gauge(), pin.name(), "", Texts.kept("kept.rhythm.pin.not-for-you"), "");
  }

  private Minutes.Pin pin(Gauged gauged, Gauged course, Instant since) {
    return new Minutes.Pin(
        gauged.gauge().text(),
        gauged.name(),
        gauged.saysWhen(),
        verdict(course, since),
        gauged.page());
  }

  /** A signal since then, none, or that it cannot be told. */
  private String verdict(Gauged gauged, Instant since) {
    String unknown = gauged.reading().unknown();
    if (unknown != null) {
      return Texts.kept("kept.rhythm.pin.unknown", Say.sentence(unknown));
    }
    Series series = gauged.reading().series();
    Series.Limits limits = series.limits();
    if (limits == null) {
      long points = series.points().stream().filter(point -> point.value() != null).count();
      return Texts.kept("kept.rhythm.pin.cannot-tell", points);
    }
    Series.Signal signal = newest(series, since);
    if (signal != null) {
      return Texts.kept("kept.rhythm.pin.signal", day(series, signal), Say.sentence(signal.says()));
    }
    if (!series.signals().isEmpty()) {
      Series.Signal last = series.signals().getLast();
      return Texts.kept(
          "kept.rhythm.pin.older",
          Say.day(since, deck.zone()),
          day(series, last),
          Say.sentence(last.says()));
    }
    return Texts.kept(
        "kept.rhythm.pin.no-signal", gauged.says(limits.lower()), gauged.says(limits.upper()));
  }

  private String day(Series series, Series.Signal signal) {
    return Say.day(series.points().get(signal.point()).at(), deck.zone());
  }

  /** The last signal of a point that ended since then; the week of the meeting counts. */
  private static Series.@Nullable Signal newest(Series series, Instant since) {
    Series.Signal newest = null;
    for (Series.Signal signal : series.signals()) {
      int after = Math.min(signal.point() + 1, series.points().size() - 1);
      if (!series.points().get(after).at().isBefore(since)) {
        newest = signal;
      }
    }
    return newest;
  }
}
