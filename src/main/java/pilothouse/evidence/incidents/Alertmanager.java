package pilothouse.evidence.incidents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.inbox.Delivery;
import pilothouse.evidence.inbox.Malformed;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.inbox.Source;
import pilothouse.evidence.wire.Credentials;
import pilothouse.evidence.wire.Excerpts;
import pilothouse.evidence.wire.Gathered;
import pilothouse.evidence.wire.Json;
import pilothouse.evidence.wire.Rehearsal;
import pilothouse.text.Texts;

/**
 * Alertmanager's webhook, version 4, and Grafana's, which is like it. One alert from its start to
 * its end is one incident, if it is severe or does not say how severe it is, and does not come from
 * an environment that is not production by its own name.
 */
public final class Alertmanager implements Source {
  private static final Set<String> VERSIONS = Set.of("4", "1");
  private static final Set<String> SEVERE =
      Set.of("critical", "page", "error", "high", "sev1", "sev2", "p1", "p2", "fatal", "emergency");
  private static final List<String> AFFECTED =
      List.of("service", "service_name", "app", "app_kubernetes_io_name", "application", "job");
  private static final List<String> ENVIRONMENT =
      List.of(
          "environment", "env", "deployment_environment_name", "deployment_environment", "stage");
  private static final List<String> TITLE = List.of("summary", "title", "message", "description");

  @Override
  public String name() {
    return "alertmanager";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.alertmanager");
  }

  @Override
  public Set<String> headers() {
    return Set.of();
  }

  /** What {@code http_config} can send: a bearer token, or the password of any name. */
  @Override
  public boolean isProven(Map<String, String> headers, byte[] body, String secret) {
    return Credentials.fit(headers, secret);
  }

  /** The same bytes say the same: a group that did not change is told again every few hours. */
  @Override
  public String idOf(Map<String, String> headers, byte[] body) {
    return Credentials.digest(body);
  }

  @Override
  public boolean answersAtOnce() {
    return false;
  }

  @Override
  public Parsed parse(Delivery delivery) {
    Json group = Json.read(delivery.body(), delivery.receivedAt());
    if (!group.isObject()) {
      throw Json.wrong(group, "is no group of alerts", "Send Alertmanager's webhook as it is.");
    }
    if (!VERSIONS.contains(group.need("version"))) {
      throw Json.wrong(group.at("version"), "is %s".formatted(group.need("version")), "Send %s 4.");
    }
    if (!group.has("alerts")) {
      throw Json.missing(group.at("alerts"));
    }
    Gathered gathered = new Gathered();
    for (Json alert : group.list("alerts")) {
      try {
        gathered.add(alert(alert));
      } catch (Malformed trouble) {
        gathered.refused(trouble);
      }
    }
    return gathered.parsed("A group of no alerts");
  }

  private static Parsed alert(Json alert) {
    Json labels = alert.object("labels");
    String severity = labels.text("severity");
    String environment = first(labels, ENVIRONMENT);
    if (!isSevere(severity)) {
      return new Parsed.Ignored(
          Texts.kept(
              "kept.alertmanager.alerts-of-severity", Excerpts.shown(String.valueOf(severity))));
    }
    if (Rehearsal.isNamed(environment)) {
      return new Parsed.Ignored(
          Texts.kept("kept.alertmanager.alerts-of", Excerpts.shown(String.valueOf(environment))));
    }
    boolean over = isOver(alert);
    Instant start = alert.needTime("startsAt");
    Instant end = over ? end(alert, start) : null;
    return Parsed.of(
        new Incident(
            "alertmanager#incident/" + fingerprint(alert, labels) + '/' + start.toEpochMilli(),
            // Of a beginning and an end in the same moment the end is the later.
            end == null ? start : end.plusMillis(1),
            first(labels, AFFECTED),
            labels.text("repository"),
            title(alert, labels),
            severity,
            start,
            end,
            !over,
            null,
            alert.text("generatorURL")));
  }

  private static boolean isSevere(@Nullable String severity) {
    return severity == null
        || SEVERE.contains(severity.strip().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", ""));
  }

  private static boolean isOver(Json alert) {
    String status = alert.need("status");
    return switch (status) {
      case "firing" -> false;
      case "resolved" -> true;
      default ->
          throw Json.wrong(
              alert.at("status"),
              "is “%s”".formatted(Excerpts.shown(status)),
              "Send firing or resolved as %s.");
    };
  }

  private static Instant end(Json alert, Instant start) {
    Instant end = alert.needTime("endsAt");
    return end.isBefore(start) ? start : end;
  }

  /** What tells the alert from others: its labels, or what Alertmanager made of them. */
  private static String fingerprint(Json alert, Json labels) {
    String given = alert.text("fingerprint");
    return given == null ? Credentials.digest(labels.canonical()).substring(0, 16) : given;
  }

  private static @Nullable String title(Json alert, Json labels) {
    String title = first(alert.maybe("annotations"), TITLE);
    return Excerpts.title(title == null ? labels.text("alertname") : title);
  }

  private static @Nullable String first(Json object, List<String> names) {
    for (String name : names) {
      String value = object.text(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
