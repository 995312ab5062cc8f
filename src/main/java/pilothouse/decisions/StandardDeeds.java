package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.views.Amount;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** What people do with standards. */
final class StandardDeeds {
  private final DecisionDeeds.Change change;

  StandardDeeds(DecisionDeeds.Change change) {
    this.change = change;
  }

  /** Says what is to be so of each system: by hand, by a metric, or by how many facts. */
  record Setting(
      String kind,
      String says,
      String owner,
      String day,
      @Nullable String metric,
      @Nullable String fact,
      @Nullable String side,
      @Nullable String value,
      @Nullable Integer days) {}

  /** Says that a standard still holds. */
  record Renewal(String standard, String day, String why) {}

  /** What somebody saw of a system. */
  record Seen(
      String standard,
      String system,
      String result,
      String evidence,
      @Nullable String words,
      String day) {}

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        change.of("standards", "Says what is to be so of each system", Setting.class, this::set));
    all.addAll(
        change.of(
            "standards/{standard}/end",
            "Ends a standard",
            Asked.Reason.class,
            (one, by, request, sent) ->
                RuleDeeds.end(one, by, request, sent, Kind.STANDARD, request.part("standard"))));
    all.addAll(
        change.of(
            "renewals",
            "Says that a standard still holds, until another day of review",
            Renewal.class,
            this::renew));
    all.addAll(
        change.of(
            "checks", "Says whether a system is as a standard wants it", Seen.class, this::check));
    return all;
  }

  private Decision set(Decision decision, Deciding by, Request request, Sent sent) {
    Standing.mustHold(decision);
    RuleDeeds.mustDecide(decision, by, request);
    String says = sent.needed("says", 300);
    StandardCheck check =
        switch (sent.among("kind", StandardCheck.KINDS)) {
          case StandardCheck.METRIC -> metric(decision, by.docket(), request.caller(), sent);
          case StandardCheck.FACTS -> facts(sent);
          default -> StandardCheck.byHand();
        };
    String owner = DecisionDeeds.owner(by.docket(), sent.needed("owner", 200));
    LocalDate day = Standing.ahead(sent, "day", by.docket().today(), Standard.LONGEST);
    if (Standard.of(decision).size() >= 20) {
      throw Refused.conflict(Texts.say("decisions.held.many"), Texts.say("decisions.held.end-one"));
    }
    return by.turn(decision, Kind.STANDARD, Standard.about(owner, check), says, day);
  }

  private static StandardCheck metric(Decision decision, Docket docket, Caller caller, Sent sent) {
    String name = sent.needed("metric", 200).replaceAll("@.*", "").strip();
    String typed = sent.needed("value", 40);
    List<String> systems =
        docket.ground().systems(decision.place()).stream()
            .filter(system -> caller.sees(Where.system(system)))
            .toList();
    StandardCheck check = new StandardCheck(StandardCheck.METRIC, name, side(sent), 0, 0);
    Amount.In in =
        (name.isEmpty()
                ? Optional.<Gauges.Offered>empty()
                : check.offered(docket.gauges().get(), systems))
            .map(Gauges.Offered::in)
            .orElseThrow(() ->
                Refused.unfit(
                        Texts.say("decisions.standard.no-metric", name),
                        Texts.say("decisions.standard.name-metric"))
                    .at("metric"));
    double value = DecisionEnds.amount("value", typed, in);
    return new StandardCheck(StandardCheck.METRIC, name, check.atLeast(), value, 0);
  }

  private static StandardCheck facts(Sent sent) {
    String fact = sent.among("fact", Ground.KINDS);
    boolean atLeast = side(sent);
    sent.needed("value", 40);
    int least = atLeast ? 1 : 0;
    int value = sent.number("value", least, least, 100_000);
    return new StandardCheck(
        StandardCheck.FACTS, fact, atLeast, value, sent.number("days", 30, 1, 730));
  }

  private static boolean side(Sent sent) {
    return sent.among("side", StandardCheck.SIDES).equals(StandardCheck.SIDES.getFirst());
  }

  private static Standard standard(Decision decision, Sent sent) {
    String number = sent.needed("standard", 10);
    return Standard.of(decision).stream()
        .filter(one -> String.valueOf(one.number()).equals(number))
        .findFirst()
        .orElseThrow(() ->
            Refused.unfit(
                    Texts.say("decisions.standard.none", number),
                    Texts.say("decisions.exempt.name"))
                .at("standard"));
  }

  private Decision renew(Decision decision, Deciding by, Request request, Sent sent) {
    Standing.mustHold(decision);
    Standard standard = standard(decision, sent);
    if (!new Rights(by.docket(), decision, request.caller()).isOne(standard.owner())) {
      RuleDeeds.mustDecide(decision, by, request);
    }
    String why = sent.needed("why", RuleDeeds.TEXT);
    LocalDate day = Standing.ahead(sent, "day", by.docket().today(), Standard.LONGEST);
    return by.turn(decision, Kind.RENEWED, String.valueOf(standard.number()), why, day);
  }

  private Decision check(Decision decision, Deciding by, Request request, Sent sent) {
    Standing.mustHold(decision);
    Standard standard = standard(decision, sent);
    if (!standard.check().isByHand()) {
      throw Refused.conflict(
          Texts.say("decisions.standard.not-by-hand"), Texts.say("decisions.standard.by-itself"));
    }
    String system = RuleDeeds.system(decision, by, request, sent.needed("system", 200));
    String result = sent.among("result", HandCheck.RESULTS);
    String evidence = sent.needed("evidence", 400);
    if (!evidence.matches("(https?://[^\\s/]+|/)\\S*") || evidence.startsWith("//")) {
      throw Refused.unfit(
              Texts.say("decisions.standard.no-address"),
              Texts.say("decisions.standard.give-address"))
          .at("evidence");
    }
    String words = sent.text("words", RuleDeeds.TEXT);
    LocalDate day = Standing.ahead(sent, "day", by.docket().today(), Standard.LONGEST);
    String about = HandCheck.about(standard.number(), system, result, evidence);
    return by.turn(decision, Kind.CHECKED, about, words, day);
  }
}
