package pilothouse.evidence.own;

import java.util.List;
import pilothouse.evidence.inbox.Source;

/** The senders of Pilothouse's own JSON. */
public final class OwnSources {
  private OwnSources() {}

  /** One for each thing that can be told. */
  public static List<Source> all() {
    return List.of(
        new OwnSource(new DeploymentShape()),
        new OwnSource(new IncidentShape()),
        new OwnSource(new ChangeShape()),
        new OwnSource(new MeasurementShape()),
        new OwnSource(new WorkItemShape()));
  }
}
