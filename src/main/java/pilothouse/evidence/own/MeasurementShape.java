package pilothouse.evidence.own;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Measurement;
import pilothouse.text.Texts;

/** One number of one's own: activation, retention, revenue. */
final class MeasurementShape implements Shape {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final Pattern SCOPE =
      Pattern.compile("organisation|(?:system|team|repository):\\S.*");

  @Override
  public String name() {
    return "measurement";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.measurement");
  }

  @Override
  public List<String> fields() {
    return List.of("metric", "scope", "at", "value", "unit", "said_at");
  }

  @Override
  public Fact fact(Fields fields) {
    String metric = fields.need("metric", "Send its name, as \"metric\": \"activation\".");
    if (!NAME.matcher(metric).matches()) {
      throw fields.wrong(
          "metric",
          "is “" + metric + "”, which is no name of a metric",
          "Write small letters and digits with hyphens, as weekly-active-teams.");
    }
    String scope = fields.need("scope", "Send organisation, system:NAME or team:NAME.");
    if (!SCOPE.matcher(scope).matches()) {
      throw fields.wrong(
          "scope",
          "is “" + scope + "”, which is no scope",
          "Write organisation, system:NAME, team:NAME or repository:NAME.");
    }
    Instant at = fields.instant("at");
    if (at == null) {
      throw fields.missing("at", Texts.kept("kept.measurement-shape.say-when-it-was-so"));
    }
    return new Measurement(
        Measurement.key(metric, scope, at),
        fields.saidAt(),
        metric,
        scope,
        at,
        fields.measured("value"),
        fields.text("unit"));
  }
}
