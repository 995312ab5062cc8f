package pilothouse.decisions;

import static pilothouse.decisions.DecisionFields.day;
import static pilothouse.decisions.DecisionFields.form;
import static pilothouse.decisions.DecisionFields.gauge;
import static pilothouse.decisions.DecisionFields.words;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Field;
import pilothouse.views.Field.Option;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** The forms of rules, standards and exemptions of a decision in force. */
record BoundForms(Docket docket, Caller caller) {
  private static final int OFFERED = 400;

  List<Board.Form> of(Decision one) {
    List<Rule> rules = Rule.of(one);
    List<Standard> standards = Standard.of(one);
    List<Board.Form> forms = new ArrayList<>();
    forms.add(rule(one));
    forms.add(byHand(one));
    forms.add(byMetric(one));
    forms.add(byFacts(one));
    if (!rules.isEmpty() || !standards.isEmpty()) {
      forms.add(exempt(one, rules, standards));
    }
    List<Standard> seen = standards.stream().filter(each -> each.check().isByHand()).toList();
    if (!seen.isEmpty()) {
      forms.add(check(one, seen));
    }
    if (!standards.isEmpty()) {
      forms.add(renew(one, standards));
    }
    return forms;
  }

  private Board.Form rule(Decision one) {
    return form(
        one,
        "rules",
        "rule",
        gauge(docket, caller),
        words("side", "decisions.field.side", "decisions.side.", List.of("below", "above")),
        Field.text("value", Texts.say("decisions.field.value")).must(),
        Field.number("points", Texts.say("decisions.field.points"), 1),
        Field.text("then", Texts.say("decisions.field.then")).must(),
        words("force", "decisions.field.force", "decisions.force.", Rule.FORCES),
        words("touches", "decisions.field.touches", "decisions.touches.", Rule.TOUCHES));
  }

  private static Board.Form byHand(Decision one) {
    return standard(one, "standard-hand", StandardCheck.HAND, Stream.of());
  }

  private Board.Form byMetric(Decision one) {
    Field metric =
        Field.list("metric", Texts.say("decisions.field.metric"), metrics())
            .must()
            .hinting(Texts.say("decisions.field.metric-hint"));
    return standard(
        one, "standard-metric", StandardCheck.METRIC, Stream.of(metric, side(), value()));
  }

  /** The numbers of systems, each by its name alone. */
  private List<Option> metrics() {
    return docket
        .gauges()
        .get()
        .offered(caller)
        .filter(each -> each.gauge().where().kind() == Where.Kind.SYSTEM)
        .limit(OFFERED)
        .map(each -> new Option(each.gauge().metric(), each.name()))
        .distinct()
        .toList();
  }

  private static Board.Form byFacts(Decision one) {
    Field fact = words("fact", "decisions.field.fact", "decisions.fact.", Ground.KINDS);
    Field days = Field.number("days", Texts.say("decisions.field.days"), 30);
    return standard(
        one, "standard-facts", StandardCheck.FACTS, Stream.of(fact, side(), value(), days));
  }

  private static Field side() {
    return words("side", "decisions.field.side", "decisions.side.", StandardCheck.SIDES);
  }

  private static Field value() {
    return Field.text("value", Texts.say("decisions.field.value")).must();
  }

  private static Board.Form standard(Decision one, String act, String kind, Stream<Field> check) {
    Stream<Field> first =
        Stream.of(
            Field.hidden("kind", kind),
            Field.text("says", Texts.say("decisions.field.standard-says")).must());
    Stream<Field> last =
        Stream.of(
            Field.owner("owner", Texts.say("decisions.field.answers")).must(),
            day("day", "decisions.field.review"));
    return form(
        one,
        "standards",
        act,
        Stream.of(first, check, last).flatMap(some -> some).toArray(Field[]::new));
  }

  private Board.Form exempt(Decision one, List<Rule> rules, List<Standard> standards) {
    RuleTelling telling = new RuleTelling(docket, new DecisionShelf(), caller);
    List<Option> of = new ArrayList<>();
    rules.forEach(each -> of.add(option(each.number(), each.then(), telling.condition(each))));
    of.addAll(named(standards));
    return form(
        one,
        "exemptions",
        "exempt",
        Field.choice("of", Texts.say("decisions.field.exempt-of"), of),
        Field.text("what", Texts.say("decisions.field.exempt-what")).must(),
        system(one),
        Field.area("why", Texts.say("decisions.field.why")).must(),
        Field.owner("owner", Texts.say("decisions.field.answers")).must(),
        day("day", "decisions.field.until"));
  }

  private static Option option(int number, String says, String more) {
    return new Option(String.valueOf(number), says + (more.isEmpty() ? "" : " (" + more + ")"));
  }

  private static List<Option> named(List<Standard> standards) {
    return standards.stream().map(one -> option(one.number(), one.says(), "")).toList();
  }

  private Field system(Decision one) {
    return Field.list(
        "system",
        Texts.say("decisions.field.system"),
        docket.ground().systems(one.place()).stream()
            .filter(name -> caller.sees(Where.system(name)))
            .limit(OFFERED)
            .map(name -> new Option(name, name))
            .toList());
  }

  private Board.Form check(Decision one, List<Standard> standards) {
    return form(
        one,
        "checks",
        "check",
        Field.choice("standard", Texts.say("decisions.field.standard"), named(standards)),
        system(one).must(),
        words("result", "decisions.field.result", "decisions.conformity.", HandCheck.RESULTS),
        Field.text("evidence", Texts.say("decisions.field.evidence")).must(),
        Field.text("words", Texts.say("decisions.field.words")),
        day("day", "decisions.field.believed"));
  }

  private static Board.Form renew(Decision one, List<Standard> standards) {
    return form(
        one,
        "renewals",
        "renew",
        Field.choice("standard", Texts.say("decisions.field.standard"), named(standards)),
        day("day", "decisions.field.review"),
        Field.area("why", Texts.say("decisions.field.why")).must());
  }
}
