package pilothouse.intake;

import java.util.Map;
import java.util.Set;
import pilothouse.text.Texts;

/** How a sender is connected: what to click or to write there, and one line that tries it. */
final class Connecting {
  private static final Set<String> STEPS =
      Set.of("github", "gitlab", "cloudevents", "otlp", "alertmanager", "pagerduty", "prometheus");

  private static final Map<String, String> EXAMPLES =
      Map.of(
          "deployment",
          """
          {"id":"checkout-42","service":"checkout","environment":"production","revision":"4f5d127",\
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
          """,
          "work-item",
          """
          {"id":"PROJ-34","repository":"acme/shop","title":"Pay by card","state":"closed",\
          "reason":"completed","labels":["product"],"opened_at":"TIME","closed_at":"TIME"}\
          """);

  private Connecting() {}

  static String steps(String source) {
    if (STEPS.contains(source)) {
      return Texts.say("intake.steps." + source, "{service=\"checkout\"}");
    }
    return EXAMPLES.containsKey(source)
        ? Texts.say("intake.steps.own")
        : Texts.say("intake.steps.other");
  }

  /** How the sender proves that it knows the secret; the same as its {@code isProven} checks. */
  static String proof(String source) {
    return switch (source) {
      case "github" -> Texts.say("intake.proof.github");
      case "gitlab" -> Texts.say("intake.proof.gitlab");
      case "pagerduty" -> Texts.say("intake.proof.pagerduty");
      case "cloudevents", "otlp", "alertmanager", "prometheus" ->
          Texts.say("intake.proof.bearer-or-basic");
      default -> Texts.say("intake.proof.bearer");
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
