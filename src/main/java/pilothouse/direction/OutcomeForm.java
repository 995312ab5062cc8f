package pilothouse.direction;

import java.util.List;
import java.util.Map;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/**
 * What the form for an outcome offers.
 *
 * @param above the outcomes that it could be for
 * @param due a day that is offered
 */
public record OutcomeForm(
    String place,
    List<Choice> above,
    List<Choice> gauges,
    List<String> owners,
    String today,
    String due) {
  /** How many numbers a form offers by name: more help nobody; any can be typed. */
  private static final int OFFERED = 400;

  /** Functions that an outcome may have, besides those that people name. */
  public static final List<String> ROLES =
      List.of("engineering", "product", "design", "operations", "data", "security", "support");

  public OutcomeForm {
    above = List.copyOf(above);
    gauges = List.copyOf(gauges);
    owners = List.copyOf(owners);
  }

  /** Something to choose. */
  public record Choice(String value, String name) {}

  /** The functions that people answer for; any other word may be typed, too. */
  public List<String> roles() {
    return ROLES;
  }

  /** The concerns of a business. */
  public List<String> concerns() {
    return OutcomeDraft.BUSINESS;
  }

  static List<Choice> gauges(Gauges gauges, Caller caller) {
    return gauges
        .offered(caller)
        .limit(OFFERED)
        .map(one -> new Choice(one.gauge().text(), one.name() + ", " + one.gauge().scope()))
        .toList();
  }

  /** The teams that the caller sees; a person is typed by name or e-mail address. */
  static List<String> owners(Ground ground, Caller caller) {
    return ground.teams().titles().entrySet().stream()
        .filter(team -> caller.sees(Where.team(team.getKey())))
        .map(Map.Entry::getValue)
        .toList();
  }
}
