package pilothouse.evidence.cdevents;

import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.wire.Json;
import pilothouse.text.Texts;

/** Reads one CDEvent, however it came: in a CloudEvent, bare, or from a file. */
public final class CdEvents {
  /** What the types of all CDEvents begin with. */
  public static final String PREFIX = "dev.cdevents.";

  private CdEvents() {}

  /** Whether a document has the shape of a CDEvent. */
  public static boolean isOne(Json document) {
    return document.at("context").isObject() && document.at("subject").isObject();
  }

  /**
   * What a CDEvent tells.
   *
   * @throws pilothouse.evidence.inbox.Malformed when it is not as its specification says
   */
  public static Parsed parse(Json document) {
    String type = document.maybe("context").text("type");
    if (type != null && type.startsWith("dev.cdeventsx.")) {
      return new Parsed.Ignored(Texts.kept("kept.cd-events.a-cdevent-of-one-own", type));
    }
    Event event = Event.of(document);
    return switch (event.kind()) {
      case "service.deployed", "service.upgraded", "service.rolledback" -> Deployments.of(event);
      case "service.published" ->
          ignored(event, Texts.kept("kept.cd-events.tells-an-address-no-deployment"));
      case "service.removed" -> ignored(event, Texts.kept("kept.cd-events.deploys-nothing"));
      case "artifact.packaged" -> Artifacts.packaged(event);
      case "change.created",
          "change.updated",
          "change.reviewed",
          "change.merged",
          "change.abandoned" ->
          Changes.of(event);
      case "pipelinerun.queued", "pipelinerun.started", "pipelinerun.finished" -> Runs.run(event);
      case "taskrun.started", "taskrun.finished" -> Runs.task(event);
      case "incident.detected", "incident.reported", "incident.resolved" -> Incidents.of(event);
      case "testcaserun.finished", "testcaserun.skipped" -> Tests.of(event);
      default -> ignored(event, Texts.kept("kept.cd-events.says-nothing-that-is-measured"));
    };
  }

  private static Parsed ignored(Event event, String why) {
    return new Parsed.Ignored("CDEvents " + event.kind() + " " + why);
  }
}
