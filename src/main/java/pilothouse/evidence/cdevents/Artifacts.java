package pilothouse.evidence.cdevents;

import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Artifact;
import pilothouse.evidence.inbox.Parsed;

/** What was packaged of which change: the bridge from a deployment to its commit. */
final class Artifacts {
  private Artifacts() {}

  static Parsed packaged(Event event) {
    Purl purl = Purl.of(event.subject());
    ChangeName change = ChangeName.of(event.content().object("change"), event.where());
    return Parsed.of(
        new Artifact(
            purl.key(),
            event.at(),
            change.repository() == null ? purl.repository() : change.repository(),
            change.revision() == null ? purl.revision() : change.revision(),
            change.revision() == null ? change.key() : null,
            chain(event)));
  }

  static @Nullable String chain(Event event) {
    return event.chain() == null ? null : Artifact.chain(event.chain());
  }
}
