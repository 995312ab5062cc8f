package pilothouse.direction.bets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.text.Texts;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;

/** Spikes, and assumptions with their tests. */
final class ProbePages {
  private final Supplier<Bets> bets;

  ProbePages(Supplier<Bets> bets) {
    this.bets = bets;
  }

  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.addAll(
        new Outlook<>(
                "/spikes",
                Telling.of("Spikes, those without an answer first"),
                ProbeTold.All.class,
                this::all,
                Outlook.template("bets/spikes", _ -> Texts.say("bets.spikes.spikes"), this::forms))
            .routes());
    routes.addAll(deed("/spikes", ProbeDraft.class, "Begins a spike", this::spike));
    routes.addAll(
        deed(
            "/bets/{bet}/assumptions",
            ProbeDraft.class,
            "Says what a bet takes for granted, how that is tested, and by when",
            this::assumption));
    routes.addAll(
        deed(
            "/spikes/{spike}/answer",
            ProbeDraft.Answer.class,
            "Answers a spike",
            (request, answer) -> answer(request, "spike", answer)));
    routes.addAll(
        deed(
            "/assumptions/{assumption}/answer",
            ProbeDraft.Answer.class,
            "Says what the test of an assumption showed: held, broke or unclear",
            (request, answer) -> answer(request, "assumption", answer)));
    routes.addAll(
        deed(
            "/spikes/{spike}/link",
            ProbeDraft.Link.class,
            "Links a spike with a bet or a decision",
            this::link));
    return routes;
  }

  private static <D extends Record> List<Route> deed(
      String path, Class<D> draft, String says, Deed.Doing<D> doing) {
    return new Deed<>(path, draft, says, ProbeTold.class, doing).routes();
  }

  private ProbeTold.All all(Request request) {
    Bets here = bets.get();
    return new ProbeTold.All(
        here.probes().spikes(request.caller()).stream()
            .map(probe -> ProbeTold.of(here.around(), probe))
            .toList());
  }

  private Map<String, Object> forms(Request request) {
    Bets here = bets.get();
    return Map.of(
        "bets", here.bets().all(request.caller()).stream().filter(Bet::isOpen).toList(),
        "owners", here.around().promises().owners().offered(request.caller()),
        "today", here.around().today());
  }

  private @Nullable Bet bet(@Nullable String id, Request request) {
    String given = Typed.or(id);
    return given.isEmpty() ? null : bets.get().bets().own(given, request.caller());
  }

  private Deed.Done done(Probe probe) {
    return new Deed.Done(probe.page(), ProbeTold.of(bets.get().around(), probe));
  }

  private Deed.Done spike(Request request, ProbeDraft draft) {
    Bet bet = bet(draft.bet(), request);
    return done(bets.get().probes().add(Probe.SPIKE, draft, bet, request.caller()));
  }

  private Deed.Done assumption(Request request, ProbeDraft draft) {
    Bet bet = bet(request.part("bet"), request);
    return done(bets.get().probes().add(Probe.ASSUMPTION, draft, bet, request.caller()));
  }

  private Deed.Done answer(Request request, String kind, ProbeDraft.Answer answer) {
    Probe probe = bets.get().probes().own(request.part(kind), kind, request.caller());
    return done(bets.get().probes().answer(probe, answer, request.caller()));
  }

  private Deed.Done link(Request request, ProbeDraft.Link link) {
    ProbeShelf probes = bets.get().probes();
    Probe probe = probes.own(request.part("spike"), Probe.SPIKE, request.caller());
    probes.link(probe, bet(link.bet(), request), Typed.or(link.decision()), request.caller());
    return done(probes.own(probe.id(), Probe.SPIKE, request.caller()));
  }
}
