package pilothouse.verdicts;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import pilothouse.chart.Charts;
import pilothouse.chart.Course;
import pilothouse.chart.Panels;
import pilothouse.metrics.judging.Dated;
import pilothouse.text.Texts;
import pilothouse.views.Gauged;

/** Draws the points that were judged with their limits, the effect, and what else happened. */
final class VerdictPicture {
  private VerdictPicture() {}

  static String draw(Prediction of, Judged judged, Gauged gauged, List<Event> events, ZoneId zone) {
    if (judged.points().isEmpty()) {
      return "";
    }
    LocalDate from = judged.points().getFirst().day();
    LocalDate to = judged.until().isAfter(from) ? judged.until() : from;
    var limits = judged.judgement().limits();
    Panels.Panel panel =
        new Panels.Panel(
            gauged.name(),
            gauged.axis(),
            points(judged.points(), zone),
            limits == null
                ? null
                : new Course.Limits(limits.centre(), limits.lower(), limits.upper()));
    List<Panels.Flag> flags = new ArrayList<>(flags(events, from, zone));
    flags.add(
        new Panels.Flag(
            of.effect().atStartOfDay(zone).toInstant(),
            "",
            Texts.say("verdicts.picture.effect", of.effect()),
            true));
    return Charts.panels(
        new Panels(
            gauged.name() + ": " + judged.verdict().says(),
            Texts.say("verdicts.picture.describes", gauged.name(), of.effect()),
            List.of(panel),
            flags,
            from.atStartOfDay(zone).toInstant(),
            to.plusDays(1).atStartOfDay(zone).toInstant(),
            zone));
  }

  static List<Course.Point> points(List<Dated> points, ZoneId zone) {
    return points.stream()
        .map(
            point -> new Course.Point(point.day().atStartOfDay(zone).toInstant(), point.value(), 1))
        .toList();
  }

  /** Numbered as in the table beside it. */
  static List<Panels.Flag> flags(List<Event> events, LocalDate from, ZoneId zone) {
    List<Panels.Flag> flags = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      if (!event.day().isBefore(from)) {
        flags.add(
            new Panels.Flag(
                event.day().atStartOfDay(zone).toInstant(),
                Integer.toString(i + 1),
                event.day() + ", " + event.called() + ": " + event.told(),
                false));
      }
    }
    return flags;
  }
}
