package pilothouse.decisions;

import static pilothouse.decisions.DecisionDeeds.mustBeOpen;
import static pilothouse.decisions.DecisionDeeds.owner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import pilothouse.decisions.Turn.Kind;
import pilothouse.text.Texts;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** Who has which part in a decision, and what they say of it. */
final class PartDeeds {
  private static final int OWNER = 200;
  private static final List<String> PARTS =
      List.of("consulted", "agrees", "informed", "decides", "released");

  private final DecisionDeeds.Change change;
  private final DecisionDeeds.Change say;

  PartDeeds(DecisionDeeds.Change change, DecisionDeeds.Change say) {
    this.change = change;
    this.say = say;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(change.of("parts", "Gives somebody a part in it", Asked.Role.class, this::part));
    all.addAll(say.of("voices", "Adds advice or dissent", Asked.Voice.class, this::voice));
    all.addAll(say.of("consent", "Agrees or objects", Asked.Consent.class, this::consent));
    return all;
  }

  private Decision part(Decision decision, Deciding by, Request request, Sent sent) {
    Kind part = Kind.of(sent.among("part", PARTS)).orElseThrow();
    String owner = owner(by.docket(), sent.needed("owner", OWNER));
    LocalDate today = by.docket().today();
    if (part == Kind.CONSULTED) {
      return by.consult(decision, owner, sent.ahead("day", today.plusDays(7), today));
    }
    mustBeOpen(decision);
    if (part == Kind.RELEASED) {
      return release(decision, by, owner, sent);
    }
    if (part == Kind.DECIDES) {
      new Rights(by.docket(), decision, request.caller()).mustBeDecider();
    }
    return by.turn(decision, part, owner, sent.text("why", 500), null);
  }

  /** One part of one owner ends, with a reason; all others stay. */
  private static Decision release(Decision decision, Deciding by, String owner, Sent sent) {
    sent.needed("ends", 40);
    String part = sent.among("ends", Parts.ENDING);
    if (decision.parts().find(owner, part).isEmpty()) {
      throw Refused.unfit(
              Texts.say(
                  "decisions.release.none",
                  by.docket().promises().owners().name(owner),
                  Texts.say("decisions.part." + part)),
              Texts.say("decisions.release.mend"))
          .at("owner");
    }
    String why = sent.needed("why", 500);
    if (part.equals("consulted")) {
      by.ended(decision, Decisions.ADVISE, owner);
    }
    return by.turn(decision, Kind.RELEASED, Standing.about(owner, part), why, null);
  }

  private Decision voice(Decision decision, Deciding by, Request request, Sent sent) {
    Kind kind = Kind.of(sent.among("kind", List.of("advice", "dissent"))).orElseThrow();
    String words = sent.needed("words", DecisionDeeds.TEXT);
    List<String> names =
        new Speaking(by.docket(), decision, request.caller()).names(sent.text("owner", OWNER));
    names.forEach(owner -> by.kept(decision, Decisions.ADVISE, owner));
    return by.turn(decision, kind, String.join("\n", names), words, null);
  }

  private Decision consent(Decision decision, Deciding by, Request request, Sent sent) {
    mustBeOpen(decision);
    Kind kind = Kind.of(sent.among("answer", List.of("agreed", "objected"))).orElseThrow();
    String owner = owner(by.docket(), sent.needed("owner", OWNER));
    if (!decision.having(Kind.AGREES).contains(owner)) {
      throw Refused.unfit(Texts.say("decisions.consent.none"), Texts.say("decisions.consent.mend"))
          .at("owner");
    }
    if (!new Rights(by.docket(), decision, request.caller()).isOne(owner)) {
      throw Refused.forbidden(
          Texts.say("decisions.consent.other"), Texts.say("decisions.right.ask"));
    }
    int most = DecisionDeeds.TEXT;
    String words = kind == Kind.OBJECTED ? sent.needed("words", most) : sent.text("words", most);
    return by.turn(decision, kind, owner, words, null);
  }
}
