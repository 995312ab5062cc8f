package pilothouse.debt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.debt.Turn.Kind;
import pilothouse.journal.Who;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;

/** What people do with an item: words, waiting, closing, joining, incidents, what came of it. */
final class DebtDeeds {
  private static final int WHY = 1_000;
  private static final int YEARS = 5;
  private final Standings standings;
  private final Owing owing;

  DebtDeeds(Standings standings, Owing owing) {
    this.standings = standings;
    this.owing = owing;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>();
    all.addAll(
        deed(
            "words",
            "Says an item in other words; what is left out stays as it is",
            Asked.Words.class,
            this::reword));
    all.addAll(
        deed("deferral", "Lets an item wait until a day", Asked.Deferral.class, this::defer));
    all.addAll(deed("resume", "Lets an item wait no longer", Asked.Reason.class, this::resume));
    all.addAll(
        deed("closing", "Closes an item: paid or dropped", Asked.Closing.class, this::close));
    all.addAll(deed("reopen", "Opens an item again", Asked.Reason.class, this::reopen));
    all.addAll(
        deed("same", "Says that an item is the same as another", Asked.Same.class, this::join));
    all.addAll(
        deed("incidents", "Says that an incident came of it", Asked.Trouble.class, this::trouble));
    all.addAll(
        deed(
            "payback",
            "Says what a closed item costs a week now",
            Asked.Payback.class,
            this::measure));
    return all;
  }

  /** What changes one item. */
  private interface Deed {
    Item of(Standing one, Booking by, Request request, Sent sent);
  }

  private List<Route> deed(String path, String says, Class<? extends Record> takes, Deed deed) {
    return Alike.change(
        "/debt/{item}/" + path,
        says,
        takes,
        DebtTold.class,
        (request, sent) -> {
          Standing one = standings.find(request.part("item"), request.caller());
          Ledger.mayChange(request.caller(), one.item().place());
          Booking by = new Booking(standings.ledger(), Who.of(request.caller()));
          Standing after = standings.of(deed.of(one, by, request, sent));
          owing.settle(after, by.who());
          return new Alike.Made(
              after.item().address(), new DebtTelling(standings, request.caller()).told(after));
        });
  }

  private Item reword(Standing one, Booking by, Request request, Sent sent) {
    Map<String, String> now = new HashMap<>();
    now.putAll(new DebtForms(standings, request.caller()).reword(one.item()).values());
    now.put("owner", one.item().words().owner());
    Words words = new Wording(standings, request.caller()).read(sent.over(now), one.item());
    return by.reword(one.item(), words, sent.text("why", WHY));
  }

  private Item defer(Standing one, Booking by, Request request, Sent sent) {
    must(one, Set.of(State.OPEN, State.DEFERRED));
    sent.needed("day", 40);
    LocalDate today = by.ledger().today();
    LocalDate day = sent.ahead("day", today, today.plusDays(1));
    if (day.isAfter(today.plusYears(YEARS))) {
      throw Refused.unfit(Texts.say("debt.bad.far", YEARS), Texts.say("debt.mend.far")).at("day");
    }
    return by.turn(one.item(), costing(one, Kind.DEFERRED, "", sent.needed("why", WHY), day));
  }

  /** A turn that keeps what the item cost when it was taken. */
  private static Turn costing(
      Standing one, Kind kind, String about, String why, @Nullable LocalDate day) {
    Worth worth = one.worth();
    return Turn.next(kind, about, why, day, worth.interest(), worth.cases());
  }

  private Item resume(Standing one, Booking by, Request request, Sent sent) {
    must(one, Set.of(State.DEFERRED));
    return by.turn(one.item(), Turn.next(Kind.RESUMED, "", sent.text("why", WHY)));
  }

  private Item close(Standing one, Booking by, Request request, Sent sent) {
    must(one, Set.of(State.OPEN, State.DEFERRED));
    String how = sent.among("how", List.of(Item.PAID, Item.DROPPED));
    Turn closing = costing(one, Kind.CLOSED, how, sent.needed("why", WHY), null);
    boolean isPaid = how.equals(Item.PAID);
    return by.turn(
        one.item(), isPaid ? closing.after(Measuring.before(by.ledger(), one.item())) : closing);
  }

  private Item reopen(Standing one, Booking by, Request request, Sent sent) {
    must(one, Set.of(State.CLOSED, State.JOINED));
    return by.turn(one.item(), Turn.next(Kind.REOPENED, "", sent.needed("why", WHY)));
  }

  private Item join(Standing one, Booking by, Request request, Sent sent) {
    must(one, Set.of(State.OPEN, State.DEFERRED));
    Item other = new Wording(standings, request.caller()).find(sent.needed("as", 40), "as");
    if (other.id().equals(one.item().id()) || other.state() == State.JOINED) {
      throw Refused.unfit(Texts.say("debt.bad.same", other.name()), Texts.say("debt.mend.same"))
          .at("as");
    }
    return by.turn(one.item(), Turn.next(Kind.JOINED, other.id(), sent.text("why", WHY)));
  }

  private Item trouble(Standing one, Booking by, Request request, Sent sent) {
    String incident = sent.needed("incident", 300);
    if (incident.chars().anyMatch(Character::isWhitespace)) {
      throw Refused.unfit(
              Texts.say("debt.bad.incident", Say.cut(incident, 60)),
              Texts.say("debt.mend.incident"))
          .at("incident");
    }
    if (one.item().incidents().stream().anyMatch(turn -> turn.about().equals(incident))) {
      throw Sent.twice("incident", incident);
    }
    return by.turn(one.item(), Turn.next(Kind.INCIDENT, incident, sent.text("words", WHY)));
  }

  private Item measure(Standing one, Booking by, Request request, Sent sent) {
    if (one.item().closing().filter(turn -> turn.about().equals(Item.PAID)).isEmpty()) {
      throw Refused.conflict(
          Texts.say("debt.bad.not-paid", one.item().name()), Texts.say("debt.mend.not-paid"));
    }
    sent.needed("low", 40);
    Hours now = Wording.hours("", sent.text("low", 40), sent.text("high", 40));
    return by.turn(
        one.item(), Turn.next(Kind.MEASURED, "", sent.needed("words", WHY), null, now, 0));
  }

  private static void must(Standing one, Set<State> states) {
    if (!states.contains(one.state())) {
      throw Refused.conflict(
          Texts.say("debt.bad.state", one.item().name(), one.state().says()),
          Texts.say("debt.mend.state"));
    }
  }
}
