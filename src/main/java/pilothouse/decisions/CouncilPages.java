package pilothouse.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import pilothouse.journal.Who;
import pilothouse.text.Texts;
import pilothouse.web.Alike;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Sent;
import pilothouse.web.Where;

/** Councils, one of them with what waits for it, and who belongs to it. */
final class CouncilPages {
  private static final int MEMBERS = 30;
  private final Supplier<Docket> docket;
  private final DecisionShelf shelf;

  CouncilPages(Supplier<Docket> docket, DecisionShelf shelf) {
    this.docket = docket;
    this.shelf = shelf;
  }

  List<Route> routes() {
    String all = "/decisions/councils";
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        Alike.list(
            all,
            "Councils that review decisions, and how long the oldest waits",
            CouncilTold.class,
            request -> board(request).all(),
            request -> board(request).told()));
    routes.addAll(
        Alike.look(
            all + "/{council}",
            "One council with its queue",
            CouncilTold.class,
            request -> board(request).one(found(request)),
            request -> board(request).told(found(request))));
    routes.addAll(
        Alike.change(
            all, "Founds a council", Wanted.Founding.class, CouncilTold.class, this::make));
    String one = all + "/{council}/";
    routes.addAll(
        Alike.change(
            one + "members",
            "Says who comes to a council or leaves it",
            Wanted.Membership.class,
            CouncilTold.class,
            this::member));
    routes.addAll(
        Alike.change(
            one + "quorum",
            "Says how many must vote",
            Wanted.Quorum.class,
            CouncilTold.class,
            this::quorum));
    routes.addAll(
        Alike.change(
            one + "end", "Ends a council", Asked.Reason.class, CouncilTold.class, this::end));
    return routes;
  }

  private CouncilBoard board(Request request) {
    return new CouncilBoard(docket.get(), shelf, request.caller());
  }

  private Council found(Request request) {
    return new CouncilDesk(docket.get())
        .seen(request.caller())
        .filter(one -> one.id().equals(request.part("council")))
        .findFirst()
        .orElseThrow(Docket::gone);
  }

  private Alike.Made made(Request request, Council council) {
    return new Alike.Made(
        council.isEnded() ? "/decisions/councils" : council.address(),
        board(request).told(council));
  }

  private Alike.Made make(Request request, Sent sent) {
    Docket here = docket.get();
    Where place = sent.place(here.places(), request.caller());
    String title = sent.needed("title", 120);
    if (new CouncilDesk(here).open().anyMatch(one -> one.title().equalsIgnoreCase(title))) {
      throw Sent.twice("title", title);
    }
    List<String> members =
        sent.lines("members", MEMBERS, 200).stream()
            .map(one -> DecisionDeeds.owner(here, one))
            .distinct()
            .toList();
    int quorum = sent.number("quorum", Math.max(1, members.size() / 2 + 1), 1, MEMBERS);
    mustBeEnough(members.size(), quorum);
    String topic = sent.among("topic", Council.TOPICS);
    Who who = Who.of(request.caller());
    return made(request, new CouncilDesk(here).found(title, topic, place, members, quorum, who));
  }

  private static void mustBeEnough(int members, int quorum) {
    if (members < quorum) {
      throw Refused.unfit(
              Texts.say("decisions.council.too-few", members, quorum),
              Texts.say("decisions.council.more"))
          .at("quorum");
    }
  }

  private Council changed(Request request) {
    Council council = found(request);
    Docket.mayChange(request.caller(), council.place());
    return council;
  }

  private Alike.Made member(Request request, Sent sent) {
    Council council = changed(request);
    String owner = DecisionDeeds.owner(docket.get(), sent.needed("owner", 200));
    String part = sent.among("part", List.of("member", "left"));
    boolean isIn = council.members().contains(owner);
    if (isIn == part.equals("member")) {
      return made(request, council);
    }
    mustBeEnough(council.members().size() + (isIn ? -1 : 1), council.quorum());
    return made(request, turn(request, council, part, owner, sent));
  }

  private Council turn(Request request, Council council, String kind, String about, Sent sent) {
    Who who = Who.of(request.caller());
    return new CouncilDesk(docket.get()).turn(council, kind, about, sent.text("why", 500), who);
  }

  private Alike.Made quorum(Request request, Sent sent) {
    Council council = changed(request);
    int quorum = sent.number("quorum", council.quorum(), 1, MEMBERS);
    mustBeEnough(council.members().size(), quorum);
    return made(request, turn(request, council, "quorum", String.valueOf(quorum), sent));
  }

  private Alike.Made end(Request request, Sent sent) {
    Council council = changed(request);
    sent.needed("why", 500);
    boolean waits = new CouncilQueue(shelf, docket.get()).of(council).findAny().isPresent();
    if (waits) {
      throw Refused.conflict(
          Texts.say("decisions.council.waits"), Texts.say("decisions.council.review-first"));
    }
    return made(request, turn(request, council, "ended", "", sent));
  }
}
