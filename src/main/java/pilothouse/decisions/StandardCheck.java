package pilothouse.decisions;

import java.util.List;
import java.util.Optional;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;
import pilothouse.views.Shown;
import pilothouse.web.Where;

/**
 * How one sees whether a system is as a standard wants it.
 *
 * @param kind {@code hand}, {@code metric} or {@code facts}
 * @param name of the metric, or the kind of facts; empty for by hand
 * @param atLeast whether it must not be less; else it must not be more
 * @param value in the number's own unit, or how many facts
 * @param days in how many days so many facts; 0 where none are counted
 */
record StandardCheck(String kind, String name, boolean atLeast, double value, int days) {
  static final String HAND = "hand";
  static final String METRIC = "metric";
  static final String FACTS = "facts";
  static final List<String> KINDS = List.of(HAND, METRIC, FACTS);
  static final List<String> SIDES = List.of("least", "most");

  static StandardCheck byHand() {
    return new StandardCheck(HAND, "", true, 0, 0);
  }

  /** The one that those parts of a turn keep. */
  static StandardCheck read(List<String> parts) {
    return parts.getFirst().equals(HAND)
        ? byHand()
        : new StandardCheck(
            parts.get(0),
            parts.get(1),
            parts.get(2).equals(SIDES.getFirst()),
            Double.parseDouble(parts.get(3)),
            Integer.parseInt(parts.get(4)));
  }

  /** As a turn keeps it. */
  String[] parts() {
    return new String[] {
      kind, name, SIDES.get(atLeast ? 0 : 1), String.valueOf(value), String.valueOf(days)
    };
  }

  boolean isByHand() {
    return kind.equals(HAND);
  }

  /** Whether a value is as it is wanted. */
  boolean holds(double found) {
    return atLeast ? found >= value : found <= value;
  }

  Gauge gauge(String system) {
    return new Gauge(name, Where.system(system).text());
  }

  /** Its number as it is offered for the first of those systems that has it. */
  Optional<Gauges.Offered> offered(Gauges gauges, List<String> systems) {
    return systems.stream().flatMap(system -> gauges.find(gauge(system)).stream()).findFirst();
  }

  /** In words: what must be so. */
  String says(Gauges gauges, List<String> systems) {
    return switch (kind) {
      case METRIC -> metric(offered(gauges, systems));
      case FACTS ->
          Texts.say(
              atLeast ? "decisions.standard.facts-least" : "decisions.standard.facts-most",
              Texts.say("decisions.fact." + name),
              Say.number(value),
              Say.count(days));
      default -> Texts.say("decisions.standard.by-hand");
    };
  }

  private String metric(Optional<Gauges.Offered> known) {
    String own = known.map(Gauges.Offered::own).orElse("");
    String amount = known.map(one -> Shown.say(one.unit(), value)).orElse(Say.number(value));
    return Texts.say(
        atLeast ? "decisions.standard.least" : "decisions.standard.most",
        known.map(Gauges.Offered::name).orElse(name),
        (amount + " " + own).strip());
  }
}
