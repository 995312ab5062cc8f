package pilothouse.direction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import pilothouse.journal.Named;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Gauge;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Where;

/** An outcome as its page shows it. */
final class OutcomeShown {
  private final Ground ground;
  private final Caller caller;
  private final Outcome one;
  private final Known known;
  private final LocalDate today;

  private OutcomeShown(Ground ground, Caller caller, Outcome one) {
    this.ground = ground;
    this.caller = caller;
    this.one = one;
    this.known = ground.outcomes().known();
    this.today = ground.outcomes().today();
  }

  static OutcomeShown of(Ground ground, Caller caller, Outcome one) {
    return new OutcomeShown(ground, caller, one);
  }

  Map<String, Object> values() {
    Standing standing =
        new Standings(ground.outcomes(), ground.gauges(), caller).of(one, known.last(one));
    CheckingIn checking = new CheckingIn(ground, caller);
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("row", standing);
    values.put("place", ground.places().name(one.place()));
    values.put("mission", mission());
    values.put("hints", Wording.hints(one.title(), !one.results().isEmpty()));
    values.put("warnings", warnings(ground, caller, one));
    values.put("owners", owners());
    values.put("checkIns", checkIns());
    values.put("roles", one.isOpen() ? checking.roles(one) : List.of());
    values.put("signable", one.isOpen() ? signable(standing, checking) : List.of());
    values.put("offered", OutcomeForm.owners(ground, caller));
    values.put("changes", changes());
    values.put("targets", targets());
    values.put("verdicts", Foreseeing.verdicts(ground.verdicts(), caller, one));
    values.put("above", above());
    values.put("below", below());
    values.put("maySay", one.isOpen() && caller.may(Permission.SAY, one.place()));
    values.put("mayChange", one.isOpen() && caller.may(Permission.CHANGE, one.place()));
    values.put("today", today.toString());
    return values;
  }

  /** The mission of its place, else of the organisation; empty where there is none to see. */
  private String mission() {
    return ground
        .statements()
        .current(Statement.Kind.MISSION, one.place())
        .or(() ->
            caller.sees(Where.ORGANISATION)
                ? ground.statements().current(Statement.Kind.MISSION, Where.ORGANISATION)
                : Optional.empty())
        .map(Statement::body)
        .orElse("");
  }

  /** Of each team whose outcome this is that looks after too many. */
  static List<String> warnings(Ground ground, Caller caller, Outcome one) {
    LocalDate today = ground.outcomes().today();
    return OutcomePages.focus(ground, caller).stream()
        .filter(team -> Focus.isOf(team.team(), one, today))
        .map(Focus::warning)
        .filter(warning -> !warning.isEmpty())
        .toList();
  }

  private List<String> signable(Standing standing, CheckingIn checking) {
    return standing.last() == null
        ? List.of()
        : checking.roles(one).stream().filter(standing.missing()::contains).toList();
  }

  private List<OwnerRow> owners() {
    Map<String, Outcome.Owning> now = one.owners(today);
    return one.owners().stream()
        .sorted(Comparator.comparing(Outcome.Owning::since).reversed())
        .map(owning ->
            new OwnerRow(
                owning.role(),
                ground.promises().owners().name(owning.owner()),
                Say.day(owning.since()),
                owning.since().isAfter(today)
                    ? "next"
                    : owning.equals(now.get(owning.role())) ? "now" : "before",
                owning.note()))
        .toList();
  }

  private List<ChangeRow> changes() {
    return ground.outcomes().changes(one).stream()
        .map(how ->
            new ChangeRow(
                Say.time(how.at(), ground.outcomes().zone()),
                Named.by(caller, one.place(), how.by()),
                how.lines().stream().map(Texts::anew).toList(),
                how.because()))
        .toList();
  }

  /** The targets as a form offers them, by the ids of key results. */
  private Map<String, String> targets() {
    Revising revising = new Revising(ground, caller);
    return one.results().stream().collect(Collectors.toMap(KeyResult::id, revising::said));
  }

  private List<CheckInRow> checkIns() {
    List<CheckIn> all = ground.outcomes().checkIns(one);
    Map<String, DoubleFunction<String>> saying = all.isEmpty() ? Map.of() : saying();
    return all.stream()
        .map(checkIn ->
            new CheckInRow(
                Say.time(checkIn.at(), ground.outcomes().zone()),
                Named.by(caller, one.place(), checkIn.by()),
                checkIn.confidence(),
                checkIn.says(),
                numbers(checkIn, saying),
                String.join(
                    ", ", checkIn.signatures().stream().map(CheckIn.Signature::role).toList()),
                String.join(
                    ", ",
                    checkIn.missing(one.owners(ground.outcomes().day(checkIn.at())).keySet())),
                checkIn.isBySameHand()))
        .toList();
  }

  /** What the numbers were then that the reader may see; empty where none was known. */
  private String numbers(CheckIn checkIn, Map<String, DoubleFunction<String>> saying) {
    List<String> numbers = new ArrayList<>();
    for (KeyResult result : one.results()) {
      Double value = checkIn.values().get(result.id());
      DoubleFunction<String> says = saying.get(result.id());
      if (value != null && says != null) {
        numbers.add(result.says() + " " + says.apply(value));
      }
    }
    return String.join(", ", numbers);
  }

  /** How each number is said with its unit, by the ids of key results. */
  private Map<String, DoubleFunction<String>> saying() {
    Map<String, DoubleFunction<String>> saying = new HashMap<>();
    Standings standings = new Standings(ground.outcomes(), ground.gauges(), caller);
    for (KeyResult result : one.results()) {
      Gauge gauge = result.gauged().orElse(null);
      if (gauge == null) {
        saying.put(result.id(), value -> Standings.say(value, result.unit()));
      } else if (caller.sees(gauge.where())) {
        saying.put(result.id(), standings.read(gauge)::says);
      }
    }
    return saying;
  }

  private List<Link> above() {
    return known
        .find(one.serves())
        .filter(above -> caller.sees(above.place()))
        .map(above -> List.of(new Link(above.address(), above.title())))
        .orElse(List.of());
  }

  private List<Link> below() {
    return known.open().stream()
        .filter(below -> below.serves().equals(one.id()) && caller.sees(below.place()))
        .map(below -> new Link(below.address(), below.title()))
        .toList();
  }
}
