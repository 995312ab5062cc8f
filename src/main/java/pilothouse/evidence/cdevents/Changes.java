package pilothouse.evidence.cdevents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Artifact;
import pilothouse.evidence.facts.ChangeRequest;
import pilothouse.evidence.facts.Fact;
import pilothouse.evidence.facts.Review;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.wire.Excerpts;
import pilothouse.evidence.wire.Revision;

/** Changes: their beginning, their reviews, their end. Who wrote them CDEvents do not say. */
final class Changes {
  private Changes() {}

  static Parsed of(Event event) {
    ChangeName name = ChangeName.of(event);
    List<Fact> facts = new ArrayList<>();
    Instant at = event.at();
    switch (event.kind()) {
      case "change.created" -> facts.add(change(event, name, at, null, null, null));
      case "change.reviewed" -> {
        facts.add(change(event, name, null, at, null, null));
        facts.add(new Review(event.ownKey("review"), at, name.key(), null, null, at));
      }
      case "change.merged" -> {
        facts.add(change(event, name, null, null, at, at));
        if (event.chain() != null) {
          facts.add(chained(Artifact.chain(event.chain()), at, name));
        }
      }
      case "change.abandoned" -> facts.add(change(event, name, null, null, null, at));
      default -> facts.add(change(event, name, null, null, null, null));
    }
    return new Parsed.Facts(facts);
  }

  /** All that the chain is about was made of this change. */
  private static Artifact chained(String chain, Instant at, ChangeName name) {
    return new Artifact(chain, at, name.repository(), name.revision(), name.key(), null);
  }

  private static ChangeRequest change(
      Event event,
      ChangeName name,
      @Nullable Instant opened,
      @Nullable Instant reviewed,
      @Nullable Instant merged,
      @Nullable Instant closed) {
    String title = Excerpts.title(event.content().text("description"));
    String revision = Revision.whole(name.revision());
    return new ChangeRequest(
        name.key(),
        event.at(),
        name.repository(),
        name.number(),
        title,
        null,
        null,
        null,
        merged == null ? revision : null,
        merged == null ? null : revision,
        opened,
        opened,
        reviewed,
        merged,
        closed,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }
}
