package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** What is bound to a decision, on its page: rules with what they touch, standards, exemptions. */
record HeldParts(Docket docket, DecisionShelf shelf, Caller caller) {
  private static final int EXEMPTIONS = 100;

  List<Board.Part> of(Decision one) {
    List<Board.Part> parts = new ArrayList<>();
    if (one.state().isInForce()) {
      rules(one, parts);
      standards(one, parts);
      exemptions(one, parts);
    }
    return parts;
  }

  private void rules(Decision one, List<Board.Part> parts) {
    RuleTelling telling = new RuleTelling(docket, shelf, caller);
    List<RuleTold> all =
        Rule.of(one).stream().map(rule -> telling.told(rule, Where.ANYWHERE)).toList();
    if (!all.isEmpty()) {
      RuleBoard board = new RuleBoard(docket, caller);
      parts.add(board.table("rules", Texts.say("decisions.rules"), all, false));
      all.stream().flatMap(each -> board.work(each).stream()).forEach(parts::add);
    }
  }

  private void standards(Decision one, List<Board.Part> parts) {
    StandardTelling telling = new StandardTelling(docket, shelf, caller);
    List<StandardTold> all =
        Standard.of(one).stream().map(standard -> telling.told(standard, null)).toList();
    if (!all.isEmpty()) {
      StandardBoard board = new StandardBoard(docket, caller);
      parts.add(board.table("standards", Texts.say("decisions.standards"), all, false));
      all.forEach(each -> parts.add(board.systems(each)));
    }
  }

  private void exemptions(Decision one, List<Board.Part> parts) {
    List<Exemption> all = Exemption.all(one).toList().reversed();
    if (!all.isEmpty()) {
      RuleTelling telling = new RuleTelling(docket, shelf, caller);
      List<RuleTold.Exempt> told = telling.exemptions(all.stream().limit(EXEMPTIONS).toList());
      parts.add(new RuleBoard(docket, caller).exemptions(one, told));
    }
  }

  /** Rules, standards and exemptions for programs that look at the decision. */
  List<DecisionTold.Bound> told(Decision one) {
    RuleTelling rules = new RuleTelling(docket, shelf, caller);
    StandardTelling standards = new StandardTelling(docket, shelf, caller);
    List<DecisionTold.Bound> all = new ArrayList<>();
    Rule.of(one)
        .forEach(rule ->
            all.add(
                new DecisionTold.Bound(
                    rule.number(), "rule", rules.condition(rule) + ": " + rule.then(), null)));
    Standard.of(one)
        .forEach(each ->
            all.add(
                new DecisionTold.Bound(
                    each.number(),
                    "standard",
                    each.says() + ": " + standards.must(each),
                    each.review().toString())));
    Exemption.all(one)
        .forEach(each ->
            all.add(
                new DecisionTold.Bound(
                    each.turn().number(), "exemption", each.what(), each.until().toString())));
    return all;
  }
}
