package pilothouse.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Tells rules and exemptions to somebody. */
record RuleTelling(Docket docket, DecisionShelf shelf, Caller caller) {

  /** All that hold at a place, as far as the caller may see them. */
  List<Rule> at(Where place) {
    return Rule.of(shelf.seen(docket.storage(), caller))
        .filter(rule -> rule.reaches(place, docket.ground()))
        .toList();
  }

  RuleTold.All told(List<Rule> rules, Where asked) {
    List<RuleTold> all = rules.stream().map(rule -> told(rule, asked)).toList();
    return new RuleTold.All(
        all.stream().anyMatch(RuleTold::held),
        all.stream().anyMatch(one -> one.state().equals("on") && one.force().equals("warns")),
        all.stream().anyMatch(one -> one.state().equals("unknown")),
        all);
  }

  RuleTold told(Rule rule, Where asked) {
    RuleRead read = shelf.rules().read(docket, rule);
    boolean sees = seesNumber(rule);
    Decision of = rule.decision();
    List<Exemption> exemptions = Exemption.from(of, rule.number());
    boolean exempt =
        asked.kind() == Where.Kind.SYSTEM
            && exemptions.stream()
                .anyMatch(one -> one.runs(docket.today()) && one.system().equals(asked.name()));
    Touching touching =
        read.isOn() ? Touching.of(docket, rule, this::sees) : new Touching(List.of(), 0);
    return new RuleTold(
        of.number(),
        rule.number(),
        of.title(),
        of.place().text(),
        condition(rule),
        rule.then(),
        rule.force(),
        rule.touches(),
        read.state().word(),
        sees ? read.value() : null,
        sees ? read.says() : "",
        sees ? read.page() : "",
        sees || read.why().isEmpty() ? read.why() : Texts.say("decisions.rule.elsewhere-unknown"),
        rule.holds() && read.isOn() && !exempt,
        exemptions(exemptions),
        touching.first().stream()
            .map(one -> new RuleTold.Touched(one.kind(), one.name(), one.page()))
            .toList(),
        touching.more(),
        of.address());
  }

  boolean sees(Ground.Open one) {
    return one.places().isEmpty()
        ? caller.sees(Where.ORGANISATION)
        : one.places().stream().anyMatch(caller::sees);
  }

  boolean seesNumber(Rule rule) {
    return caller.sees(rule.limit().gauge().where());
  }

  /** Its condition in words, without the name of a number that the caller may not look at. */
  String condition(Rule rule) {
    return seesNumber(rule) ? rule.limit().says(docket) : Texts.say("decisions.rule.elsewhere");
  }

  List<RuleTold.Exempt> exemptions(List<Exemption> all) {
    LocalDate today = docket.today();
    Map<String, String> names =
        docket
            .promises()
            .owners()
            .names(all.stream().map(Exemption::owner).collect(Collectors.toSet()));
    return all.stream()
        .map(one ->
            new RuleTold.Exempt(
                one.turn().number(),
                one.what(),
                one.system(),
                one.why(),
                names.getOrDefault(one.owner(), one.owner()),
                one.until().toString(),
                !one.runs(today)))
        .toList();
  }
}
