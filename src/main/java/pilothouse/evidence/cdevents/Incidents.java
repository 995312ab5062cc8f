package pilothouse.evidence.cdevents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilothouse.evidence.facts.Incident;
import pilothouse.evidence.inbox.Parsed;
import pilothouse.evidence.wire.Excerpts;
import pilothouse.evidence.wire.Json;
import pilothouse.evidence.wire.Rehearsal;
import pilothouse.text.Texts;

/**
 * Incidents: noticed, put into a ticket, over. By their definition they are in production; those
 * whose environment says otherwise by its name are left out.
 */
final class Incidents {
  private Incidents() {}

  static Parsed of(Event event) {
    String environment = event.content().maybe("environment").text("id");
    if (Rehearsal.isNamed(environment)) {
      return new Parsed.Ignored(
          Texts.kept(
              "kept.incidents.cdevents-incidents-of", Excerpts.shown(String.valueOf(environment))));
    }
    Json service = event.content().maybe("service");
    // What an end was caused by is its mending.
    String cause = isOver(event) ? null : event.cause();
    return Parsed.of(
        new Incident(
            event.key("incident"),
            saidAt(event),
            service.isMissing() ? null : service.need("id"),
            null,
            title(event),
            null,
            isOver(event) ? null : event.at(),
            isOver(event) ? event.at() : null,
            open(event),
            cause == null ? null : Event.ownKey("deployment", cause, event.source()),
            event.content().text("ticketURI")));
  }

  /** Of a beginning and an end in the same moment the end is the later. */
  private static Instant saidAt(Event event) {
    return isOver(event) ? event.at().plusMillis(1) : event.at();
  }

  /** The end describes the mending, not the incident. */
  private static @Nullable String title(Event event) {
    return isOver(event) ? null : Excerpts.title(event.content().text("description"));
  }

  private static boolean isOver(Event event) {
    return event.kind().equals("incident.resolved");
  }

  /** A ticket may be written when all is over: it says neither. */
  private static @Nullable Boolean open(Event event) {
    return event.kind().equals("incident.reported") ? null : !isOver(event);
  }
}
