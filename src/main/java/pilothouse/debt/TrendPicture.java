package pilothouse.debt;

import java.time.ZoneOffset;
import java.util.List;
import pilothouse.chart.Axis;
import pilothouse.chart.Bar;
import pilothouse.chart.Charts;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What all that waits costs, month by month, as columns. */
final class TrendPicture {
  private TrendPicture() {}

  /** One day alone says nothing of the way: no picture. */
  static String of(List<Trends.Point> points) {
    if (points.size() < 2) {
      return "";
    }
    double first = points.getFirst().sum().costs().hours().middle();
    double last = points.getLast().sum().costs().hours().middle();
    String way = last > first ? "up" : last < first ? "down" : "same";
    String title =
        points.getLast().sum().isUnknown()
            ? Texts.say("debt.stakeholders.unknown")
            : Texts.say(
                "debt.stakeholders." + way, Say.number(first), Say.number(last), points.size() - 1);
    List<Bar> bars =
        points.stream()
            .map(point -> {
              Purse costs = point.sum().costs();
              return new Bar(
                  Texts.now()
                      .dated("language.day-of-month", point.day().atStartOfDay(ZoneOffset.UTC)),
                  costs.hours().middle(),
                  costs.says());
            })
            .toList();
    Axis axis = new Axis(Texts.say("debt.stakeholders.axis"), false, Say::number);
    return Charts.columns(title, Texts.say("debt.stakeholders.describes"), axis, bars);
  }
}
