package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.decisions.Turn.Kind;
import pilothouse.journal.Who;
import pilothouse.promises.Owner;
import pilothouse.promises.Owners;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Permission;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** What people do with a decision until it is decided: words, parts, advice, agreement. */
final class DecisionDeeds {
  static final int TEXT = 4_000;
  private static final String ONE = "/decisions/{decision}/";
  private static final int OWNER = 200;

  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  DecisionDeeds(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        deed(
            "words",
            "Says a decision in other words: what is left out stays, what is sent empty is emptied",
            Asked.Rewording.class,
            this::reword));
    all.addAll(new PartDeeds(this::deed, this::voiced).routes());
    all.addAll(
        deed(
            "principles",
            "Says which principle won and which lost",
            Asked.Weighing.class,
            this::weigh));
    all.addAll(deed("clock", "Says by when it is decided", Asked.Clock.class, this::clock));
    all.addAll(
        deed("delegations", "Lets another one decide", Asked.Delegation.class, this::delegate));
    all.addAll(new DecisionEnds(docket, this::deed).routes());
    all.addAll(new AffectedDeeds(this::deed).routes());
    all.addAll(new ReviewDeeds(this::deed, this::voiced).routes());
    all.addAll(new RuleDeeds(this::deed).routes());
    all.addAll(new StandardDeeds(this::deed).routes());
    return all;
  }

  /** What changes one decision. */
  interface Deed {
    Decision of(Decision decision, Deciding by, Request request, Sent sent);
  }

  /** Makes a route out of a deed. */
  interface Change {
    List<Route> of(String path, String says, Class<? extends Record> takes, Deed deed);
  }

  private List<Route> deed(String path, String says, Class<? extends Record> takes, Deed deed) {
    return Alike.change(
        ONE + path, says, takes, DecisionTold.class, changing(deed, Permission.CHANGE));
  }

  private List<Route> voiced(String path, String says, Class<? extends Record> takes, Deed deed) {
    return Alike.say(ONE + path, says, takes, DecisionTold.class, changing(deed, Permission.SAY));
  }

  private Alike.Changing changing(Deed deed, Permission permission) {
    return (request, sent) -> {
      Docket here = docket.get();
      Decision decision =
          shelf
              .find(here.storage(), request.part("decision"), request.caller())
              .orElseThrow(Docket::gone);
      request.caller().must(permission, decision.place());
      Deciding by = new Deciding(here, Who.of(request.caller()));
      Decision after = deed.of(decision, by, request, sent);
      return new Alike.Made(
          after.address(), new DecisionTelling(here, shelf, request.caller()).told(after));
    };
  }

  /** The id of whoever is named. */
  static String owner(Docket docket, String typed) {
    Owners owners = docket.promises().owners();
    return owners.find(typed).map(Owner::id).orElseThrow(() -> owners.unclear(typed));
  }

  /** Nothing while nobody decided. */
  static void mustBeOpen(Decision decision) {
    if (!decision.state().isOpen()) {
      throw Refused.conflict(
          Texts.say("decisions.is-decided", decision.name()), Texts.say("decisions.reopen-first"));
    }
  }

  private Decision reword(Decision decision, Deciding by, Request request, Sent sent) {
    boolean isOpen = decision.state().isOpen();
    String why = isOpen ? sent.text("why", 500) : sent.needed("why", 500);
    Words words = DecisionPages.words(sent, decision.words());
    if (!isOpen && !words.options().equals(decision.words().options())) {
      throw Refused.conflict(
              Texts.say("decisions.options-stay"), Texts.say("decisions.reopen-first"))
          .at("options");
    }
    return by.reword(decision, words, why);
  }

  private Decision weigh(Decision decision, Deciding by, Request request, Sent sent) {
    List<String> ranked = by.docket().principles().apply(decision.place());
    Weighed weighed =
        new Weighed(
            principle(ranked, sent.needed("won", 300), "won"),
            sent.text("lost", 300).isEmpty()
                ? ""
                : principle(ranked, sent.text("lost", 300), "lost"),
            sent.text("note", 1_000));
    if (weighed.won().equals(weighed.lost())) {
      throw Refused.unfit(Texts.say("decisions.weigh.same"), Texts.say("decisions.weigh.mend"))
          .at("lost");
    }
    return by.turn(decision, Kind.WEIGHED, weighed.about(), weighed.note(), null);
  }

  private static String principle(List<String> ranked, String typed, String field) {
    return ranked.stream()
        .filter(one -> Ranked.plain(one).equals(Ranked.plain(typed)))
        .findFirst()
        .orElseThrow(() ->
            Refused.unfit(
                    Texts.say("decisions.weigh.none", typed), Texts.say("decisions.weigh.mend"))
                .at(field));
  }

  private Decision clock(Decision decision, Deciding by, Request request, Sent sent) {
    mustBeOpen(decision);
    sent.needed("day", 40);
    LocalDate today = by.docket().today();
    String option = sent.text("option", 300);
    String known = option.isEmpty() ? "" : DecisionEnds.option(decision, option);
    if (!known.isEmpty()) {
      new Hurdles(by.docket(), decision).mustBeFree();
    }
    return by.clock(decision, known, sent.ahead("day", today, today));
  }

  private Decision delegate(Decision decision, Deciding by, Request request, Sent sent) {
    mustBeOpen(decision);
    new Rights(by.docket(), decision, request.caller()).mustBeDecider();
    sent.needed("day", 40);
    LocalDate today = by.docket().today();
    String owner = owner(by.docket(), sent.needed("owner", OWNER));
    LocalDate day = sent.ahead("day", today, today);
    return by.turn(decision, Kind.DELEGATED, owner, sent.needed("limits", 500), day);
  }
}
