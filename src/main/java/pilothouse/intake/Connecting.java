package pilothouse.intake;

import java.util.Map;

/** How a sender is connected: what to click or to write there, and one line that tries it. */
final class Connecting {
  private static final Map<String, String> STEPS =
      Map.of(
          "github",
          "In the repository or organisation: Settings, Webhooks, Add webhook; content type"
              + " application/json, the secret, and “Send me everything”.",
          "gitlab",
          "In the project or group: Settings, Webhooks, Add new webhook; the secret token, and all"
              + " triggers.",
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
