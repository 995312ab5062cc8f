package pilothouse.decisions;

import static pilothouse.decisions.DecisionFields.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.journal.Entry;
import pilothouse.journal.Journal;
import pilothouse.journal.Who;
import pilothouse.storage.Instants;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.views.Board;
import pilothouse.views.Board.Cell;
import pilothouse.views.Board.Row;
import pilothouse.views.Field;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Permission;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** The register of delegations: who may decide what at a place, within which limits, until when. */
final class DelegationPages {
  private static final String ALL = "/decisions/delegations";
  private static final int DAYS = 92;
  private final Supplier<Docket> docket;

  DelegationPages(Supplier<Docket> docket) {
    this.docket = docket;
  }

  /**
   * A delegation, as programs are told it.
   *
   * @param wayBack the hardest decisions that are meant: easy, costly or none to undo
   */
  record Told(
      String id,
      String place,
      String owner,
      String wayBack,
      String until,
      String limits,
      boolean running) {}

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        Alike.list(
            ALL,
            "Who may decide what, within which limits, until when",
            Told.class,
            this::page,
            request -> seen(request.caller()).map(this::told).toList()));
    routes.addAll(
        Alike.change(
            ALL,
            "Lets somebody decide at a place",
            Asked.Empowering.class,
            Told.class,
            this::make));
    routes.addAll(
        Alike.change(
            ALL + "/{delegation}/end",
            "Ends a delegation",
            Asked.Reason.class,
            Told.class,
            this::end));
    return routes;
  }

  private Stream<Delegation> seen(Caller caller) {
    return docket.get().storage().read(DelegationRows::all).stream()
        .filter(one -> caller.sees(one.place()));
  }

  private Told told(Delegation one) {
    Docket here = docket.get();
    return new Told(
        one.id(),
        one.place().text(),
        here.promises().owners().name(one.owner()),
        one.wayBack(),
        one.until().toString(),
        one.limits(),
        one.isRunning(here.today()));
  }

  private Answer page(Request request) {
    Board.Table table =
        new Board.Table(
            "delegations",
            Texts.say("entry.delegations"),
            Texts.say("decisions.delegations.none"),
            Texts.all(
                "decisions.head.who",
                "web.place",
                "decisions.head.limits",
                "decisions.head.until",
                "decisions.head.act"),
            seen(request.caller()).map(one -> row(one, request.caller())).toList());
    Board.Form form =
        new Board.Form(
            "empower",
            Texts.say("decisions.do.empower"),
            Texts.say("decisions.how.empower"),
            ALL,
            List.of(
                Field.owner("owner", Texts.say("decisions.field.owner")).must(),
                Field.place(),
                words("way_back", "decisions.field.most", "decisions.way-back.", Words.WAYS_BACK),
                Field.text("limits", Texts.say("decisions.field.limits")).must(),
                Field.day(
                    "day",
                    Texts.say("decisions.field.until"),
                    docket.get().today().plusDays(DAYS).toString())),
            Texts.say("decisions.send.empower"));
    return Board.of(
            Texts.say("entry.delegations"),
            Texts.say("decisions.delegations.intro"),
            List.of(table, form))
        .page();
  }

  private Row row(Delegation one, Caller caller) {
    Docket here = docket.get();
    boolean isRunning = one.isRunning(here.today());
    String name = here.promises().owners().name(one.owner());
    Cell end =
        Cell.act(
            new Board.Act(
                ALL + "/" + one.id() + "/end",
                Map.of("why", Texts.say("decisions.delegation.over")),
                Texts.say("decisions.delegation.end"),
                name));
    return Row.of(
        Cell.of(name),
        Cell.of(here.places().name(one.place())),
        Cell.of(one.limits()).note(Texts.say("decisions.delegation.most." + one.wayBack())),
        isRunning
            ? Cell.of(Say.day(one.until()))
            : Cell.of(Say.day(one.until())).look("gone").note(Texts.say("decisions.is-over")),
        isRunning && caller.may(Permission.CHANGE, one.place()) ? end : Cell.of(""));
  }

  private Alike.Made make(Request request, Sent sent) {
    Docket here = docket.get();
    Where place = sent.place(here.places(), request.caller());
    LocalDate today = here.today();
    sent.needed("day", 40);
    Delegation one =
        new Delegation(
            UUID.randomUUID().toString(),
            place,
            DecisionDeeds.owner(here, sent.needed("owner", 200)),
            sent.among("way_back", Words.WAYS_BACK),
            sent.ahead("day", today, today),
            sent.needed("limits", 500),
            "",
            false);
    Who who = Who.of(request.caller());
    return here.storage()
        .write(rows -> {
          DelegationRows.add(rows, one, Instants.text(here.now()), who);
          Journal.write(rows, entry(here, who, "delegation made", one, one.limits()));
          return new Alike.Made(ALL, told(one));
        });
  }

  private static Entry entry(Docket here, Who who, String what, Delegation one, String why) {
    String name = here.promises().owners().name(one.owner());
    return Entry.of(here.now(), who, what, one.subject(name), why);
  }

  private Alike.Made end(Request request, Sent sent) {
    Docket here = docket.get();
    Delegation one =
        seen(request.caller())
            .filter(each -> each.id().equals(request.part("delegation")))
            .findFirst()
            .orElseThrow(Docket::gone);
    Docket.mayChange(request.caller(), one.place());
    String why = sent.needed("why", 500);
    Who who = Who.of(request.caller());
    return here.storage()
        .write(rows -> {
          DelegationRows.end(rows, one.id(), Instants.text(here.now()), who, why);
          Journal.write(rows, entry(here, who, "delegation ended", one, why));
          return new Alike.Made(ALL, told(one));
        });
  }
}
