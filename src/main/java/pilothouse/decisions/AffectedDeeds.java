package pilothouse.decisions;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** What people say that a decision affects. */
final class AffectedDeeds {
  private final DecisionDeeds.Change change;

  AffectedDeeds(DecisionDeeds.Change change) {
    this.change = change;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        change.of("affected", "Says what it affects, too", Asked.Affecting.class, this::add));
    all.addAll(
        change.of(
            "affected/{turn}/end",
            "Says that it does not affect that any more",
            Asked.Reason.class,
            this::end));
    return all;
  }

  private Decision add(Decision decision, Deciding by, Request request, Sent sent) {
    Affected about = read(by.docket(), request.caller(), sent.needed("scope", 400), "scope");
    String typed = sent.text("gauge", 400);
    String gauge =
        typed.isEmpty()
            ? ""
            : DecisionEnds.gauge(by.docket(), typed, request.caller()).gauge().text();
    Map<Affected, Turn> now = Affected.of(decision);
    Turn before = now.get(about);
    if (before != null && before.words().equals(gauge)) {
      return decision;
    }
    bound(before == null ? now.size() + 1 : now.size(), "scope");
    return by.turn(decision, Kind.AFFECTS, about.text(), gauge, null);
  }

  private Decision end(Decision decision, Deciding by, Request request, Sent sent) {
    String number = request.part("turn");
    Affected about =
        Affected.of(decision).entrySet().stream()
            .filter(one -> String.valueOf(one.getValue().number()).equals(number))
            .map(Map.Entry::getKey)
            .filter(one -> request.caller().sees(one.where()))
            .findFirst()
            .orElseThrow(Docket::gone);
    return by.turn(decision, Kind.SPARED, about.text(), sent.needed("why", 500), null);
  }

  /** What a new decision affects, a line each. */
  static Set<Affected> all(Docket docket, Caller caller, Sent sent) {
    Set<Affected> all = new LinkedHashSet<>();
    sent.lines("affects", 2 * Affected.MOST, 300)
        .forEach(line -> all.add(read(docket, caller, line, "affects")));
    bound(all.size(), "affects");
    return all;
  }

  private static void bound(int many, String field) {
    if (many > Affected.MOST) {
      throw Refused.unfit(
              Texts.say("decisions.affects.too-many", Affected.MOST),
              Texts.say("decisions.affects.fewer"))
          .at(field);
    }
  }

  private static Affected read(Docket docket, Caller caller, String typed, String field) {
    return Affected.parse(typed)
        .filter(one -> caller.sees(one.where()) && docket.places().has(one.where()))
        .orElseThrow(() ->
            Refused.unfit(
                    Texts.say("decisions.affects.none", Say.cut(typed, 60)),
                    Texts.say("decisions.affects.like"))
                .at(field));
  }
}
