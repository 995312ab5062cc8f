package pilothouse.intake;

import java.util.Map;

/** How a sender is connected: what to click or to write there, and one line that tries it. */
final class Connecting {
  private static final Map<String, String> STEPS =
      Map.of(
          "github",
          "In the repository or organisation: Settings, Webhooks, Add webhook; content type"
              + " application/json, the secret; of the individual events Pushes, Pull requests, Pull"
              + " request reviews, Workflow runs, Workflow jobs, Deployments, Deployment statuses"
              + " and Issues, with builds outside GitHub Actions also Check suites and Check runs.",
          "gitlab",
          "In the project or group: Settings, Webhooks, Add new webhook; the secret token, and the"
              + " triggers Push, Comments, Work item (Issues), Merge request, Pipeline, Job and"
              + " Deployment events.",
          "cloudevents",
          "Let your pipeline send CDEvents as CloudEvents over HTTP to this address: structured,"
              + " binary or in batches.",
          "otlp",
          "In the OpenTelemetry Collector: an otlphttp exporter with encoding json and this address"
              + " as traces_endpoint.",
          "alertmanager",
          "In alertmanager.yml: a receiver with webhook_configs, url this address, and http_config"
              + " authorization with the secret as credentials.",
          "pagerduty",
          "In PagerDuty: Integrations, Generic Webhooks (v3), New Webhook with this address; keep"
              + " the signing secret that it shows.",
          "prometheus",
          "Send lines such as orders_paid{service=\"checkout\"} 42 as text. To read what your"
              + " Prometheus knows already: pilothouse pull prometheus.");

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "deployment",
          """
          {"id":"42","service":"checkout","environment":"production","revision":"4f5d127",\
          "started_at":"TIME","finished_at":"TIME","outcome":"success"}\
          """,
          "incident",
          """
          {"id":"INC-7","service":"checkout","title":"Payments fail","severity":"high",\
          "detected_at":"TIME"}\
          """,
          "change",
          """
          {"id":"shop-12","repository":"acme/shop","number":12,"revision":"4f5d127",\
          "opened_at":"TIME","merged_at":"TIME","author":"ada"}\
          """,
          "measurement",
          """
          {"metric":"activation","scope":"system:checkout","at":"TIME","value":41.5,"unit":"%"}\
          """);

  private Connecting() {}

  static String steps(String source) {
    return STEPS.getOrDefault(
        source,
        EXAMPLES.containsKey(source)
            ? "Send one JSON object, a list of up to 1,000, or one a line."
            : "Send its JSON to this address.");
  }

  /** How the sender proves that it knows the secret; the same as its {@code isProven} checks. */
  static String proof(String source) {
    return switch (source) {
      case "github" ->
          "GitHub signs each delivery with the secret: header X-Hub-Signature-256, HMAC-SHA-256 of"
              + " the body.";
      case "gitlab" -> "GitLab sends the secret token in the header X-Gitlab-Token.";
      case "pagerduty" ->
          "PagerDuty signs each delivery: header X-PagerDuty-Signature, v1= and the HMAC-SHA-256 of"
              + " the body.";
      case "cloudevents", "otlp", "alertmanager", "prometheus" ->
          "The secret goes into the header Authorization: Bearer and the secret, or Basic with it"
              + " as the password of any name.";
      default -> "The secret goes into the header Authorization: Bearer and the secret.";
    };
  }

  /** One line for a shell; empty where only the sender can make a delivery. */
  static String command(String source, String address, boolean secured, String time) {
    String sent = EXAMPLES.containsKey(source) ? example(source, time) : sent(source);
    if (sent.isEmpty()) {
      return "";
    }
    String proof = secured ? "-H \"Authorization: Bearer $SECRET\" " : "";
    return "curl " + proof + sent + " " + address;
  }

  private static String example(String source, String time) {
    return "--json '" + EXAMPLES.getOrDefault(source, "").replace("TIME", time) + "'";
  }

  private static String sent(String source) {
    return switch (source) {
      case "cloudevents" ->
          "-H 'Content-Type: application/cloudevents+json' --data-binary @event.json";
      case "otlp", "alertmanager" -> "--json @" + source + ".json";
      case "prometheus" -> "--data-binary @metrics.txt";
      default -> "";
    };
  }
}
