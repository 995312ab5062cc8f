package pilothouse.evidence.own;

import java.time.Instant;
import java.util.List;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Incident;
import pilothouse.text.Texts;

/** An incident: its end may be told alone, and before its beginning. */
final class IncidentShape implements Shape {
  @Override
  public String name() {
    return "incident";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.incident");
  }

  @Override
  public List<String> fields() {
    return List.of(
        "id", "service", "title", "severity", "detected_at", "resolved_at", "caused_by", "said_at");
  }

  @Override
  public Fact fact(Fields fields) {
    String id = fields.need("id", "Send the id that your tracker gives it, as \"id\": \"INC-7\".");
    Instant detected = fields.instant("detected_at");
    Instant resolved = fields.instant("resolved_at");
    if (detected == null && resolved == null) {
      throw fields.missing(
          "detected_at", Texts.kept("kept.incident-shape.say-when-it-was-noticed"));
    }
    String service = fields.text("service");
    if (service == null && detected != null) {
      throw fields.missing("service", Texts.kept("kept.incident-shape.say-what-was-affected-as"));
    }
    fields.inOrder("detected_at", "resolved_at");
    return new Incident(
        "own:" + id,
        fields.saidAt(),
        service,
        null,
        fields.text("title"),
        fields.text("severity"),
        detected,
        resolved,
        resolved == null ? null : false,
        fields.text("caused_by"),
        null);
  }
}
