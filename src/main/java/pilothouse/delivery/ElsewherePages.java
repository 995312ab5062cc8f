package pilothouse.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.Services;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.NotFound;
import pilothouse.web.Request;
import pilothouse.web.Route;

/** What other services deployed shortly before an incident, to choose its cause from. */
final class ElsewherePages {
  private static final Duration SHORTLY = Duration.ofHours(24);
  private static final int SHOWN = 100;

  private final Supplier<Ground> ground;
  private final Lookouts lookouts;

  ElsewherePages(Supplier<Ground> ground, Lookouts lookouts) {
    this.ground = ground;
    this.lookouts = lookouts;
  }

  List<Route> routes() {
    return List.of(Route.read("/delivery/{system}/causes", this::page).ofSystem("system"));
  }

  private Answer page(Request request) {
    Lookout look = lookouts.service(request, "causes");
    Incident incident = incident(look, request.query("incident"));
    Instant detected = incident.detectedAt();
    List<Harbour.Choice> choices =
        detected == null ? List.of() : choices(look, detected, request.caller());
    String shortly =
        detected == null
            ? Texts.say("delivery.elsewhere-pages.nobody-said-when-it")
            : Texts.say(
                "delivery.elsewhere-pages.it-was-noticed", Say.time(detected, ground.get().zone()));
    return Answer.page(
        "delivery/elsewhere",
        Texts.say("delivery.elsewhere-pages.cause-of-an-incident", look.system()),
        Map.of(
            "look", look,
            "incident", incident.key(),
            "title", Mishaps.title(incident),
            "says", shortly,
            "choices", choices));
  }

  private Incident incident(Lookout look, @Nullable String key) {
    return ground
        .get()
        .services()
        .service(look.system())
        .flatMap(
            facts -> facts.incidents().stream().filter(one -> one.key().equals(key)).findFirst())
        .orElseThrow(() ->
            new NotFound(
                Texts.say("delivery.elsewhere-pages.the-service-has-no", look.system()),
                Texts.say("delivery.elsewhere-pages.the-page-of-the")));
  }

  private record Candidate(String system, Deployment deployment, Instant at) {}

  /** Deployments to production that began before and ended at most a day before, newest first. */
  private List<Harbour.Choice> choices(Lookout look, Instant detected, Caller caller) {
    Services services = ground.get().services();
    List<Candidate> found = new ArrayList<>();
    for (String system : lookouts.names(caller)) {
      if (!system.equals(look.system())) {
        services
            .service(system)
            .ifPresent(facts ->
                facts.deployments().forEach(one -> consider(found, system, one, detected)));
      }
    }
    found.sort(Comparator.comparing(Candidate::at).reversed().thenComparing(Candidate::system));
    return found.stream()
        .limit(SHOWN)
        .map(one -> new Harbour.Choice(one.deployment().key(), says(one)))
        .toList();
  }

  private static void consider(
      List<Candidate> found, String system, Deployment deployment, Instant detected) {
    Instant finished = deployment.finishedAt();
    Instant began = deployment.startedAt() == null ? finished : deployment.startedAt();
    boolean shortly =
        Boolean.TRUE.equals(deployment.production())
            && began != null
            && !began.isAfter(detected)
            && (finished == null || !finished.isBefore(detected.minus(SHORTLY)));
    if (shortly && began != null) {
      found.add(new Candidate(system, deployment, finished == null ? began : finished));
    }
  }

  private String says(Candidate one) {
    String revision = one.deployment().revision();
    return one.system()
        + ", "
        + Say.time(one.at(), ground.get().zone())
        + (revision == null ? "" : ", " + revision.substring(0, Math.min(10, revision.length())));
  }
}
