package pilothouse.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.CauseWord;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.facts.ServiceFacts;
import pilothouse.journal.Who;
import pilothouse.metrics.delivery.Cause;
import pilothouse.text.Texts;
import pilothouse.web.Answer;
import pilothouse.web.Caller;
import pilothouse.web.Json;
import pilothouse.web.Refused;
import pilothouse.web.Request;
import pilothouse.web.Route;
import pilothouse.web.Telling;
import pilothouse.web.Where;

/** What people say about the causes of incidents: by a form, and by programs. */
final class CausePages {
  private static final int LARGEST = 16 * 1024;

  private final Supplier<Ground> ground;
  private final Lookouts lookouts;
  private final Gauges gauges;

  CausePages(Supplier<Ground> ground, Lookouts lookouts, Gauges gauges) {
    this.ground = ground;
    this.lookouts = lookouts;
    this.gauges = gauges;
  }

  List<Route> routes() {
    return List.of(
        Route.say("/delivery/{system}/causes", this::form).ofSystem("system"),
        Route.read("/api/v1/services/{system}/causes", this::json)
            .ofSystem("system")
            .telling(
                FleetPages.period(
                        Telling.of("The incidents of a service, what caused them, and who says so"))
                    .givesMany(Told.class)),
        Route.say("/api/v1/services/{system}/causes", this::sent)
            .ofSystem("system")
            .telling(
                Telling.of(
                        "Sets, confirms or refuses the cause of an incident, or takes back what was said")
                    .takes(Word.class)
                    .gives(Heard.class)));
  }

  /** An incident and its cause, for programs. */
  public record Told(
      String incident,
      @Nullable String title,
      @Nullable String severity,
      @Nullable Instant detectedAt,
      @Nullable Instant resolvedAt,
      String standing,
      @Nullable String deployment,
      String why) {}

  /**
   * What somebody says about a cause.
   *
   * @param said set, confirmed, refused or withdrawn
   * @param deployment its key, of whatever service; null with set: no deployment caused it
   * @param by who says it, where nobody signs in: a name as others know it. Whoever is signed in,
   *     or a token, says it in its own name
   */
  public record Word(
      String incident,
      String said,
      @Nullable String deployment,
      @Nullable String why,
      @Nullable String by) {}

  /** What was kept of it. */
  public record Heard(
      String incident, String said, @Nullable String deployment, String why, String by) {}

  private Answer form(Request request) {
    Lookout look = lookouts.service(request, "");
    String said = request.form("said");
    boolean chosen = "set".equals(said);
    say(
        request,
        look,
        new Word(
            String.valueOf(request.form("incident")),
            said == null ? "" : said,
            request.form(chosen ? "deployment" : "suggested"),
            request.form("why"),
            request.form("by")));
    return new Answer.Redirect(look.link("") + "#incidents");
  }

  private Answer sent(Request request) {
    Lookout look = lookouts.service(request, "");
    Word word =
        Json.read(
            request.body(LARGEST),
            Word.class,
            "a word about a cause",
            "Send a JSON object with incident, said (set, confirmed, refused or withdrawn),"
                + " deployment, why and by, and nothing else.");
    CauseWord heard = say(request, look, word);
    return new Answer.Json(
        new Heard(
            heard.incident(),
            heard.said().name().toLowerCase(Locale.ROOT),
            heard.deployment(),
            heard.why(),
            heard.by()));
  }

  private Answer json(Request request) {
    Lookout look = lookouts.service(request, "");
    return new Answer.Json(
        gauges.bearing(look).metrics().causes().stream().map(CausePages::told).toList());
  }

  private static Told told(Cause cause) {
    Incident incident = cause.incident();
    var deployment = cause.deployment();
    return new Told(
        incident.key(),
        incident.title(),
        incident.severity(),
        incident.detectedAt(),
        incident.resolvedAt(),
        cause.standing().name().toLowerCase(Locale.ROOT),
        deployment == null ? null : deployment.key(),
        cause.why());
  }

  private CauseWord say(Request request, Lookout look, Word word) {
    ServiceFacts facts = gauges.bearing(look).facts();
    CauseWord.Said said = said(word.said());
    @Nullable String deployment = word.deployment();
    boolean nothing = said == CauseWord.Said.WITHDRAWN;
    if (nothing || (deployment != null && deployment.isBlank())) {
      deployment = null;
    }
    if (deployment == null && !nothing && said != CauseWord.Said.SET) {
      deployment = suggested(look, word.incident());
    }
    CauseCheck.check(
        facts, word.incident(), said, deployment, key -> isSeen(key, request.caller()));
    String by = MetricPages.who(request, "by", word.by());
    String why = MetricPages.bounded("why", word.why());
    CauseWord kept =
        new CauseWord(
            word.incident(),
            deployment,
            said,
            by,
            why == null ? "" : why,
            ground.get().clock().instant());
    ground.get().facts().say(kept, Who.of(request.caller()), look.system());
    return kept;
  }

  /** Whether a deployment is of a service that the caller may see. */
  private boolean isSeen(String deployment, Caller caller) {
    return caller.sees(Where.ORGANISATION)
        || lookouts.names(caller).stream()
            .flatMap(name -> ground.get().services().service(name).stream())
            .flatMap(facts -> facts.deployments().stream())
            .anyMatch(one -> one.key().equals(deployment));
  }

  /** What is suggested, or named by the source, as the cause of an incident; null for nothing. */
  private @Nullable String suggested(Lookout look, String incident) {
    for (Cause cause : gauges.bearing(look).metrics().causes()) {
      Deployment deployment = cause.deployment();
      if (cause.incident().key().equals(incident) && deployment != null) {
        return deployment.key();
      }
    }
    return null;
  }

  private static CauseWord.Said said(@Nullable String text) {
    for (CauseWord.Said said : CauseWord.Said.values()) {
      if (said.name().equalsIgnoreCase(text)) {
        return said;
      }
    }
    throw Refused.unfit(
        Texts.say("delivery.cause-pages.is-nothing-that-can", text),
        Texts.say("delivery.cause-pages.say-set-confirmed-refused"));
  }
}
