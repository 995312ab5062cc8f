package pilothouse.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.CauseWord;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Incident;
import pilothouse.journal.Named;
import pilothouse.metrics.delivery.Cause;
import pilothouse.metrics.delivery.ServiceMetrics;
import pilothouse.metrics.delivery.Story;
import pilothouse.text.Say;
import pilothouse.text.Texts;
import pilothouse.web.Caller;
import pilothouse.web.Where;

/** Tells the incidents of a service, what caused them, and who says so. */
final class Mishaps {
  /** Deployments that one may choose as a cause. */
  private static final int CHOICES = 60;

  private final ServiceMetrics metrics;
  private final List<CauseWord> words;
  private final ZoneId zone;
  private final UnaryOperator<String> named;

  Mishaps(Lookout look, Bearing bearing, Caller caller) {
    this.named = name -> Named.by(caller, Where.system(look.system()), name);
    this.metrics = bearing.metrics();
    this.words = bearing.facts().words();
    this.zone = look.window().zone();
  }

  /** The newest first. */
  List<Harbour.Mishap> incidents() {
    List<Harbour.Mishap> incidents = new ArrayList<>();
    for (Cause cause : metrics.causes()) {
      incidents.add(mishap(incidents.size() + 1, cause));
    }
    return incidents;
  }

  /** What one may choose from: no deployment, or one of the newest. */
  List<Harbour.Choice> choices() {
    List<Harbour.Choice> choices = new ArrayList<>();
    choices.add(new Harbour.Choice("", Texts.say("delivery.mishaps.no-deployment")));
    for (Story story : metrics.deployments()) {
      if (choices.size() <= CHOICES) {
        choices.add(new Harbour.Choice(story.deployment().key(), said(story.deployment())));
      }
    }
    return choices;
  }

  private Harbour.Mishap mishap(int number, Cause cause) {
    Incident incident = cause.incident();
    Deployment deployment = cause.deployment();
    String key = deployment == null ? "" : deployment.key();
    return new Harbour.Mishap(
        incident.key(),
        "incident-" + number,
        title(incident),
        when(incident),
        standing(cause),
        cause.standing() == Cause.Standing.SUGGESTED ? "look" : "nothing_found",
        Say.sentence(cause.why()) + ".",
        cause.standing() == Cause.Standing.SUGGESTED ? key : null,
        key,
        words.stream()
            .filter(word -> word.incident().equals(incident.key()))
            .map(this::word)
            .toList(),
        CauseCheck.isSaid(words, incident.key()));
  }

  static String title(Incident incident) {
    String title = incident.title();
    String severity = incident.severity();
    return (title == null ? Texts.say("delivery.mishaps.an-incident-without-a") : title)
        + (severity == null ? "" : " (" + severity + ")");
  }

  private String when(Incident incident) {
    Instant from = incident.detectedAt();
    Instant to = incident.resolvedAt();
    String began =
        from == null
            ? Texts.say("delivery.mishaps.nobody-said-when-it")
            : Texts.say("delivery.mishaps.noticed", time(from));
    if (to == null) {
      return Texts.say("delivery.mishaps.not-resolved-yet", began);
    }
    if (from != null && to.isBefore(from)) {
      return Texts.say("delivery.mishaps.resolved-which-is-before", began, time(to));
    }
    return from == null
        ? Texts.say("delivery.mishaps.resolved", began, time(to))
        : Texts.say(
            "delivery.mishaps.resolved-after",
            began,
            time(to),
            Say.span(java.time.Duration.between(from, to).toMillis() / 1000.0));
  }

  private String standing(Cause cause) {
    Deployment deployment = cause.deployment();
    String named =
        deployment == null
            ? Texts.say("delivery.mishaps.no-deployment")
            : cause.elsewhere()
                ? Texts.say("delivery.mishaps.of-another-service", said(deployment))
                : said(deployment);
    return switch (cause.standing()) {
      case SET -> Texts.say("delivery.mishaps.caused-by-somebody-said", named);
      case CONFIRMED -> Texts.say("delivery.mishaps.caused-by-confirmed", named);
      case REFUSED -> Texts.say("delivery.mishaps.not-by-the-deployment");
      case NAMED ->
          deployment == null
              ? Texts.say("delivery.mishaps.unknown-its-source-names")
              : Texts.say("delivery.mishaps.caused-by-its-source", named);
      case SUGGESTED -> Texts.say("delivery.mishaps.perhaps-caused-by-nobody", named);
      case NONE -> Texts.say("delivery.mishaps.not-caused-by-a");
    };
  }

  private String said(Deployment deployment) {
    Instant at = deployment.finishedAt();
    String revision = deployment.revision();
    return Texts.say(
        "delivery.mishaps.the-deployment-of",
        time(at == null ? deployment.saidAt() : at),
        (revision == null ? "" : ", " + revision.substring(0, Math.min(10, revision.length()))));
  }

  private String word(CauseWord word) {
    String why = word.why().isEmpty() ? "" : ": " + word.why();
    @Nullable String deployment = word.deployment();
    String said = Texts.say("delivery.said." + word.said().name().toLowerCase(Locale.ROOT));
    String what =
        switch (word.said()) {
          case SET ->
              said + ": " + (deployment == null ? Texts.say("delivery.mishaps.none") : deployment);
          case WITHDRAWN -> said;
          case CONFIRMED, REFUSED -> said + (deployment == null ? "" : ": " + deployment);
        };
    return "%s, %s, %s%s".formatted(time(word.at()), named.apply(word.by()), what, why);
  }

  private String time(Instant at) {
    return Say.time(at, zone);
  }
}
