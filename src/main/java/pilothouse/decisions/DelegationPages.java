package pilothouse.decisions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import pilothouse.journal.Who;
import pilothouse.web.Alike;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** The register of delegations: who may decide what at a place, within which limits, until when. */
final class DelegationPages {
  static final String ALL = "/decisions/delegations";
  private final Supplier<Docket> docket;

  DelegationPages(Supplier<Docket> docket) {
    this.docket = docket;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        Alike.list(
            ALL,
            "Who may decide what, within which limits, until when",
            DelegationTold.class,
            this::page,
            request -> seen(request.caller()).map(this::told).toList()));
    routes.addAll(
        Alike.change(
            ALL,
            "Lets somebody decide at a place",
            Wanted.Empowering.class,
            DelegationTold.class,
            this::make));
    routes.addAll(
        Alike.change(
            ALL + "/{delegation}/end",
            "Ends a delegation",
            Asked.Reason.class,
            DelegationTold.class,
            this::end));
    return routes;
  }

  private Stream<Delegation> seen(Caller caller) {
    return docket.get().storage().read(DelegationRows::all).stream()
        .filter(one -> caller.sees(one.place()));
  }

  private DelegationTold told(Delegation one) {
    return DelegationTold.of(one, docket.get());
  }

  private Answer page(Request request) {
    return new DelegationBoard(docket.get(), request.caller())
        .page(seen(request.caller()).toList());
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
            sent.among("way_back", Words.WAYS_BACK, Words.WAYS_BACK.getFirst()),
            sent.ahead("day", today, today),
            sent.needed("limits", 500),
            "",
            false);
    new Delegating(here, Who.of(request.caller())).make(one);
    return new Alike.Made(ALL, told(one));
  }

  private Alike.Made end(Request request, Sent sent) {
    Docket here = docket.get();
    Delegation one =
        seen(request.caller())
            .filter(each -> each.id().equals(request.part("delegation")))
            .findFirst()
            .orElseThrow(Docket::gone);
    Docket.mayChange(request.caller(), one.place());
    new Delegating(here, Who.of(request.caller())).end(one, sent.needed("why", 500));
    return new Alike.Made(ALL, told(one));
  }
}
