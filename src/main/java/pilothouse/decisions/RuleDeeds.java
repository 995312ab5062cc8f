package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.views.Gauges;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** What people do with rules, and with exemptions from rules and standards. */
final class RuleDeeds {
  static final int TEXT = 500;
  private final DecisionDeeds.Change change;

  RuleDeeds(DecisionDeeds.Change change) {
    this.change = change;
  }

  /** Says while which number is beyond its limit what holds: warns, and touches all, usually. */
  record Ruling(
      String gauge,
      String side,
      String value,
      @Nullable Integer points,
      String then,
      @Nullable String force,
      @Nullable String touches) {}

  /** For what a rule or a standard does not hold until a day. */
  record Exempting(
      String of, String what, @Nullable String system, String why, String owner, String day) {}

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        change.of(
            "rules", "Says what holds while a number is beyond a limit", Ruling.class, this::rule));
    all.addAll(
        change.of(
            "rules/{rule}/end",
            "Ends a rule",
            Asked.Reason.class,
            (one, by, request, sent) ->
                end(one, by, request, sent, Kind.RULE, request.part("rule"))));
    all.addAll(
        change.of(
            "exemptions",
            "Exempts something from a rule or a standard until a day",
            Exempting.class,
            this::exempt));
    all.addAll(
        change.of(
            "exemptions/{exemption}/end",
            "Ends an exemption before its day",
            Asked.Reason.class,
            (one, by, request, sent) ->
                end(one, by, request, sent, Kind.EXEMPTED, request.part("exemption"))));
    return all;
  }

  /** Nothing where the caller decides this, or may in the place of who does. */
  static void mustDecide(Decision decision, Deciding by, Request request) {
    Rights rights = new Rights(by.docket(), decision, request.caller());
    if (!rights.isDecider() && rights.delegated().isEmpty()) {
      throw Refused.forbidden(
          Texts.say(
              "decisions.right.other", by.docket().promises().owners().name(decision.decider())),
          Texts.say("decisions.right.ask"));
    }
  }

  static Decision end(
      Decision decision, Deciding by, Request request, Sent sent, Kind kind, String number) {
    mustDecide(decision, by, request);
    if (Standing.find(decision, kind, number).isEmpty()) {
      throw Docket.gone();
    }
    return by.turn(decision, Kind.ENDED, number, sent.needed("why", TEXT), null);
  }

  private Decision rule(Decision decision, Deciding by, Request request, Sent sent) {
    Standing.mustHold(decision);
    mustDecide(decision, by, request);
    Gauges.Offered gauge =
        DecisionEnds.gauge(by.docket(), sent.needed("gauge", 400), request.caller());
    double value = DecisionEnds.amount("value", sent.needed("value", 40), gauge.in());
    boolean above = sent.among("side", List.of("below", "above")).equals("above");
    Sensible.must(by.docket(), gauge, above, value);
    Limit limit = new Limit(gauge.gauge(), above, value, sent.number("points", 1, 1, 100));
    String then = sent.needed("then", 300);
    String force = sent.among("force", Rule.FORCES, Rule.FORCES.getFirst());
    String touches = sent.among("touches", Rule.TOUCHES, Rule.TOUCHES.getFirst());
    String about = Rule.about(limit, force, touches);
    boolean isTwice =
        Rule.of(decision).stream()
            .anyMatch(one -> one.turn().about().equals(about) && one.then().equals(then));
    if (isTwice) {
      throw Refused.conflict(
              Texts.say("decisions.rule.twice", limit.says(by.docket())),
              Texts.say("decisions.held.another"))
          .at("gauge");
    }
    if (Rule.of(decision).size() >= 20) {
      throw Refused.conflict(Texts.say("decisions.held.many"), Texts.say("decisions.held.end-one"));
    }
    return by.turn(decision, Kind.RULE, about, then, null);
  }

  private Decision exempt(Decision decision, Deciding by, Request request, Sent sent) {
    Standing.mustHold(decision);
    mustDecide(decision, by, request);
    String of = sent.needed("of", 10);
    if (Standing.find(decision, Kind.RULE, of).isEmpty()
        && Standing.find(decision, Kind.STANDARD, of).isEmpty()) {
      throw Refused.unfit(
              Texts.say("decisions.exempt.none", of), Texts.say("decisions.exempt.name"))
          .at("of");
    }
    String system = sent.text("system", 200);
    if (!system.isEmpty()) {
      system(decision, by, request, system);
    } else if (Standing.find(decision, Kind.STANDARD, of).isPresent()) {
      throw Refused.unfit(
              Texts.say("decisions.exempt.no-system"), Texts.say("decisions.held.name-system"))
          .at("system");
    }
    String what = sent.needed("what", 200);
    String why = sent.needed("why", TEXT);
    String owner = DecisionDeeds.owner(by.docket(), sent.needed("owner", 200));
    LocalDate day = Standing.ahead(sent, "day", by.docket().today(), Exemption.LONGEST);
    return by.turn(decision, Kind.EXEMPTED, Standing.about(of, owner, system, what), why, day);
  }

  /** One of the systems of its place that the caller sees. */
  static String system(Decision decision, Deciding by, Request request, String typed) {
    boolean isThere =
        by.docket().ground().systems(decision.place()).contains(typed)
            && request.caller().sees(Where.system(typed));
    if (!isThere) {
      throw Refused.unfit(
              Texts.say("decisions.held.no-system", typed), Texts.say("decisions.held.name-system"))
          .at("system");
    }
    return typed;
  }
}
