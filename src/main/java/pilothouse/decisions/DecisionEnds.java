package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.decisions.Turn.Kind;
import pilothouse.metrics.Metric;
import pilothouse.metrics.judging.Expect;
import pilothouse.text.Texts;
import pilothouse.verdicts.PredictionDraft;
import pilothouse.views.Amount;
import pilothouse.views.Gauge;
import pilothouse.views.Gauges;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** What ends a decision, opens it again, and what is predicted of it. */
final class DecisionEnds {
  private static final int TEXT = 4_000;
  private final Supplier<Docket> docket;
  private final DecisionDeeds.Change change;

  DecisionEnds(Supplier<Docket> docket, DecisionDeeds.Change change) {
    this.docket = docket;
    this.change = change;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(change.of("choice", "Decides", Asked.Verdict.class, this::decide));
    all.addAll(
        change.of(
            "rejection", "Decides for none of the options", Asked.Reason.class, this::reject));
    all.addAll(change.of("wakes", "Says what opens it again", Asked.Waking.class, WakeDeeds::wake));
    all.addAll(change.of("wakes/{wake}/end", "Ends such a thing", Asked.Reason.class, this::sleep));
    all.addAll(change.of("affirm", "Says that it still holds", Asked.Reason.class, this::affirm));
    all.addAll(change.of("reopen", "Opens it again", Asked.Reason.class, this::reopen));
    all.addAll(
        change.of("successor", "Says which one holds now", Asked.Successor.class, this::supersede));
    all.addAll(
        change.of(
            "predictions",
            "Predicts what it does to a number",
            Asked.Forecast.class,
            this::predict));
    return all;
  }

  /** The option as it is written, whatever the case that it was typed in. */
  static String option(Decision decision, String typed) {
    return decision
        .words()
        .option(typed)
        .map(Choice::name)
        .orElseThrow(() ->
            Refused.unfit(
                    Texts.say("decisions.no-option", typed),
                    decision.words().options().isEmpty()
                        ? Texts.say("decisions.write-options")
                        : Texts.say(
                            "decisions.one-of",
                            String.join(
                                ", ",
                                decision.words().options().stream().map(Choice::name).toList())))
                .at("option"));
  }

  private Decision decide(Decision decision, Deciding by, Request request, Sent sent) {
    DecisionDeeds.mustBeOpen(decision);
    new Rights(by.docket(), decision, request.caller()).mustDecide(by);
    new Sizing(by.docket(), decision).mustBeReviewed();
    String option = option(decision, sent.needed("option", 300));
    String reasons = sent.needed("reasons", TEXT);
    Hurdles.refuse(new Hurdles(by.docket(), decision).principles());
    by.kept(decision, Decisions.DECIDE, "");
    return by.turn(decision, Kind.DECIDED, option, reasons, null);
  }

  private Decision reject(Decision decision, Deciding by, Request request, Sent sent) {
    DecisionDeeds.mustBeOpen(decision);
    new Rights(by.docket(), decision, request.caller()).mustDecide(by);
    String why = sent.needed("why", TEXT);
    by.kept(decision, Decisions.DECIDE, "");
    return by.turn(decision, Kind.REJECTED, "", why, null);
  }

  /** The number that is meant, where the caller may look at it. */
  static Gauges.Offered gauge(Docket docket, String typed, Caller caller) {
    return Gauge.parse(typed)
        .filter(gauge -> caller.sees(gauge.where()))
        .flatMap(docket.gauges().get()::find)
        .orElseThrow(() ->
            Refused.unfit(Texts.say("decisions.no-gauge", typed), Texts.say("decisions.name-gauge"))
                .at("gauge"));
  }

  /** An amount of that number, in its own unit. */
  static double amount(String field, String typed, Amount.In in) {
    return in.usual(typed)
        .orElseThrow(
            () -> Refused.unfit(Texts.say("decisions.no-amount", typed), in.how()).at(field));
  }

  private Decision sleep(Decision decision, Deciding by, Request request, Sent sent) {
    String number = request.part("wake");
    if (decision.wakes().stream().noneMatch(one -> String.valueOf(one.number()).equals(number))) {
      throw Docket.gone();
    }
    return by.turn(decision, Kind.ASLEEP, number, sent.needed("why", 500), null);
  }

  private Decision affirm(Decision decision, Deciding by, Request request, Sent sent) {
    if (!decision.state().isInForce()) {
      throw Refused.conflict(
          Texts.say("decisions.not-in-force", decision.name()),
          Texts.say("decisions.decide-first"));
    }
    new Rights(by.docket(), decision, request.caller()).mustDecide(by);
    return by.turn(decision, Kind.AFFIRMED, "", sent.needed("why", TEXT), null);
  }

  private Decision reopen(Decision decision, Deciding by, Request request, Sent sent) {
    if (decision.state().isOpen()) {
      throw Refused.conflict(
          Texts.say("decisions.is-open", decision.name()), Texts.say("decisions.decide-first"));
    }
    return by.turn(decision, Kind.REOPENED, "", sent.needed("why", TEXT), null);
  }

  private Decision supersede(Decision decision, Deciding by, Request request, Sent sent) {
    String typed = sent.needed("by", 80);
    Decision other =
        new DecisionShelf()
            .find(by.docket().storage(), typed, request.caller())
            .filter(one -> one.state().isInForce() && !one.id().equals(decision.id()))
            .orElseThrow(() ->
                Refused.unfit(
                        Texts.say("decisions.no-successor", typed),
                        Texts.say("decisions.name-successor"))
                    .at("by"));
    if (!decision.state().isInForce()) {
      throw Refused.conflict(
          Texts.say("decisions.not-in-force", decision.name()),
          Texts.say("decisions.decide-first"));
    }
    return by.turn(decision, Kind.SUPERSEDED, other.id(), sent.needed("why", TEXT), null);
  }

  private Decision predict(Decision decision, Deciding by, Request request, Sent sent) {
    Gauges.Offered gauge = gauge(docket.get(), sent.needed("gauge", 400), request.caller());
    String says = sent.text("says", 300);
    String size = sent.text("size", 40);
    String probability = sent.text("probability", 10);
    LocalDate today = by.docket().today();
    sent.needed("judged_on", 40);
    PredictionDraft draft =
        new PredictionDraft(
            Decision.SUBJECT + decision.id(),
            says.isEmpty() ? decision.title() : says,
            decision.address(),
            decision.place(),
            gauge.gauge(),
            Expect.of(sent.among("expect", List.of("down", "up"))).orElseThrow(),
            size.isEmpty() ? null : Double.valueOf(amount("size", size, gauge.in())),
            sent.day("effect", today),
            sent.day("judged_on", today),
            percent(probability),
            Review.of(decision).map(Review::council).orElse(""),
            new Sizing(by.docket(), decision).track());
    by.docket().verdicts().predict(draft, by.who());
    return decision;
  }

  private static @Nullable Double percent(String typed) {
    return typed.isEmpty()
        ? null
        : Optional.of(amount("probability", typed, new Amount.In(Metric.Unit.RATIO, ""))).get();
  }
}
