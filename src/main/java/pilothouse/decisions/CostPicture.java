package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import pilothouse.chart.Charts;
import pilothouse.chart.Course;
import pilothouse.chart.Panels;
import pilothouse.text.Say;
import pilothouse.text.Texts;

/** What changes cost at a place over time, with the day of the decision. */
record CostPicture(Docket docket, Decision decision, Affects.One of) {
  /** Empty where nothing was told. */
  String draw() {
    List<Panels.Panel> panels =
        of.costs().stream().filter(Cost::isKnown).map(CostPicture::panel).toList();
    if (panels.isEmpty()) {
      return "";
    }
    CostSpan span = CostSpan.of(docket, decision);
    String place = of.about().name(docket.places());
    return Charts.panels(
        new Panels(
            title(place, span),
            Texts.say("decisions.cost.describes", place),
            panels,
            flags(span),
            span.first().atStartOfDay(span.zone()).toInstant(),
            span.last().plusDays(1).atStartOfDay(span.zone()).toInstant(),
            span.zone()));
  }

  private String title(String place, CostSpan span) {
    LocalDate day = span.day();
    return day == null
        ? Texts.say("decisions.cost.title-open", place)
        : Texts.say("decisions.cost.title", place, decision.name(), Say.day(day));
  }

  private List<Panels.Flag> flags(CostSpan span) {
    LocalDate day = span.day();
    return day == null
        ? List.of()
        : List.of(
            new Panels.Flag(
                day.atStartOfDay(span.zone()).toInstant(),
                "",
                Texts.say("decisions.cost.decided", decision.name(), Say.day(day)),
                true));
  }

  private static Panels.Panel panel(Cost cost) {
    return new Panels.Panel(
        cost.name(),
        cost.axis(),
        cost.points().stream()
            .map(point -> new Course.Point(point.at(), point.value(), point.n()))
            .toList(),
        null);
  }
}
