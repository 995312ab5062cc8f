package pilothouse.evidence.own;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Deployment;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Outcome;
import pilothouse.text.Texts;

/** A deployment: one that has no outcome yet is still running. */
final class DeploymentShape implements Shape {
  @Override
  public String name() {
    return "deployment";
  }

  @Override
  public String title() {
    return Texts.say("intake.source.deployment");
  }

  @Override
  public List<String> fields() {
    return List.of(
        "id",
        "service",
        "repository",
        "revision",
        "environment",
        "started_at",
        "finished_at",
        "outcome",
        "unplanned",
        "said_at");
  }

  @Override
  public Fact fact(Fields fields) {
    String id = fields.need("id", "Send the id that your pipeline gives it, as \"id\": \"42\".");
    String service = fields.text("service");
    String repository = fields.text("repository");
    if (service == null && repository == null) {
      throw fields.missing("service", Texts.kept("kept.deployment-shape.say-what-was-deployed-as"));
    }
    Instant started = fields.instant("started_at");
    Instant finished = fields.instant("finished_at");
    fields.inOrder("started_at", "finished_at");
    return new Deployment(
        "own:" + id,
        fields.saidAt(),
        service,
        repository,
        fields.text("revision"),
        null,
        fields.need("environment", "Say where, as \"environment\": \"production\"."),
        null,
        started,
        finished,
        outcome(fields, started, finished),
        fields.yes("unplanned"),
        null);
  }

  private static Outcome outcome(
      Fields fields, @Nullable Instant started, @Nullable Instant finished) {
    String word = fields.word("outcome", List.of("success", "failure"));
    if (word != null && finished == null) {
      throw fields.missing(
          "finished_at", Texts.kept("kept.deployment-shape.say-when-it-ended-for"));
    }
    if (word == null && finished != null) {
      throw fields.missing("outcome", Texts.kept("kept.deployment-shape.say-how-it-ended-success"));
    }
    if (word == null && started == null) {
      throw fields.missing(
          "finished_at", Texts.kept("kept.deployment-shape.say-when-it-ended-and"));
    }
    return word == null
        ? Outcome.RUNNING
        : word.equals("success") ? Outcome.SUCCESS : Outcome.FAILURE;
  }
}
